"""Inputs of commands on revisits."""

from __future__ import annotations

import datetime
import decimal

import strawberry

import models
from schema.inputs.command import CommandInput, CreationInput
from schema.inputs.questionnaire import AnswerInput
from schema.inputs.texts import ClueContent


@strawberry.input(description="制定回访比例 · Adopt a policy of revisits for a region")
class AdoptRevisitPolicyInput(CreationInput):
    """Adopt a policy of revisits."""

    region_id: strawberry.ID = strawberry.field(description="适用区域 · Where it is in force")
    procedure: models.Procedure = strawberry.field(description="程序 · Procedure of the cases")
    ratio: int = strawberry.field(description="回访比例（%） · How many of them, in percent")
    legal_basis: str = strawberry.field(description="依据 · Legal basis")
    authority: models.RuleAuthority = strawberry.field(description="依据类别 · What it rests on")
    valid_from: datetime.date = strawberry.field(
        description="施行日期，不早于今日 · In force from this day, today or later"
    )
    priority_penalties: list[models.PenaltyKind] | None = strawberry.field(
        description="必访的处罚种类 · Penalties whose cases are always revisited", default=None
    )
    priority_amount: decimal.Decimal | None = strawberry.field(
        description="必访的罚款金额（元），含本数 · Fine from which a case is always revisited, in yuan", default=None
    )


@strawberry.input(description="抽取回访样本 · Draw a sample of closed cases to be revisited")
class DrawRevisitSampleInput(CreationInput):
    """Draw a sample of closed cases."""

    organization_id: strawberry.ID = strawberry.field(
        description="抽取机构，司法行政部门或案件所属机关 · Who draws: a judicial bureau, or the organ of a legal unit"
    )
    since: datetime.date = strawberry.field(description="结案日期起 · Closed on this day or later")
    until: datetime.date = strawberry.field(
        description="结案日期止，早于今日，最多一季 · Closed on this day or before; over, and a quarter at most"
    )
    seed: str | None = strawberry.field(
        description="种子，仅司法行政部门可指定，缺省随机 · "
        "Seed; a judicial bureau may give it, by default it is random",
        default=None,
    )


@strawberry.input(description="指派回访人 · Assign a visitor")
class AssignRevisitInput(CommandInput):
    """Assign a visitor."""

    visitor_id: strawberry.ID = strawberry.field(
        description="回访人账号，本机构人员，非该案办案人员 · Account of a colleague who is no officer of the case"
    )


@strawberry.input(description="登记回访 · Record a revisit")
class RecordRevisitInput(CommandInput):
    """Record a revisit."""

    method: models.RevisitMethod = strawberry.field(description="回访方式 · Method")
    satisfaction: int = strawberry.field(description="满意度，1 至 5 · Satisfaction, 1 to 5")
    findings: str = strawberry.field(description="回访情况 · What was found")
    questionnaire_id: strawberry.ID | None = strawberry.field(
        description="已发布的实名回访问卷 · The open questionnaire for revisits that was answered; no anonymous one",
        default=None,
    )
    answers: list[AnswerInput] | None = strawberry.field(
        description="当事人对问卷各题的回答 · What the party answered to it", default=None
    )


@strawberry.input(description="提出问题 · Raise an issue that a revisit found")
class RaiseRevisitIssueInput(CommandInput):
    """Raise an issue."""

    issue: ClueContent = strawberry.field(description="问题，最多 2000 字 · The issue, 2,000 characters at most")
    opens_clue: bool = strawberry.field(
        description="是否作为线索移送司法行政部门 · Whether a clue is opened at the judicial bureau", default=True
    )


@strawberry.input(description="处理问题 · Handle the issue")
class HandleRevisitIssueInput(CommandInput):
    """Handle the issue."""

    handling: str = strawberry.field(description="处理情况 · What was done")
