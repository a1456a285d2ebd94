"""Inputs of commands on supervision matters, their documents and accountability."""

from __future__ import annotations

import datetime

import strawberry

import models
from models.supervision import SUPERVISORS_OF_A_MATTER
from schema.inputs.command import CommandInput, CreationInput, ReasonInput
from schema.inputs.texts import Name


@strawberry.input(description="登记监督事项 · Register a supervision matter")
class RegisterMatterInput(CreationInput):
    """Register a supervision matter."""

    body_id: strawberry.ID = strawberry.field(
        description="责任监督机构：司法行政部门或部门法制机构 · Responsible body, a judicial bureau or a legal unit"
    )
    organization_id: strawberry.ID = strawberry.field(description="被监督机关 · The supervised organ")
    mode: models.SupervisionMode = strawberry.field(description="监督方式 · Mode")
    content: models.SupervisionContent = strawberry.field(description="监督内容 · Content")
    origin: models.SupervisionOrigin = strawberry.field(description="来源 · What it is opened upon")
    subject: Name = strawberry.field(description="事由 · Subject, as documents name it")
    facts: str | None = strawberry.field(description="基本情况 · What is known", default=None)
    case_id: strawberry.ID | None = strawberry.field(
        description="所涉案件，须为该机关的 · A case of the organ that it is about", default=None
    )
    officer_id: strawberry.ID | None = strawberry.field(
        description="所涉执法人员，须为该机关的 · An officer of the organ whom it is about", default=None
    )
    alert_id: strawberry.ID | None = strawberry.field(
        description="所依据的预警 · The alert that it is opened upon", default=None
    )
    clue_id: strawberry.ID | None = strawberry.field(
        description="所依据的线索 · The clue that it is opened upon", default=None
    )
    supervisor_ids: list[strawberry.ID] | None = strawberry.field(
        description="承办的监督人员 · The supervisors who carry it out", default=None
    )


@strawberry.input(description="司法所建议监督 · Recommend that an organ of the township be supervised")
class RecommendMatterInput(CreationInput):
    """Recommend that an organ of the township be supervised."""

    organization_id: strawberry.ID = strawberry.field(description="本乡镇的机关 · An organ of the township")
    content: models.SupervisionContent = strawberry.field(description="监督内容 · Content")
    subject: Name = strawberry.field(description="事由 · Subject")
    facts: str | None = strawberry.field(description="基本情况 · What is known", default=None)
    case_id: strawberry.ID | None = strawberry.field(description="所涉案件 · The case that it is about", default=None)
    officer_id: strawberry.ID | None = strawberry.field(
        description="所涉执法人员 · The officer whom it is about", default=None
    )


@strawberry.input(description="指派监督人员 · Name the supervisors who carry a matter out")
class AssignSupervisorsInput(CommandInput):
    """Name the supervisors who carry a matter out."""

    supervisor_ids: list[strawberry.ID] = strawberry.field(
        description=f"监督人员，替换原有的，立案须 {SUPERVISORS_OF_A_MATTER} 名以上"
        f" · The supervisors, in place of those before; {SUPERVISORS_OF_A_MATTER} at least from the filing on"
    )


@strawberry.input(description="指定责任监督机构 · Designate the responsible body")
class DesignateBodyInput(ReasonInput):
    """Designate the responsible body."""

    body_id: strawberry.ID = strawberry.field(
        description="原机构、提请机构或本机构 · The body before, the one that referred it, or one's own"
    )


@strawberry.input(description="通知被监督机关 · Notify the organ")
class NotifyOrganInput(CommandInput):
    """Notify the organ."""

    text: str = strawberry.field(description="通知书正文：要求说明的问题 · What the organ is asked to explain")


@strawberry.input(description="说明情况 · Explain, as the supervised organ")
class ExplainMatterInput(CommandInput):
    """Explain, as the supervised organ."""

    explanation: str = strawberry.field(description="说明 · The explanation")


@strawberry.input(description="调查 · Record what the investigation found")
class InvestigateMatterInput(CommandInput):
    """Record what the investigation found."""

    finding: str = strawberry.field(description="调查结论 · The finding")


@strawberry.input(description="出具监督意见 · Issue the opinion or the suggestion")
class IssueSupervisionOpinionInput(CommandInput):
    """Issue the opinion or the suggestion."""

    opinion: str = strawberry.field(description="意见 · The opinion")
    type: models.SupervisionDocumentType = strawberry.field(
        description="文书种类：意见书或建议书 · Opinion or suggestion", default=models.SupervisionDocumentType.OPINION
    )
    effect: models.SupervisionEffect = strawberry.field(
        description="效力：要求纠正，或提出建议（督促指导仅此） · To correct, or to advise as a department may",
        default=models.SupervisionEffect.CORRECT,
    )


@strawberry.input(description="告知上级主管部门 · Tell the superior department of a vertical organ what was found")
class InformSuperiorInput(CommandInput):
    """Tell the superior department of a vertical organ what was found."""

    text: str = strawberry.field(description="通知书正文 · What it is told")


@strawberry.input(description="督办 · Expedite what is due of the organ")
class ExpediteMatterInput(CommandInput):
    """Expedite what is due of the organ."""

    text: str = strawberry.field(description="督办函正文 · The letter")


@strawberry.input(description="着手整改 · Start to rectify")
class StartRectificationInput(CommandInput):
    """Start to rectify."""

    plan: str = strawberry.field(description="整改方案 · The plan")


@strawberry.input(description="报告整改或执行情况 · Report what was rectified or executed")
class ReportRectificationInput(CommandInput):
    """Report what was rectified or executed."""

    report: str = strawberry.field(description="报告 · The report")


@strawberry.input(description="核验整改 · Verify the rectification")
class VerifyRectificationInput(CommandInput):
    """Verify the rectification."""

    conclusion: str = strawberry.field(description="核验结论 · The conclusion")


@strawberry.input(description="复核异议 · Review an objection")
class ReviewObjectionInput(CommandInput):
    """Review an objection."""

    result: models.ObjectionResult = strawberry.field(description="复核结果 · Outcome")
    review: str = strawberry.field(description="复核意见 · The reasons")
    opinion: str | None = strawberry.field(
        description="变更后的意见，变更时必填 · The opinion that takes its place; needed where it is changed",
        default=None,
    )


@strawberry.input(description="作出监督决定 · Decide what the organ has to execute")
class DecideMatterInput(CommandInput):
    """Decide what the organ has to execute."""

    decision: str = strawberry.field(description="决定 · The decision")
    due_on: datetime.date = strawberry.field(description="执行期限 · The last day to execute it")


@strawberry.input(description="延长期限 · Extend the organ's time to explain or to rectify")
class ExtendMatterDeadlineInput(ReasonInput):
    """Extend the organ's time to explain or to rectify."""

    event: models.DeadlineEvent = strawberry.field(
        description="期限事项：EXPLAIN_NOTICE 或 RECTIFY · Which deadline, EXPLAIN_NOTICE or RECTIFY"
    )


@strawberry.input(description="答复监督文书 · Answer a supervision document")
class AnswerSupervisionDocumentInput(CommandInput):
    """Answer a supervision document."""

    answer: str = strawberry.field(description="答复 · The answer")


@strawberry.input(description="责任追究 · Hold an organ or an officer accountable")
class HoldAccountableInput(CreationInput):
    """Hold an organ or an officer accountable."""

    matter_id: strawberry.ID = strawberry.field(description="监督事项 · The matter")
    measure: models.AccountabilityMeasure = strawberry.field(description="追究方式 · Measure")
    reason: str = strawberry.field(description="理由 · The reason")
    points: int = strawberry.field(description="考核扣分，0 至 100 · What it takes off the assessment, 0 to 100")
    officer_id: strawberry.ID | None = strawberry.field(
        description="被追究的执法人员，须为被监督机关的；机关被追究的为空 · The officer; null where the organ is held",
        default=None,
    )
    certificate_id: strawberry.ID | None = strawberry.field(
        description="被暂扣或吊销的证件 · The certificate that is suspended or revoked",
        default=None,
    )
