"""Terms of clues: plan clause 7 内部监督."""

from __future__ import annotations

from models.vocabulary import Vocabulary


class ClueSource(Vocabulary):
    """线索来源 · Through which channel a clue came"""

    RECONSIDERATION = "行政复议", "Reconsideration"
    LITIGATION = "行政应诉", "Litigation"
    LEGAL_AID = "法律援助", "Legal aid"
    COMPLAINT = "投诉举报", "Complaint or report"
    HOTLINE_12345 = "12345 热线", "The hotline 12345"
    CONTACT_POINT = "企业联系点", "Contact-point enterprise"
    INVITED_SUPERVISOR = "特邀监督员", "Invited supervisor"
    REVISIT = "案件回访", "Revisit of a case"
    FILE_REVIEW = "案卷评查", "Review of case files"
    POLL = "公众投票", "Poll"
    MEDIA = "媒体", "Media"
    DATA_ALERT = "数据预警", "Alert raised by data"


class ClueState(Vocabulary):
    """线索状态 · State of a clue"""

    RECEIVED = "已接收", "Received"
    SCREENED = "已筛查", "Screened, to be assigned"
    ASSIGNED = "已交办", "Assigned to an organ"
    VERIFYING = "核查中", "Being verified by the organ"
    SUBSTANTIATED = "属实", "Confirmed as substantiated"
    UNSUBSTANTIATED = "不属实", "Confirmed as not substantiated"
    REPLIED = "已答复", "Answered to its informant"
    CLOSED = "已办结", "Closed"
    TRANSFERRED = "已移交", "Handed over to another body"
    REJECTED = "不予受理", "Rejected, with the reason"


class ClueFinding(Vocabulary):
    """核查结论 · What the verification found"""

    SUBSTANTIATED = "属实", "Substantiated"
    UNSUBSTANTIATED = "不属实", "Not substantiated"


class DuplicateReason(Vocabulary):
    """疑似重复的理由 · Why two clues may be about the same"""

    SIMILAR_CONTENT = "内容相似", "Their contents have many words in common"
    SAME_ORGANIZATION = "所涉机关相同", "They concern the same organization"
    NEAR_DATE = "时间相近", "They came within a week of each other"
