"""The terms of imports."""

from __future__ import annotations

from models.vocabulary import Vocabulary


class ImportKind(Vocabulary):
    """导入类别 · What the rows of an imported file become"""

    DUTY_ITEMS = "权责事项", "Drafts of duty items"
    OFFICERS = "执法人员", "Officers"
    CASES = "执法案件", "Cases, registered at their first state"
    CERTIFICATES = "执法证件", "Certificates of officers who are registered"


class ImportMode(Vocabulary):
    """导入方式 · What becomes of a file in which some rows are refused"""

    PER_FILE = "整批", "All rows or none"
    PER_ROW = "逐行", "Every row for itself"


class ImportState(Vocabulary):
    """导入状态 · State of an import"""

    QUEUED = "排队中", "Waits for a server to take it"
    RUNNING = "进行中", "Is being read, row by row"
    DONE = "已完成", "Ended; what was accepted is kept, unless it was a dry run"
    FAILED = "未完成", "Ended before its last row, or as a whole; the failure says why"
