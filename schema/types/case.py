"""Enforcement cases and what belongs to one."""

from __future__ import annotations

import datetime
import decimal

import strawberry
from stdnum.cn import ric, uscc

import models
from resolvers.criteria import (
    criteria,
    equal_to,
    equal_to_secret,
    has_part,
    in_region,
    is_due,
    is_node,
    one_of,
    search,
    since_day,
    until_day,
)
from resolvers.declarations import (
    OrderField,
    available_actions,
    column,
    history,
    many,
    node,
    one,
    one_by,
    parts,
    similar_cases,
    view,
)
from schema.types.deadline import Deadline
from schema.types.node import Connection, Node


@view(models.CaseOfficer)
class CaseOfficer:
    """办案人员 · An officer who handles a case"""

    officer: Officer | None = one(models.CaseOfficer.officer_id, "执法人员 · The officer")


@view(models.Evidence)
class Evidence:
    """证据 · A piece of evidence, of the kinds of 行政处罚法 46"""

    kind: models.EvidenceKind = column("证据种类 · Kind")
    name: str = column("名称 · Name")
    description: str | None = column("说明 · Description")
    collected_on: datetime.date = column("取证日期 · Collected on")
    file: StoredFile | None = one(models.Evidence.file_id, "文件，权限范围外为空 · Its file; null out of scope")


@view(models.CaseDocument)
class CaseDocument:
    """案件文书 · A document of the case's file"""

    kind: models.CaseDocumentKind = column("文书种类 · Kind")
    name: str = column("名称 · Name")
    issued_on: datetime.date = column("制作日期 · Issued on")
    file: StoredFile | None = one(models.CaseDocument.file_id, "文件 · Its file")


@view(models.ReviewProceeding)
class ReviewProceeding:
    """复议诉讼受理 · Reconsideration or litigation over a case that was accepted"""

    kind: models.ReviewKind = column("救济途径 · Reconsideration or litigation")
    body: str = column("复议机关或法院 · Which body decides")
    accepted_on: datetime.date = column("受理日期 · Accepted on")
    ended_on: datetime.date | None = column("终结日期 · Ended on; null while it runs")


@view(models.ReviewOutcome)
class ReviewOutcome:
    """复议诉讼结果 · How reconsideration or litigation over a case ended"""

    kind: models.ReviewKind = column("救济途径 · Reconsideration or litigation")
    result: models.ReviewResult = column("结果 · Outcome")
    body: str = column("复议机关或法院 · Which body decided")
    decided_on: datetime.date = column("决定日期 · Decided on")
    has_opinion: bool = column("是否附行政复议意见书 · Whether an opinion asks for correction")
    is_of_revocation: bool = column("是否针对撤销许可的决定 · Whether it is of the revocation of a licence")
    changes_penalty: bool = column(
        "调解是否变更处罚，变更的视同变更决定 · Whether a mediation changed the penalty, and with it the decision"
    )
    reported_at: datetime.datetime | None = column("报告整改时间 · When the correction was reported")


@criteria()
class EnforcementCaseFilter:
    """案件筛选条件 · Which cases"""

    within: strawberry.ID | None = in_region(
        models.EnforcementCase.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    organization: strawberry.ID | None = is_node(
        models.EnforcementCase.organization_id, models.Organization, "办案机构 · Of this organization"
    )
    officer: strawberry.ID | None = has_part(
        models.EnforcementCase.id,
        models.CaseOfficer.case_id,
        models.CaseOfficer.officer_id,
        models.Officer,
        "办案人员，仅限可见者 · Handled by this officer, whom the caller sees",
    )
    field: list[models.EnforcementField] | None = one_of(models.EnforcementCase.field, "执法领域 · Of these fields")
    act_type: list[models.ActType] | None = one_of(models.EnforcementCase.act_type, "执法行为 · Of these types of act")
    state: list[models.CaseState] | None = one_of(models.EnforcementCase.state, "状态 · In these states", each=True)
    procedure: list[models.Procedure] | None = one_of(
        models.EnforcementCase.procedure, "程序，仅处罚 · Of these procedures, penalties alone"
    )
    source: list[models.CaseSource] | None = one_of(models.EnforcementCase.source, "案件来源 · From these sources")
    registered_since: datetime.date | None = since_day(
        models.EnforcementCase.registered_at, "登记日期起（含当日） · Registered on this day or later"
    )
    registered_until: datetime.date | None = until_day(
        models.EnforcementCase.registered_at, "登记日期止（含当日） · Registered on this day or before"
    )
    filed_since: datetime.date | None = since_day(
        models.EnforcementCase.filed_at, "立案日期起（含当日） · Filed on this day or later"
    )
    filed_until: datetime.date | None = until_day(
        models.EnforcementCase.filed_at,
        "立案日期止（含当日） · Filed on this day or before",
        after=models.EnforcementCase.registered_at,
    )
    decided_since: datetime.date | None = since_day(
        models.EnforcementCase.decided_at, "决定日期起（含当日） · Decided on this day or later"
    )
    decided_until: datetime.date | None = until_day(
        models.EnforcementCase.decided_at,
        "决定日期止（含当日） · Decided on this day or before",
        after=models.EnforcementCase.registered_at,
    )
    closed_since: datetime.date | None = since_day(
        models.EnforcementCase.closed_at, "结案日期起（含当日） · Closed on this day or later"
    )
    closed_until: datetime.date | None = until_day(
        models.EnforcementCase.closed_at,
        "结案日期止（含当日） · Closed on this day or before",
        after=models.EnforcementCase.registered_at,
    )
    published_since: datetime.date | None = since_day(
        models.EnforcementCase.published_at, "公示日期起（含当日） · Published on this day or later"
    )
    published_until: datetime.date | None = until_day(
        models.EnforcementCase.published_at,
        "公示日期止（含当日） · Published on this day or before",
        after=models.EnforcementCase.registered_at,
    )
    search: str | None = search(
        models.EnforcementCase.cause,
        "检索案由、案号、当事人名称（自然人姓名仅限可见明文者），含全部词语；汉字以两字为一词（长文本取覆盖"
        "全文者，略去“处罚”等常见词），最多一万条 · Holding all these words in cause, number or the party's name (a"
        " person's, among names the caller sees clear); of Han two characters are a word, of a long text those that"
        " cover it without what most duties are called; ten thousand at most",
    )
    number: str | None = equal_to(models.EnforcementCase.number, "案号 · With this number")
    party_credit_code: str | None = equal_to(
        models.EnforcementCase.party_credit_code,
        "当事人统一社会信用代码 · On the party with this credit code",
        uscc.compact,
    )
    party_name: str | None = equal_to(
        models.EnforcementCase.party_name,
        "当事人名称，仅限可见明文者 · On this party, among names the caller sees clear",
    )
    party_id_number: str | None = equal_to_secret(
        models.EnforcementCase.party_id_number,
        models.EnforcementCase.party_id_number_index,
        ric.compact,
        "当事人身份证号，仅限可见明文者 · On the person with this id number, for those who see it clear",
    )
    shirked: bool | None = equal_to(
        models.EnforcementCase.is_shirked, "是否推诿 · Whether its transfer was refused twice"
    )
    published: bool | None = equal_to(models.EnforcementCase.is_published, "是否已公示 · Whether it is published")
    due: models.DueState | None = is_due(
        models.EnforcementCase.next_due_at, models.EnforcementCase.next_near_at, "临期或逾期 · Near its end or past it"
    )


@criteria(exactly_one=True)
class EnforcementCaseBy:
    """案件唯一键 · A unique key of a case"""

    id: strawberry.ID | None = is_node(models.EnforcementCase.id, models.EnforcementCase, "全局标识 · Global id")
    number: str | None = equal_to(models.EnforcementCase.number, "案号 · Case number")


class EnforcementCaseOrderField(OrderField):
    """案件排序字段 · What cases can be ordered by"""

    REGISTERED = "登记时间", "When it was registered", models.EnforcementCase.registered_at
    NUMBER = "案号", "Case number", models.EnforcementCase.number


@strawberry.type(description="类案 · A decided case like this one; nothing is decided by it")
class SimilarCase:
    """A decided case like this one."""

    case: EnforcementCase = strawberry.field(description="案件 · The case")
    score: int = strawberry.field(description="得分，0–100 · Score, 0 to 100")
    likeness: int = strawberry.field(description="案由相同的词语占比（%） · Words in both causes, in percent of all")
    reasons: list[models.SimilarityReason] = strawberry.field(description="理由 · Why")


@node(
    models.EnforcementCase,
    filtered_by=EnforcementCaseFilter,
    ordered_by=EnforcementCaseOrderField,
    found_by=EnforcementCaseBy,
)
class EnforcementCase(Node):
    """执法案件 · A case of any act type, from its clue or application to the archive"""

    number: str = column("案号 · Case number")
    act_type: models.ActType = column("执法行为 · Type of act")
    procedure: models.Procedure | None = column("程序，仅处罚 · Procedure, of a penalty")
    source: models.CaseSource = column("案件来源 · Where it comes from")
    cause: str = column("案由 · Cause")
    facts: str | None = column("案情 · The facts at the filing")
    duty_item: DutyItem | None = one(
        models.EnforcementCase.duty_item_id, "依据的权责事项版次 · The edition of the duty it was filed under"
    )
    organization: Organization | None = one(models.EnforcementCase.organization_id, "办案机构 · Who handles it")
    region: Region | None = one_by(models.EnforcementCase.region_code, models.Region.code, "所在区域 · Region")
    field: models.EnforcementField | None = column("执法领域 · Field")
    legal_reviewer: Organization | None = one(models.EnforcementCase.legal_reviewer_id, "法制审核机构 · Who reviews it")
    state: models.CaseState = column("状态 · State")
    legal_review: models.LegalReview = column("法制审核 · Legal review")
    legal_review_opinion: str | None = column(
        "法制审核退回的意见 · Why the legal review returned it; null once it has passed, and to whoever may not see"
        " narratives"
    )
    hearing_right: models.HearingRight = column("听证权利 · Whether the party was told of the right to a hearing")
    hearing_requested_on: datetime.date | None = column("要求听证日期 · When the party asked for a hearing")
    hearing_held: bool = column("是否已听证 · Whether the hearing was held")
    hearing_noticed_on: datetime.date | None = column("听证通知日期 · When the party was told of the hearing")
    hearing_on: datetime.date | None = column("听证日期 · When the hearing was held")
    party_kind: models.PartyKind = column("当事人类别 · Kind of party")
    party_name: str | None = column("当事人名称 · Name of the party, as far as the caller may see it")
    party_credit_code: str | None = column("统一社会信用代码 · Credit code")
    party_id_kind: models.PartyIdKind | None = column(
        "证件类别，仅限可见证件号明文者，未登记的为空"
        " · What the id number is of, for those who see that clear; null where it is not recorded"
    )
    party_id_number: str | None = column("身份证号 · Id number, as far as the caller may see it")
    party_phone: str | None = column("电话 · Phone, as far as the caller may see it")
    party_address: str | None = column("地址 · Address, as far as the caller may see it")
    officers: list[CaseOfficer] = parts(
        models.CaseOfficer.case_id, models.CaseOfficer.officer_id, "办案人员 · Who handles it"
    )
    evidence: list[Evidence] = parts(
        models.Evidence.case_id,
        models.Evidence.id,
        "证据，仅限可见案情者 · Evidence, for those who may see the narrative",
    )
    documents: list[CaseDocument] = parts(
        models.CaseDocument.case_id,
        models.CaseDocument.issued_on,
        "案件文书，仅限可见案情者 · Documents, for those who may see the narrative",
    )
    registered_at: datetime.datetime = column("登记时间 · Registered")
    filed_at: datetime.datetime | None = column("立案时间 · Filed")
    notified_at: datetime.datetime | None = column("告知时间 · When the party was notified of what is intended")
    decided_at: datetime.datetime | None = column("决定时间 · Decided")
    served_at: datetime.datetime | None = column("送达时间 · Served")
    service_mode: models.ServiceMode | None = column("送达方式 · How the decision was served")
    service_announced_on: datetime.date | None = column("公告送达的公告日期 · When its service was announced")
    implemented_at: datetime.datetime | None = column("强制措施实施时间 · When the coercive measure was implemented")
    measure_kind: models.MeasureKind | None = column("强制方式 · What coercion is done by; null if not recorded")
    closed_at: datetime.datetime | None = column("结案时间 · Closed")
    decision: str | None = column("决定内容 · The decision or the result")
    licence_valid_to: datetime.date | None = column("许可有效期末日 · Last day of the licence's term")
    revoked_at: datetime.datetime | None = column(
        "撤销许可的时间 · When the licence was revoked; null once it is restored"
    )
    revocation_reason: str | None = column("撤销许可的理由（行政许可法第六十九条） · Why the licence was revoked")
    penalty_kinds: list[models.PenaltyKind] = column("处罚种类 · Kinds of penalty")
    heaviest_penalty: models.PenaltyKind | None = column("最重的处罚种类 · The heaviest of them")
    penalty_amount: decimal.Decimal | None = column("罚款金额（元） · Fine in yuan")
    confiscated_amount: decimal.Decimal | None = column("没收金额（元） · Confiscated, in yuan")
    published_at: datetime.datetime | None = column("公示时间 · Published")
    taken_down_at: datetime.datetime | None = column("撤回公示时间 · Taken down")
    take_down_reason: str | None = column(
        "撤回公示的理由 · Why its publication was taken down; null to whoever may not see narratives"
    )
    is_correction_due: bool | None = column(
        "是否待报告整改，仅公示可见者为空"
        " · Whether the report on a correction is awaited; null to who sees it only as published"
    )
    is_offered: bool | None = column(
        "是否移送中，仅公示可见者为空"
        " · Whether a transfer of it awaits an answer; null to who sees it only as published"
    )
    refusals: int | None = column(
        "移送被拒次数，自接收或者指定办案机关起重新计算，仅公示可见者为空"
        " · How often its transfer was refused since an organ last accepted it or was designated; null to who sees it"
        " only as published"
    )
    is_shirked: bool | None = column(
        "是否推诿，仅公示可见者为空 · Whether it was refused twice; null to who sees it only as published"
    )
    review_proceedings: list[ReviewProceeding] = parts(
        models.ReviewProceeding.case_id,
        models.ReviewProceeding.id,
        "复议诉讼受理 · Reconsideration and litigation that were accepted",
    )
    review_outcomes: list[ReviewOutcome] = parts(
        models.ReviewOutcome.case_id,
        models.ReviewOutcome.id,
        "复议诉讼结果 · Outcomes of reconsideration and litigation",
    )
    similar_cases: list[SimilarCase] = similar_cases(
        "类案：权限范围内已作决定且含本案案由全部词语的案件，最多十件，仅供参考，不对公众"
        " · Decided cases in scope that hold all words of its cause, ten at most, for reference; not for the public"
    )
    transfers: Connection[CaseTransfer] = many(
        models.EnforcementCase.id, models.CaseTransfer.case_id, "移送 · Transfers"
    )
    disputes: Connection[CoordinationDispute] = many(
        models.EnforcementCase.id, models.CoordinationDispute.case_id, "争议 · Disputes"
    )
    linkages: Connection[Linkage] = many(
        models.EnforcementCase.id, models.Linkage.case_id, "衔接 · What it calls for at other organs"
    )
    supervision_matters: Connection[SupervisionMatter] = many(
        models.EnforcementCase.id, models.SupervisionMatter.case_id, "监督事项 · Supervision matters about it"
    )
    clues: Connection[Clue] = many(models.EnforcementCase.id, models.Clue.case_id, "所涉线索 · Clues that speak of it")
    revisits: Connection[CaseRevisit] = many(models.EnforcementCase.id, models.CaseRevisit.case_id, "回访 · Revisits")
    file_reviews: Connection[CaseFileReview] = many(
        models.EnforcementCase.id, models.CaseFileReview.case_id, "案卷评查 · Reviews of its file"
    )
    deadlines: list[Deadline] = parts(
        models.Deadline.case_id, models.Deadline.due_at, "期限 · Deadlines, ended ones too"
    )
    next_due_at: datetime.datetime | None = column(
        "最近的期限，仅公示可见者为空 · The nearest running deadline; null to who sees it only as published"
    )
    version: int | None = column(
        "版本号，仅公示可见者为空 · Version, to be named when it is changed; null to who sees it only as published"
    )
    updated_at: datetime.datetime | None = column(
        "更新时间，仅公示可见者为空 · When it was last changed; null to who sees it only as published"
    )
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


from schema.types.clue import Clue  # noqa: E402 - types refer to each other
from schema.types.duty import DutyItem  # noqa: E402
from schema.types.file import StoredFile  # noqa: E402
from schema.types.file_review import CaseFileReview  # noqa: E402
from schema.types.history import HistoryEntry  # noqa: E402
from schema.types.officer import Officer  # noqa: E402
from schema.types.organization import Organization  # noqa: E402
from schema.types.region import Region  # noqa: E402
from schema.types.revisit import CaseRevisit  # noqa: E402
from schema.types.supervision import SupervisionMatter  # noqa: E402
from schema.types.transfer import CaseTransfer, CoordinationDispute, Linkage  # noqa: E402
