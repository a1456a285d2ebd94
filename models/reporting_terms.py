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


class PilotScope(Vocabulary):
    """试点范围 · How much of a region is a pilot"""

    WHOLE_COUNTY = "整体试点", "The whole county, in all fields"
    CHOSEN_FIELDS = "部分领域试点", "Chosen fields of a county"
    TOWNSHIP = "乡镇（街道）试点", "A township"


class PilotState(Vocabulary):
    """试点状态 · State of a pilot"""

    NAMED = "已确定", "Named by the county's judicial bureau"
    CONFIRMED = "已确认", "Confirmed by the city's judicial bureau"
    WITHDRAWN = "已撤回", "Withdrawn before it was confirmed"


class ReportState(Vocabulary):
    """季度报告状态 · State of a quarterly report"""

    DRAFT = "草稿", "Draft"
    SUBMITTED = "已提交", "Submitted, and frozen from then on"
    RETURNED = "已退回", "Returned by the city's judicial bureau"
    REVIEWED = "已审核", "Reviewed by the city's judicial bureau"
    BULLETINED = "已通报", "Drawn on by a bulletin that is published"
    SUPERSEDED = "已被更正", "Another edition was submitted in its place"


class BulletinState(Vocabulary):
    """通报状态 · State of a bulletin"""

    DRAFT = "草稿", "Draft"
    PUBLISHED = "已发布", "Published"
