"""Terms of revisits: plan clause 7 内部监督."""

from __future__ import annotations

from models.vocabulary import Vocabulary


class RevisitState(Vocabulary):
    """回访状态 · State of a revisit"""

    SAMPLED = "已抽取", "Drawn, to be assigned"
    ASSIGNED = "已指派", "Assigned to a visitor"
    DONE = "已回访", "Done"
    UNREACHABLE = "无法联系", "The party could not be reached"
    ISSUE_RAISED = "已提出问题", "An issue was raised with the organ"
    HANDLED = "已处理", "The organ handled the issue"


class RevisitMethod(Vocabulary):
    """回访方式 · How a party is revisited"""

    PHONE = "电话", "By phone"
    SMS = "短信", "By text message"
    VISIT = "上门", "By a visit"
    QUESTIONNAIRE = "问卷", "By questionnaire"
    SYMPOSIUM = "座谈", "At a symposium"
