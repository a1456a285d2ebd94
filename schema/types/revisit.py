"""Revisits of closed cases."""

from __future__ import annotations

import datetime
import decimal

import strawberry

import models
from resolvers.criteria import criteria, equal_to, in_region, is_due, is_node, one_of, since_day, until_day
from resolvers.declarations import OrderField, available_actions, column, history, many, node, one, parts
from schema.types.deadline import Deadline
from schema.types.node import Connection, Node


@criteria()
class RevisitPolicyFilter:
    """回访比例筛选条件 · Which policies of revisits"""

    procedure: list[models.Procedure] | None = one_of(models.RevisitPolicy.procedure, "程序 · Of these procedures")


class RevisitPolicyOrderField(OrderField):
    """回访比例排序字段 · What policies of revisits can be ordered by"""

    REGION = "区域代码", "Code of the region", models.RevisitPolicy.region_code


@node(models.RevisitPolicy, filtered_by=RevisitPolicyFilter, ordered_by=RevisitPolicyOrderField)
class RevisitPolicy(Node):
    """回访比例 · How many closed cases are revisited, and which of them always"""

    region: Region | None = one(models.RevisitPolicy.region_code, "适用区域 · Where it is in force")
    procedure: models.Procedure = column("程序 · Procedure of the cases")
    ratio: int = column("回访比例（%） · How many of them, in percent")
    priority_penalties: list[models.PenaltyKind] = column("必访的处罚种类 · Penalties whose cases are always revisited")
    priority_amount: decimal.Decimal | None = column(
        "必访的罚款金额（元） · Fine from which a case is always revisited"
    )
    legal_basis: str = column("依据 · Legal basis")
    authority: models.RuleAuthority = column("依据类别 · What it rests on")
    valid_from: datetime.date = column("施行日期 · In force from this day")
    valid_to: datetime.date | None = column("失效日期 · In force to this day")
    version: int = column("版本号 · Version")
    available_actions: list[models.Action] = available_actions()


class RevisitSampleOrderField(OrderField):
    """回访样本排序字段 · What samples can be ordered by"""

    DRAWN = "抽取时间", "When it was drawn", models.RevisitSample.drawn_at


@node(models.RevisitSample, ordered_by=RevisitSampleOrderField)
class RevisitSample(Node):
    """回访样本 · What was drawn of the cases closed in a period"""

    organization: Organization | None = one(models.RevisitSample.organization_id, "抽取机构 · Who drew it")
    since: datetime.date = column("结案日期起 · Closed on this day or later")
    until: datetime.date = column("结案日期止 · Closed on this day or before")
    seed: str = column("种子，同一种子抽取结果相同 · Seed; the same draws the same again")
    population: int = column("期内结案数 · Cases closed in the period")
    drawn: int = column("抽取数 · Cases drawn")
    drawn_at: datetime.datetime = column("抽取时间 · When it was drawn")
    revisits: Connection[CaseRevisit] = many(
        models.RevisitSample.id, models.CaseRevisit.sample_id, "回访 · The revisits of the sample"
    )
    version: int = column("版本号 · Version")


@criteria()
class CaseRevisitFilter:
    """回访筛选条件 · Which revisits"""

    within: strawberry.ID | None = in_region(
        models.CaseRevisit.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    organization: strawberry.ID | None = is_node(
        models.CaseRevisit.organization_id, models.Organization, "办案机构 · Of this organization's cases"
    )
    state: list[models.RevisitState] | None = one_of(models.CaseRevisit.state, "状态 · In these states")
    satisfaction: list[int] | None = one_of(models.CaseRevisit.satisfaction, "满意度 · With this satisfaction")
    is_priority: bool | None = equal_to(models.CaseRevisit.is_priority, "是否必访 · Whether always revisited")
    due: models.DueState | None = is_due(
        models.CaseRevisit.next_due_at, models.CaseRevisit.next_near_at, "临期或逾期 · Near its end or past it"
    )
    sampled_since: datetime.date | None = since_day(
        models.CaseRevisit.sampled_at, "抽取日期起（含当日） · Drawn on this day or later"
    )
    sampled_until: datetime.date | None = until_day(
        models.CaseRevisit.sampled_at, "抽取日期止（含当日） · Drawn on this day or before"
    )


class CaseRevisitOrderField(OrderField):
    """回访排序字段 · What revisits can be ordered by"""

    SAMPLED = "抽取时间", "When it was drawn", models.CaseRevisit.sampled_at


@node(models.CaseRevisit, filtered_by=CaseRevisitFilter, ordered_by=CaseRevisitOrderField)
class CaseRevisit(Node):
    """案件回访 · A revisit of the party of a closed case"""

    state: models.RevisitState = column("状态 · State")
    case: EnforcementCase | None = one(models.CaseRevisit.case_id, "案件 · The case")
    organization: Organization | None = one(models.CaseRevisit.organization_id, "办案机构 · Who handled the case")
    assigner: Organization | None = one(models.CaseRevisit.assigner_id, "指派机构 · Who drew and assigns it")
    visitor: Account | None = one(models.CaseRevisit.visitor_id, "回访人，权限外为空 · The visitor; null out of scope")
    is_priority: bool = column("是否必访 · Whether a case of its class is always revisited")
    method: models.RevisitMethod | None = column("回访方式 · Method")
    satisfaction: int | None = column("满意度，1 至 5 · Satisfaction, 1 to 5")
    findings: str | None = column("回访情况 · What was found, or tried where the party was not reached")
    response: QuestionnaireResponse | None = one(
        models.CaseRevisit.response_id,
        "当事人的答卷，权限外为空 · What the party answered to a questionnaire; null out of scope",
    )
    issue: str | None = column("问题 · The issue that was raised")
    clue: Clue | None = one(models.CaseRevisit.clue_id, "由此产生的线索 · The clue that it led to")
    handling: str | None = column("处理情况 · What the organ did about it")
    is_handling_confirmed: bool = column("处理是否已确认 · Whether the handling was confirmed")
    return_reason: str | None = column("退回理由 · Why the handling was returned")
    closed_at: datetime.datetime = column(
        "结案时间，期限由此起算 · When the case was closed; the deadline counts from it"
    )
    sampled_at: datetime.datetime = column("抽取时间 · Drawn")
    assigned_at: datetime.datetime | None = column("指派时间 · Assigned")
    visited_at: datetime.datetime | None = column("回访时间 · Revisited, or tried")
    raised_at: datetime.datetime | None = column("提出问题时间 · Issue raised")
    handled_at: datetime.datetime | None = column("处理时间 · Handled")
    confirmed_at: datetime.datetime | None = column("确认时间 · Handling confirmed")
    deadlines: list[Deadline] = parts(models.Deadline.revisit_id, models.Deadline.due_at, "期限 · Deadlines")
    next_due_at: datetime.datetime | None = column("最近的期限 · The nearest running deadline")
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


@strawberry.type(description="回访覆盖 · Of an organ's cases closed in a period, how many were revisited, in scope")
class RevisitCoverage:
    """Of an organ's cases closed in a period, how many were revisited, in the caller's scope."""

    procedure: models.Procedure = strawberry.field(description="程序 · Procedure of the cases")
    closed: int = strawberry.field(description="结案数 · Cases closed")
    sampled: int = strawberry.field(description="抽取数 · Of those drawn")
    visited: int = strawberry.field(description="已回访数 · Of those revisited")
    unreachable: int = strawberry.field(description="无法联系数 · Of those not reached")
    satisfied: int = strawberry.field(description="满意数，满意度 4 至 5 · Of those revisited with satisfaction 4 or 5")
    coverage: int = strawberry.field(description="回访率（%） · Revisited of those closed, in whole percent")
    ratio: int | None = strawberry.field(description="规定比例（%），未规定为空 · What the policy asks, in percent")
    is_met: bool = strawberry.field(description="是否达到规定比例 · Whether the policy is met")


from schema.types.account import Account  # noqa: E402 - types refer to each other
from schema.types.case import EnforcementCase  # noqa: E402
from schema.types.clue import Clue  # noqa: E402
from schema.types.history import HistoryEntry  # noqa: E402
from schema.types.organization import Organization  # noqa: E402
from schema.types.questionnaire import QuestionnaireResponse  # noqa: E402
from schema.types.region import Region  # noqa: E402
