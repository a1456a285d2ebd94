"""Inputs of commands on cases."""

from __future__ import annotations

import datetime
import decimal

import strawberry
from strawberry import UNSET

import models
from schema.inputs.command import CommandInput, CreationInput, ReasonInput
from schema.inputs.texts import Cause, Code, Name


@strawberry.input(description="当事人 · The party of a case")
class PartyInput:
    """The party of a case."""

    kind: models.PartyKind = strawberry.field(description="当事人类别 · Kind")
    name: Name = strawberry.field(description="姓名或名称 · Name")
    id_kind: models.PartyIdKind | None = strawberry.field(
        description="证件类别，缺省为居民身份证 · What the id number is of; a resident identity card by default",
        default=None,
    )
    id_number: Code | None = strawberry.field(
        description="身份证号，或所选证件的号码，自然人必填，单位不填"
        " · Id number (GB 11643), or that of the kind given; needed of a person, not of an enterprise",
        default=None,
    )
    credit_code: Code | None = strawberry.field(
        description="统一社会信用代码，单位、个体工商户必填；无照经营者按自然人登记"
        " · Credit code (GB 32100), needed of enterprises and sole traders; who trades without one is a person",
        default=None,
    )
    phone: Code | None = strawberry.field(description="电话 · Phone", default=None)
    address: str | None = strawberry.field(description="地址 · Address", default=None)


@strawberry.input(description="登记案件 · Register a case")
class RegisterCaseInput(CreationInput):
    """Register a case."""

    organization_id: strawberry.ID = strawberry.field(description="办案机构 · Who handles it")
    duty_item_id: strawberry.ID = strawberry.field(
        description="现行有效的权责事项 · The duty in force that it rests on"
    )
    act_type: models.ActType = strawberry.field(description="执法行为 · Type of act")
    cause: Cause = strawberry.field(description="案由，200 字以内 · Cause, at most 200 characters")
    party: PartyInput = strawberry.field(description="当事人 · The party")
    procedure: models.Procedure | None = strawberry.field(
        description="程序，仅处罚，缺省为普通 · Procedure of a penalty; ordinary by default", default=None
    )
    source: models.CaseSource | None = strawberry.field(description="案件来源 · Where it comes from", default=None)
    facts: str | None = strawberry.field(description="案情 · The facts", default=None)
    officer_ids: list[strawberry.ID] | None = strawberry.field(description="办案人员 · Who handles it", default=None)


@strawberry.input(
    description="更正、补正案件 · Correct what was recorded of a case; what is left out stays, null empties"
)
class UpdateCaseInput(CommandInput):
    """Correct what was recorded of a case; what is left out stays, null empties."""

    cause: Cause | None = strawberry.field(
        description="案由，200 字以内，告知当事人后不可更正"
        " · Cause, at most 200 characters; not once the party was told of it",
        default=UNSET,
    )
    facts: str | None = strawberry.field(
        description="案情，告知当事人后不可更正 · The facts; not once the party was told of them", default=UNSET
    )
    source: models.CaseSource | None = strawberry.field(description="案件来源 · Where it comes from", default=UNSET)
    party: PartyInput | None = strawberry.field(
        description="当事人，替换原有全部；告知后只能更正电话、地址"
        " · The party, in place of all that was recorded of it; once it was told, its phone and address alone",
        default=UNSET,
    )


@strawberry.input(description="指派办案人员 · Name the officers who handle the case")
class AssignOfficersInput(CommandInput):
    """Name the officers who handle the case."""

    officer_ids: list[strawberry.ID] = strawberry.field(description="办案人员 · The officers, in place of those before")


@strawberry.input(description="登记证据 · Enter a piece of evidence")
class AddEvidenceInput(CommandInput):
    """Enter a piece of evidence."""

    kind: models.EvidenceKind = strawberry.field(description="证据种类 · Kind")
    name: Name = strawberry.field(description="名称 · Name")
    collected_on: datetime.date = strawberry.field(description="取证日期 · Collected on")
    description: str | None = strawberry.field(description="说明 · Description", default=None)
    file_id: strawberry.ID | None = strawberry.field(
        default=None, description="文件，须已上传 · Its file, which must be uploaded"
    )


@strawberry.input(description="登记文书 · Enter a document of the case's file")
class AddCaseDocumentInput(CommandInput):
    """Enter a document of the case's file."""

    kind: models.CaseDocumentKind = strawberry.field(description="文书种类 · Kind")
    name: Name = strawberry.field(description="名称 · Name")
    issued_on: datetime.date = strawberry.field(description="制作日期 · Issued on")
    file_id: strawberry.ID = strawberry.field(description="文件，须已上传 · Its file, which must be uploaded")


@strawberry.input(
    description="告知当事人，此后又有新事实、新证据的重新告知"
    " · Notify the party of what is intended, and anew of what is found since"
)
class NotifyPartyInput(CommandInput):
    """Notify the party of what is intended."""

    offers_hearing: bool = strawberry.field(
        description="是否告知听证权利（行政处罚法第六十三条），仅普通程序"
        " · Whether the notice tells of the right to a hearing (行政处罚法 63); ordinary procedure only",
        default=True,
    )


@strawberry.input(description="要求听证 · Record that the party asked for a hearing")
class RequestHearingInput(CommandInput):
    """Record that the party asked for a hearing."""

    requested_on: datetime.date | None = strawberry.field(
        description="当事人要求之日，缺省为今日，在告知后的期限内（行政处罚法第六十四条）"
        " · When it asked, within its period since it was notified (行政处罚法 64); today by default",
        default=None,
    )


@strawberry.input(description="听证 · Record that the hearing was held")
class HoldHearingInput(CommandInput):
    """Record that the hearing was held."""

    noticed_on: datetime.date = strawberry.field(
        description="通知听证时间、地点之日（行政处罚法第六十四条），不早于告知之日"
        " · When the party was told of its time and place (行政处罚法 64), not before it was notified"
    )
    held_on: datetime.date | None = strawberry.field(
        description="举行之日，缺省为今日 · When it was held; today by default", default=None
    )


@strawberry.input(description="作出决定 · Decide a case")
class DecideCaseInput(CommandInput):
    """Decide a case."""

    decision: str = strawberry.field(description="决定内容 · The decision")
    penalty_kinds: list[models.PenaltyKind] | None = strawberry.field(
        description="处罚种类 · Kinds of penalty", default=None
    )
    penalty_amount: decimal.Decimal | None = strawberry.field(description="罚款金额（元） · Fine in yuan", default=None)
    confiscated_amount: decimal.Decimal | None = strawberry.field(
        description="没收金额（元），含非法财物的价值；处罚种类含没收时必填"
        " · Confiscated, in yuan, the value of goods included; needed where the kinds name a confiscation",
        default=None,
    )


@strawberry.input(description="送达 · Record that the decision was served")
class ServeDecisionInput(CommandInput):
    """Record that the decision was served."""

    served_on: datetime.date | None = strawberry.field(
        description="送达之日，缺省为今日，不早于决定之日，送达期限至该日止；公告送达的不填"
        " · When it was served, not before it was decided; today by default; its deadline ends on that day; not of what"
        " was announced",
        default=None,
    )
    mode: models.ServiceMode | None = strawberry.field(
        description="送达方式，缺省为直接送达，已公告的为公告送达；公告送达自公告之日起满三十日视为送达（民事诉讼法第九十五条）"
        " · How it was served; handed over by default, or once it was announced by that, after thirty days"
        " (民事诉讼法 95)",
        default=None,
    )


@strawberry.input(description="公告送达 · Record that the decision was announced to a party that cannot be reached")
class AnnounceServiceInput(CommandInput):
    """Record that the decision was announced to a party that cannot be reached."""

    announced_on: datetime.date | None = strawberry.field(
        description="公告之日，缺省为今日，不早于决定之日，送达期限至该日止"
        " · When it was announced, not before it was decided; today by default; the deadline to serve it ends then",
        default=None,
    )


@strawberry.input(description="准予许可 · Grant a licence")
class GrantLicenceInput(CommandInput):
    """Grant a licence."""

    decision: str = strawberry.field(description="许可内容 · What is granted")
    supervisor_id: strawberry.ID | None = strawberry.field(
        description="监管机关，缺省为本机关 · Who supervises it; the granting organ by default", default=None
    )
    valid_to: datetime.date | None = strawberry.field(
        description="有效期末日，此后方可登记到期；不定期的为空"
        " · The last day of its term, after which alone it expires; null where it has none",
        default=None,
    )


@strawberry.input(description="记录检查结果 · Record what an inspection found")
class RecordResultInput(CommandInput):
    """Record what an inspection found."""

    decision: str = strawberry.field(description="检查结果 · The result")


@strawberry.input(description="实施强制措施 · Record that a coercive measure was implemented")
class ImplementMeasureInput(CommandInput):
    """Record that a coercive measure was implemented."""

    measure_kind: models.MeasureKind = strawberry.field(
        description="强制方式，缺省为查封、扣押；查封、扣押、冻结有期限（行政强制法第二十五条、第三十二条）"
        " · What it is done by, sealing or seizure by default; these and freezing have a time (行政强制法 25, 32)",
        default=models.MeasureKind.SEIZURE,
    )
    implemented_on: datetime.date | None = strawberry.field(
        description="实施之日，缺省为今日，期限自该日起算；最早为批准登记的前一日（行政强制法第十九条）"
        " · When it was implemented, from which its deadlines count; today by default, no sooner than a day before its"
        " approval was registered (行政强制法 19)",
        default=None,
    )


@strawberry.input(description="提出许可处理建议 · Propose what becomes of a licence after a penalty")
class ProposeOnLicenceInput(CommandInput):
    """Propose what becomes of a licence after a penalty."""

    receiver_id: strawberry.ID = strawberry.field(
        description="许可机关，须持有现行有效的许可事项 · The licensing organ, which holds a duty of licensing in force"
    )
    proposal: str = strawberry.field(description="建议 · The proposal")


@strawberry.input(description="登记复议诉讼受理 · Record that reconsideration or litigation was accepted")
class RecordReviewProceedingInput(CommandInput):
    """Record that reconsideration or litigation was accepted."""

    kind: models.ReviewKind = strawberry.field(description="救济途径 · Reconsideration or litigation")
    body: Name = strawberry.field(description="复议机关或法院 · Which body decides")
    accepted_on: datetime.date = strawberry.field(
        description="受理日期，自决定之日至今日 · Accepted on, from the day of the decision to today"
    )


@strawberry.input(description="登记复议诉讼结果 · Record how reconsideration or litigation ended")
class RecordReviewOutcomeInput(CommandInput):
    """Record how reconsideration or litigation ended."""

    kind: models.ReviewKind = strawberry.field(description="救济途径 · Reconsideration or litigation")
    result: models.ReviewResult = strawberry.field(description="结果 · Outcome")
    body: Name = strawberry.field(description="复议机关或法院 · Which body decided")
    decided_on: datetime.date = strawberry.field(description="决定日期，不晚于今日 · Decided on, today or before")
    received_on: datetime.date | None = strawberry.field(
        description="收到之日，期限自此起算，缺省为决定日期"
        " · When it was received, from which the deadlines count; by default when it was decided",
        default=None,
    )
    has_opinion: bool = strawberry.field(
        description="是否附行政复议意见书，仅复议 · Whether an opinion asks for correction; reconsideration alone",
        default=False,
    )
    penalty_kinds: list[models.PenaltyKind] | None = strawberry.field(
        description="变更后的处罚种类，与金额一并取代原处罚；变更处罚决定时必填（处罚未变的照原处罚填写，不予处罚的为空列表），调解变更处罚时填写"
        " · Kinds of the penalty as it was changed, which with its amounts takes the place of the one before;"
        " needed with CHANGED, as it stands if that is the same, [] if none is left, and given with MEDIATED where that"
        " changed it",
        default=None,
    )
    penalty_amount: decimal.Decimal | None = strawberry.field(
        description="变更后的罚款金额（元），须一并填写处罚种类 · Fine in yuan as it was changed, with the kinds",
        default=None,
    )
    confiscated_amount: decimal.Decimal | None = strawberry.field(
        description="变更后的没收金额（元），须一并填写处罚种类"
        " · Confiscated, in yuan, as it was changed, with the kinds",
        default=None,
    )


@strawberry.input(description="延长期限 · Extend a deadline")
class ExtendDeadlineInput(ReasonInput):
    """Extend a deadline."""

    event: models.DeadlineEvent = strawberry.field(description="期限事项 · Which deadline")
