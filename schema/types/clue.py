"""Clues, and what a citizen sees of the own complaint."""

from __future__ import annotations

import datetime

import strawberry

import models
from resolvers.criteria import criteria, equal_to, in_region, is_due, is_node, one_of, since_day, until_day
from resolvers.declarations import (
    OrderField,
    available_actions,
    column,
    duplicates,
    history,
    many,
    node,
    one,
    one_by,
    parts,
    view,
)
from schema.types.deadline import Deadline
from schema.types.node import Connection, Node


@criteria()
class ClueFilter:
    """线索筛选条件 · Which clues"""

    within: strawberry.ID | None = in_region(
        models.Clue.region_code, models.Region, "接收区域及其下级 · Taken in here or below"
    )
    source: list[models.ClueSource] | None = one_of(models.Clue.source, "来源 · From these channels")
    state: list[models.ClueState] | None = one_of(models.Clue.state, "状态 · In these states")
    concerned: strawberry.ID | None = is_node(
        models.Clue.concerned_id, models.Organization, "所涉机关 · On this organization"
    )
    assignee: strawberry.ID | None = is_node(
        models.Clue.assignee_id, models.Organization, "核查机关 · Assigned to this organ"
    )
    is_suspended: bool | None = equal_to(models.Clue.is_suspended, "是否中止 · Whether suspended")
    due: models.DueState | None = is_due(
        models.Clue.next_due_at, models.Clue.next_near_at, "临期或逾期 · Near its end or past it"
    )
    received_since: datetime.date | None = since_day(
        models.Clue.received_at, "接收日期起（含当日） · Received on this day or later"
    )
    received_until: datetime.date | None = until_day(
        models.Clue.received_at, "接收日期止（含当日） · Received on this day or before"
    )


class ClueOrderField(OrderField):
    """线索排序字段 · What clues can be ordered by"""

    RECEIVED = "接收时间", "When it was received", models.Clue.received_at


@strawberry.type(description="疑似重复线索 · A clue that may be about the same; nothing is decided by it")
class DuplicateClue:
    """A clue that may be about the same."""

    clue: Clue = strawberry.field(description="线索 · The clue")
    score: int = strawberry.field(description="得分，0–100 · Score, 0 to 100")
    likeness: int = strawberry.field(description="内容相同的词语占比（%） · Words in both contents, in percent of all")
    reasons: list[models.DuplicateReason] = strawberry.field(description="理由 · Why")


@node(models.Clue, filtered_by=ClueFilter, ordered_by=ClueOrderField)
class Clue(Node):
    """线索 · Something that may be wrong with enforcement"""

    source: models.ClueSource = column("线索来源 · Through which channel it came")
    state: models.ClueState = column("状态 · State")
    content: str | None = column("内容，仅限可见案情者 · What is told, for those who may see the narrative")
    bureau: Organization | None = one(models.Clue.bureau_id, "承办的司法行政部门 · The judicial bureau responsible")
    concerned: Organization | None = one(models.Clue.concerned_id, "所涉机关 · The organization that it speaks of")
    case: EnforcementCase | None = one(models.Clue.case_id, "所涉案件 · The case that it speaks of")
    informant_name: str | None = column("线索提供人，核查机关不可见 · The informant, never shown to who verifies")
    informant_phone: str | None = column("线索提供人电话，核查机关不可见 · The phone, never shown to who verifies")
    is_complaint: bool = column("是否公众网上提交 · Whether a citizen filed it without an account")
    assignee: Organization | None = one(models.Clue.assignee_id, "核查机关 · The organ that verifies it")
    finding: models.ClueFinding | None = column("核查结论 · What the verification found")
    finding_report: str | None = column("核查情况 · The report on it")
    return_reason: str | None = column("退回核查的理由 · Why a finding was returned")
    reply: str | None = column("答复 · What the informant was answered")
    is_suspended: bool = column("是否中止 · Whether suspended")
    suspension_reason: str | None = column("中止理由 · Why it is suspended")
    transferee: Organization | None = one(models.Clue.transferee_id, "移交接收机关 · To whom it was handed over")
    predecessor: Clue | None = one(models.Clue.predecessor_id, "移交前的线索 · The clue before its hand-over")
    successor: Clue | None = one_by(models.Clue.id, models.Clue.predecessor_id, "移交后的线索 · The clue after it")
    received_at: datetime.datetime = column("接收时间 · Received")
    screened_at: datetime.datetime | None = column("筛查时间 · Screened")
    assigned_at: datetime.datetime | None = column("交办时间 · Assigned")
    finding_reported_at: datetime.datetime | None = column("报告时间 · Finding reported")
    confirmed_at: datetime.datetime | None = column("确认时间 · Confirmed")
    disposed_at: datetime.datetime | None = column("处置时间 · Answered, rejected or handed over")
    closed_at: datetime.datetime | None = column("办结时间 · Closed")
    hours_to_disposal: int | None = column("处置用时（小时） · Whole hours from receipt to disposal")
    duplicates: list[DuplicateClue] = duplicates(
        "疑似重复的线索，仅供承办部门参考 · Clues of a quarter around that may be about the same, for who screens it"
    )
    deadlines: list[Deadline] = parts(models.Deadline.clue_id, models.Deadline.due_at, "期限 · Deadlines")
    next_due_at: datetime.datetime | None = column("最近的期限 · The nearest running deadline")
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    supervision_matters: Connection[SupervisionMatter] = many(
        models.Clue.id, models.SupervisionMatter.clue_id, "由此开展的监督 · Supervision opened upon it"
    )
    history: list[HistoryEntry] = history()


@view(models.Clue)
class Complaint:
    """投诉举报 · What a citizen sees of the own complaint"""

    receipt: str | None = column("回执号，请妥善保存 · Receipt number, to be kept")
    state: models.ClueState = column("办理状态 · State")
    reply: str | None = column("答复 · The reply")


from schema.types.case import EnforcementCase  # noqa: E402 - types refer to each other
from schema.types.history import HistoryEntry  # noqa: E402
from schema.types.organization import Organization  # noqa: E402
from schema.types.supervision import SupervisionMatter  # noqa: E402
