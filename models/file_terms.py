"""The terms of files and letters."""

from __future__ import annotations

from models.vocabulary import Vocabulary


class FileState(Vocabulary):
    """文件状态 · State of a file"""

    PENDING = "待上传", "Promised, not uploaded yet"
    STORED = "已存", "Uploaded, checked and kept"


class LetterTemplate(Vocabulary):
    """移送文书 · Letter of a transfer"""

    TRANSFER_LETTER = "案件移送函", "Letter by which a case is transferred"
    CRIMINAL_TRANSFER_LETTER = "涉嫌犯罪案件移送书", "Letter by which a suspected crime is transferred to the police"
    TRANSFER_RECEIPT = "送达回执", "Receipt for a letter of transfer"
    REFUSAL_LETTER = "不予接收通知书", "Notice that a transfer is not accepted"
    TRANSFER_RESULT_LETTER = "处理结果反馈函", "Letter that tells the sender the result"
