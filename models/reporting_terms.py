"""Terms of special explanations, pilots, quarterly reports and bulletins."""

from __future__ import annotations

from models.vocabulary import Vocabulary


class ExplanationState(Vocabulary):
    """专项说明状态 · State of a special explanation"""

    GENERATED = "已生成", "Generated, the organ does not know of it yet"
    NOTIFIED = "已通知", "The organ was asked to explain"
    SUBMITTED = "已提交", "Submitted to the government"
    RETURNED = "已退回", "Returned by the government"
    ACCEPTED = "已认可", "Accepted by the government"
    OVERDUE = "逾期", "Not submitted in time"
    WITHDRAWN = "已撤销", "Withdrawn, for the organ acted before the year was over"
