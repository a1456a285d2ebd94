"""Supervision matters, their documents, and accountability (plan clause 5)."""

from __future__ import annotations

import datetime

import strawberry

import models
from resolvers.criteria import criteria, equal_to, in_region, is_due, is_node, one_of, since_day, until_day
from resolvers.declarations import OrderField, available_actions, column, history, link, many, node, one, parts, view
from schema.types.deadline import Deadline
from schema.types.node import Connection, Node


@view(models.MatterSupervisor)
class MatterSupervisor:
    """监督人员 · A certified supervisor who carries out a matter"""

    name: str = column("姓名 · Name")
    officer: Officer | None = one(
        models.MatterSupervisor.officer_id, "监督人员，权限范围外为空 · The supervisor; null out of scope"
    )


@criteria()
class SupervisionMatterFilter:
    """监督事项筛选条件 · Which supervision matters"""

    within: strawberry.ID | None = in_region(
        models.SupervisionMatter.region_code,
        models.Region,
        "被监督机关所在区域及其下级 · On organs of this region",
    )
    organization: strawberry.ID | None = is_node(
        models.SupervisionMatter.visible_organization_id,
        models.Organization,
        "被监督机关，自通知起 · On this organ, from its notice on",
    )
    body: strawberry.ID | None = is_node(
        models.SupervisionMatter.body_id, models.Organization, "责任监督机构 · Of this responsible body"
    )
    number: str | None = equal_to(models.SupervisionMatter.number, "监督案号 · With this number")
    mode: list[models.SupervisionMode] | None = one_of(models.SupervisionMatter.mode, "监督方式 · In these modes")
    content: list[models.SupervisionContent] | None = one_of(
        models.SupervisionMatter.content, "监督内容 · Of these contents"
    )
    origin: list[models.SupervisionOrigin] | None = one_of(models.SupervisionMatter.origin, "来源 · Opened upon these")
    state: list[models.SupervisionMatterState] | None = one_of(models.SupervisionMatter.state, "状态 · In these states")
    due: models.DueState | None = is_due(
        models.SupervisionMatter.next_due_at,
        models.SupervisionMatter.next_near_at,
        "临期或逾期 · Near its end or past it",
    )
    registered_since: datetime.date | None = since_day(
        models.SupervisionMatter.registered_at, "登记日期起（含当日） · Registered on this day or later"
    )
    registered_until: datetime.date | None = until_day(
        models.SupervisionMatter.registered_at, "登记日期止（含当日） · Registered on this day or before"
    )


class SupervisionMatterOrderField(OrderField):
    """监督事项排序字段 · What supervision matters can be ordered by"""

    REGISTERED = "登记时间", "When it was registered", models.SupervisionMatter.registered_at


@node(models.SupervisionMatter, filtered_by=SupervisionMatterFilter, ordered_by=SupervisionMatterOrderField)
class SupervisionMatter(Node):
    """监督事项 · What one body supervises an organ for, from its registration to its end"""

    number: str = column("监督案号 · Number")
    state: models.SupervisionMatterState = column("状态 · State")
    mode: models.SupervisionMode = column("监督方式 · Mode")
    content: models.SupervisionContent = column("监督内容 · Content")
    origin: models.SupervisionOrigin | None = column(
        "来源，对被监督机关为空 · What it was opened upon; null to the supervised organ"
    )
    power: models.SupervisionPower = column("监督权限 · How far the responsible body may go")
    subject: str = column("事由 · Subject")
    facts: str | None = column(
        "基本情况，对被监督机关为空 · What was known at the registration; null to the supervised organ"
    )
    body: Organization | None = one(models.SupervisionMatter.body_id, "责任监督机构 · The one responsible body")
    supervisors: list[MatterSupervisor] = parts(
        models.MatterSupervisor.matter_id, models.MatterSupervisor.officer_id, "承办的监督人员 · Who carries it out"
    )
    organization: Organization | None = one(
        models.SupervisionMatter.organization_id, "被监督机关 · The supervised organ"
    )
    case: EnforcementCase | None = one(models.SupervisionMatter.case_id, "所涉案件 · The case that it is about")
    officer: Officer | None = one(models.SupervisionMatter.officer_id, "所涉执法人员 · The officer whom it is about")
    alert: Alert | None = one(models.SupervisionMatter.alert_id, "所依据的预警 · The alert that it was opened upon")
    clue: Clue | None = one(models.SupervisionMatter.clue_id, "所依据的线索 · The clue that it was opened upon")
    recommender: Organization | None = one(
        models.SupervisionMatter.recommender_id,
        "提出建议的司法所，对被监督机关为空 · The judicial office that recommended it; null to the supervised organ",
    )
    finding: str | None = column(
        "调查结论，对被监督机关自出具意见起 · What the investigation found; told to the organ with the opinion"
    )
    informed: Organization | None = one(
        models.SupervisionMatter.informed_id, "已告知的上级主管部门 · The superior department that was told"
    )
    rectification_plan: str | None = column("整改方案 · The organ's plan to rectify")
    objection: str | None = column("异议 · The organ's objection")
    reviewer: Organization | None = one(models.SupervisionMatter.reviewer_id, "复核机构 · Who reviews the objection")
    is_appealed: bool = column("是否已申请上级复核 · Whether the organ appealed to the superior")
    review_result: models.ObjectionResult | None = column("复核结果 · Outcome of the review")
    review: str | None = column("复核意见 · Reasons of the review")
    conclusion: str | None = column("核验、退回或终止的意见 · Why it was verified, returned or terminated")
    is_referred: bool | None = column(
        "是否已提请指定，对被监督机关为空"
        " · Whether a conflict of responsibility awaits the superior; null to the supervised organ"
    )
    claimant: Organization | None = one(models.SupervisionMatter.claimant_id, "提请机构 · Who referred the conflict")
    arbiter: Organization | None = one(
        models.SupervisionMatter.arbiter_id, "共同上级 · The nearest common superior, who designates"
    )
    referral: str | None = column("提请的理由 · Why it was referred")
    designation: str | None = column("指定的理由 · Why the body was designated")
    registered_at: datetime.datetime = column("登记时间 · Registered")
    filed_at: datetime.datetime | None = column("立案时间 · Filed")
    notified_at: datetime.datetime | None = column("通知时间 · The organ was notified")
    informed_at: datetime.datetime | None = column("告知上级主管部门的时间 · The superior department was told")
    explained_at: datetime.datetime | None = column("说明时间 · Explained")
    opinion_issued_at: datetime.datetime | None = column("出具意见时间 · The opinion was issued")
    reported_at: datetime.datetime | None = column("报告整改或执行的时间 · Rectification or execution reported")
    verified_at: datetime.datetime | None = column("核验时间 · Verified")
    decided_at: datetime.datetime | None = column("决定时间 · Decided")
    ended_at: datetime.datetime | None = column("办结或终止时间 · Closed or terminated")
    documents: Connection[SupervisionDocument] = many(
        models.SupervisionMatter.id, models.SupervisionDocument.matter_id, "监督文书 · Documents that it issued"
    )
    accountability: Connection[AccountabilityRecord] = many(
        models.SupervisionMatter.id, models.AccountabilityRecord.matter_id, "责任追究 · Who was held accountable"
    )
    deadlines: list[Deadline] = parts(models.Deadline.matter_id, models.Deadline.due_at, "期限 · Deadlines")
    next_due_at: datetime.datetime | None = column("最近的期限 · The nearest running deadline")
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


@criteria()
class SupervisionDocumentFilter:
    """监督文书筛选条件 · Which supervision documents"""

    number: str | None = equal_to(models.SupervisionDocument.number, "文号 · With this number")
    type: list[models.SupervisionDocumentType] | None = one_of(
        models.SupervisionDocument.type, "文书种类 · Of these types"
    )
    effect: list[models.SupervisionEffect] | None = one_of(
        models.SupervisionDocument.effect, "文书效力 · With these effects"
    )
    issuer: strawberry.ID | None = is_node(
        models.SupervisionDocument.issuer_id, models.Organization, "制发机构 · Issued by this body"
    )
    organization: strawberry.ID | None = is_node(
        models.SupervisionDocument.organization_id, models.Organization, "收文单位 · To this addressee"
    )


class SupervisionDocumentOrderField(OrderField):
    """监督文书排序字段 · What supervision documents can be ordered by"""

    ISSUED = "成文日期", "Day of issue", models.SupervisionDocument.issued_on


@node(models.SupervisionDocument, filtered_by=SupervisionDocumentFilter, ordered_by=SupervisionDocumentOrderField)
class SupervisionDocument(Node):
    """监督文书 · A document that an act on a supervision matter issued"""

    type: models.SupervisionDocumentType = column("文书种类 · Type")
    effect: models.SupervisionEffect = column("文书效力 · What it asks of its addressee")
    number: str = column("文号 · Number, without gaps per body, type and year")
    matter: SupervisionMatter | None = one(models.SupervisionDocument.matter_id, "监督事项 · The matter")
    issuer: Organization | None = one(models.SupervisionDocument.issuer_id, "制发机构 · Who issued it")
    organization: Organization | None = one(models.SupervisionDocument.organization_id, "收文单位 · Addressee")
    content: str | None = column("正文 · Text")
    issued_on: datetime.date = column("成文日期 · Issued on")
    due_on: datetime.date | None = column("期限 · The last day for what it asks")
    docx_url: str = link(
        "GET",
        "/letters/{id}.docx",
        "Word 下载链接，限本人、限时 · Where it is downloaded as DOCX, by the caller and for some minutes",
    )
    pdf_url: str = link(
        "GET",
        "/letters/{id}.pdf",
        "PDF 下载链接，限本人、限时 · Where it is downloaded as PDF, by the caller and for some minutes",
    )
    reply: str | None = column("答复 · The addressee's reply")
    replied_at: datetime.datetime | None = column("答复时间 · When it replied")
    version: int = column("版本号 · Version, to be named when it is answered")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


@criteria()
class AccountabilityRecordFilter:
    """责任追究筛选条件 · Which accountability records"""

    measure: list[models.AccountabilityMeasure] | None = one_of(
        models.AccountabilityRecord.measure, "追究方式 · By these measures"
    )
    organization: strawberry.ID | None = is_node(
        models.AccountabilityRecord.organization_id, models.Organization, "被追究机关 · Of this organ"
    )


class AccountabilityRecordOrderField(OrderField):
    """责任追究排序字段 · What accountability records can be ordered by"""

    DECIDED = "决定日期", "Day of the decision", models.AccountabilityRecord.decided_on


@node(models.AccountabilityRecord, filtered_by=AccountabilityRecordFilter, ordered_by=AccountabilityRecordOrderField)
class AccountabilityRecord(Node):
    """责任追究 · What an organ or one of its officers was held accountable with"""

    matter: SupervisionMatter | None = one(models.AccountabilityRecord.matter_id, "监督事项 · The matter")
    measure: models.AccountabilityMeasure = column("追究方式 · Measure")
    organization: Organization | None = one(models.AccountabilityRecord.organization_id, "被追究机关 · The organ")
    officer: Officer | None = one(
        models.AccountabilityRecord.officer_id, "被追究的执法人员，机关被追究的为空 · The officer; null of an organ"
    )
    certificate: Certificate | None = one(
        models.AccountabilityRecord.certificate_id, "被暂扣或吊销的证件 · The certificate suspended or revoked"
    )
    body: Organization | None = one(models.AccountabilityRecord.body_id, "责任监督机构 · The responsible body")
    reason: str | None = column("理由 · The reason")
    points: int = column("考核扣分 · What it takes off the organ's assessment")
    decided_on: datetime.date = column("决定日期 · Decided on")
    version: int = column("版本号 · Version")
    history: list[HistoryEntry] = history()


from schema.types.alert import Alert  # noqa: E402 - types refer to each other
from schema.types.case import EnforcementCase  # noqa: E402
from schema.types.clue import Clue  # noqa: E402
from schema.types.history import HistoryEntry  # noqa: E402
from schema.types.officer import Certificate, Officer  # noqa: E402
from schema.types.organization import Organization  # noqa: E402
