"""Transfers of cases, disputes of competence, and linkage."""

from __future__ import annotations

import datetime

import strawberry

import models
from models.transfer import MOST_ATTACHMENTS
from resolvers.criteria import criteria, equal_to, in_region, is_due, is_node, one_of, since_day, until_day
from resolvers.declarations import OrderField, available_actions, column, history, link, node, one, one_by, parts, view
from schema.types.deadline import Deadline
from schema.types.node import Node


@view(models.TransferAttachment)
class TransferAttachment:
    """移送材料 · An attachment of a transfer"""

    name: str = column("名称 · Name")
    file: StoredFile | None = one(
        models.TransferAttachment.file_id,
        "文件，纸质材料或物品为空 · Its file; null for what goes on paper or is a thing",
    )


@view(models.TransferLetter)
class TransferLetter:
    """移送文书 · A letter that an act on a transfer issued"""

    template: models.LetterTemplate = column("文书 · Which letter")
    number: str = column("文号 · Number, without gaps per body and year")
    issued_on: datetime.date = column("成文日期 · Issued on")
    docx_url: str = link(
        "GET",
        "/letters/{transfer_id}/{template}.docx",
        "Word 下载链接，限本人、限时 · Where it is downloaded as DOCX, by the caller and for some minutes",
    )
    pdf_url: str = link(
        "GET",
        "/letters/{transfer_id}/{template}.pdf",
        "PDF 下载链接，限本人、限时 · Where it is downloaded as PDF, by the caller and for some minutes",
    )


@criteria()
class CaseTransferFilter:
    """移送筛选条件 · Which transfers"""

    within: strawberry.ID | None = in_region(
        models.CaseTransfer.sender_region_code,
        models.Region,
        "任一方所在区域及其下级 · With a side in this region or below it",
        other=models.CaseTransfer.receiver_region_code,
    )
    kind: list[models.TransferKind] | None = one_of(models.CaseTransfer.kind, "移送类别 · Of these kinds")
    state: list[models.TransferState] | None = one_of(models.CaseTransfer.state, "状态 · In these states")
    sender: strawberry.ID | None = is_node(
        models.CaseTransfer.sender_id, models.Organization, "移送机关 · From this organization"
    )
    receiver: strawberry.ID | None = is_node(
        models.CaseTransfer.receiver_id, models.Organization, "接收机关 · To this organization"
    )
    is_urgent: bool | None = equal_to(models.CaseTransfer.is_urgent, "是否紧急 · Whether urgent")
    due: models.DueState | None = is_due(
        models.CaseTransfer.next_due_at, models.CaseTransfer.next_near_at, "临期或逾期 · Near its end or past it"
    )
    created_since: datetime.date | None = since_day(
        models.CaseTransfer.created_at, "起草日期起（含当日） · Drafted on this day or later"
    )
    created_until: datetime.date | None = until_day(
        models.CaseTransfer.created_at, "起草日期止（含当日） · Drafted on this day or before"
    )


class CaseTransferOrderField(OrderField):
    """移送排序字段 · What transfers can be ordered by"""

    CREATED = "起草时间", "When it was drafted", models.CaseTransfer.created_at


@node(models.CaseTransfer, filtered_by=CaseTransferFilter, ordered_by=CaseTransferOrderField)
class CaseTransfer(Node):
    """案件移送 · A case handed over from one organ to another"""

    kind: models.TransferKind = column("移送类别 · Kind")
    state: models.TransferState = column("状态 · State")
    case: EnforcementCase | None = one(
        models.CaseTransfer.case_id,
        "案件，移交后移送机关不再可见 · The case; out of the sender's sight once handed over",
    )
    case_number: str = column("案号 · Number of the case")
    cause: str = column("案由 · Cause of the case")
    party_kind: models.PartyKind = column("当事人类别 · Kind of party")
    party_name: str | None = column("当事人名称 · Name of the party, as far as the caller may see it")
    handed_over_case: HandedOverCase | None = one_by(
        models.CaseTransfer.id, models.HandedOverCase.transfer_id, "移交时的案件 · The case as it was at the hand-over"
    )
    sender: Organization | None = one(models.CaseTransfer.sender_id, "移送机关 · Sender")
    receiver: Organization | None = one(models.CaseTransfer.receiver_id, "接收机关 · Receiver")
    reason: str | None = column("移送理由 · Reason")
    legal_basis: str | None = column("法律依据 · Legal basis")
    attachments: list[TransferAttachment] = parts(
        models.TransferAttachment.transfer_id,
        models.TransferAttachment.position,
        "移送材料清单，仅限可见案情者 · List of attachments, for those who may see the narrative",
        at_most=MOST_ATTACHMENTS,
    )
    letters: list[TransferLetter] = parts(
        models.TransferLetter.transfer_id,
        models.TransferLetter.issued_on,
        "已出具的移送文书 · Letters issued so far",
        at_most=len(models.LetterTemplate),
    )
    is_urgent: bool = column("是否紧急 · Whether urgent")
    is_left_with_sender: bool = column(
        "争议处理后是否仍由移送机关办理 · Whether a dispute left the case with the sender"
    )
    created_at: datetime.datetime = column("起草时间 · Drafted")
    approved_at: datetime.datetime | None = column("批准时间 · Approved")
    sent_at: datetime.datetime | None = column("移送时间 · Sent")
    received_at: datetime.datetime | None = column("签收时间 · Receipt signed")
    answered_at: datetime.datetime | None = column("答复时间 · Accepted or rejected")
    rejection_reason: str | None = column("不予接收的理由 · Why it was rejected")
    withdrawn_at: datetime.datetime | None = column("撤回时间 · Withdrawn")
    withdrawal_reason: str | None = column("撤回的理由 · Why it was withdrawn")
    result: str | None = column("处理结果 · What became of the case")
    result_returned_at: datetime.datetime | None = column("反馈时间 · Result returned")
    deadlines: list[Deadline] = parts(models.Deadline.transfer_id, models.Deadline.due_at, "期限 · Deadlines")
    next_due_at: datetime.datetime | None = column("最近的期限 · The nearest running deadline")
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


@node(models.HandedOverCase)
class HandedOverCase(Node):
    """移交时的案件 · A case as it was at the hand-over, which is what its sender goes on reading"""

    number: str = column("案号 · Case number")
    act_type: models.ActType = column("执法行为 · Type of act")
    state: models.CaseState = column("移交时的状态 · State at the hand-over")
    cause: str = column("案由 · Cause")
    facts: str | None = column("案情 · The facts")
    party_kind: models.PartyKind = column("当事人类别 · Kind of party")
    party_name: str | None = column("当事人名称 · Name of the party, as far as the caller may see it")
    party_credit_code: str | None = column("统一社会信用代码 · Credit code")
    handed_over_at: datetime.datetime = column("移交时间 · When")
    organization: Organization | None = one(models.HandedOverCase.organization_id, "移送机关 · Who handed it over")


@criteria()
class CoordinationDisputeFilter:
    """争议筛选条件 · Which disputes"""

    within: strawberry.ID | None = in_region(
        models.CoordinationDispute.applicant_region_code,
        models.Region,
        "任一方所在区域及其下级 · With a side in this region or below it",
        other=models.CoordinationDispute.respondent_region_code,
    )
    state: list[models.DisputeState] | None = one_of(models.CoordinationDispute.state, "状态 · In these states")
    applicant: strawberry.ID | None = is_node(
        models.CoordinationDispute.applicant_id, models.Organization, "提出方 · Opened by this organization"
    )
    respondent: strawberry.ID | None = is_node(
        models.CoordinationDispute.respondent_id, models.Organization, "相对方 · With this other side"
    )
    coordinator: strawberry.ID | None = is_node(
        models.CoordinationDispute.coordinator_id, models.Organization, "协调机关 · Coordinated by this bureau"
    )
    is_shirking: bool | None = equal_to(models.CoordinationDispute.is_shirking, "是否推诿 · Whether it is shirking")
    is_ended: bool | None = equal_to(models.CoordinationDispute.is_ended, "是否已终结 · Whether it has ended")
    due: models.DueState | None = is_due(
        models.CoordinationDispute.next_due_at,
        models.CoordinationDispute.next_near_at,
        "临期或逾期 · Near its end or past it",
    )
    created_since: datetime.date | None = since_day(
        models.CoordinationDispute.created_at, "提出日期起（含当日） · Opened on this day or later"
    )
    created_until: datetime.date | None = until_day(
        models.CoordinationDispute.created_at, "提出日期止（含当日） · Opened on this day or before"
    )


class CoordinationDisputeOrderField(OrderField):
    """争议排序字段 · What disputes can be ordered by"""

    CREATED = "提出时间", "When it was opened", models.CoordinationDispute.created_at


@node(models.CoordinationDispute, filtered_by=CoordinationDisputeFilter, ordered_by=CoordinationDisputeOrderField)
class CoordinationDispute(Node):
    """执法争议 · A dispute over who handles a case"""

    subject: str = column("争议事项 · Subject")
    state: models.DisputeState = column("状态 · State")
    transfer: CaseTransfer | None = one(models.CoordinationDispute.transfer_id, "所涉移送 · The transfer it is about")
    case: EnforcementCase | None = one(models.CoordinationDispute.case_id, "所涉案件 · The case it is about")
    applicant: Organization | None = one(models.CoordinationDispute.applicant_id, "提出方 · Who opened it")
    respondent: Organization | None = one(models.CoordinationDispute.respondent_id, "相对方 · The other side")
    coordinator: Organization | None = one(
        models.CoordinationDispute.coordinator_id, "协调机关 · The judicial bureau of the nearest common government"
    )
    government: Organization | None = one(
        models.CoordinationDispute.government_id, "共同的本级政府 · The nearest common government"
    )
    is_shirking: bool = column("是否推诿 · Whether the case was refused twice")
    application: str | None = column(
        "协调申请，政府自提请决定起可见 · The application; to a government once it is to decide"
    )
    is_applied_by_applicant: bool = column("协调是否由提出方申请 · Whether who opened it applied for coordination")
    supplement_asked: str | None = column(
        "补正要求，政府自提请决定起可见 · What was asked to be supplemented; to a government once it is to decide"
    )
    supplement: str | None = column(
        "补正内容，政府自提请决定起可见 · What a side supplemented last; to a government once it is to decide"
    )
    is_supplement_asked: bool = column("是否待补正 · Whether that is awaited")
    agreement: str | None = column(
        "一致意见，政府自提请决定起可见 · The agreement; to a government once it is to decide"
    )
    opinion: str | None = column(
        "协调意见，政府自提请决定起可见 · The coordinator's opinion; to a government once it is to decide"
    )
    government_decision: str | None = column("政府决定 · The government's decision")
    designated: Organization | None = one(
        models.CoordinationDispute.designated_id, "指定的办案机构 · Who was designated to handle the case"
    )
    created_at: datetime.datetime = column("提出时间 · Opened")
    is_ended: bool = column("是否已终结 · Whether it has ended")
    ended_at: datetime.datetime | None = column("终结时间 · Ended")
    end_reason: str | None = column(
        "未经决定而终结的理由，政府自提请决定起可见 · Why it ended undecided; to a government once it is to decide"
    )
    deadlines: list[Deadline] = parts(models.Deadline.dispute_id, models.Deadline.due_at, "期限 · Deadlines")
    next_due_at: datetime.datetime | None = column("最近的期限 · The nearest running deadline")
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


@criteria()
class LinkageFilter:
    """衔接筛选条件 · Which linkages"""

    within: strawberry.ID | None = in_region(
        models.Linkage.sender_region_code,
        models.Region,
        "任一方所在区域及其下级 · With a side in this region or below it",
        other=models.Linkage.receiver_region_code,
    )
    sender: strawberry.ID | None = is_node(models.Linkage.sender_id, models.Organization, "发出机关 · From this organ")
    receiver: strawberry.ID | None = is_node(
        models.Linkage.receiver_id, models.Organization, "接收机关 · To this organ"
    )
    kind: list[models.LinkageKind] | None = one_of(models.Linkage.kind, "衔接类别 · Of these kinds")
    state: list[models.LinkageState] | None = one_of(models.Linkage.state, "状态 · In these states")
    due: models.DueState | None = is_due(
        models.Linkage.next_due_at, models.Linkage.next_near_at, "临期或逾期 · Near its end or past it"
    )
    sent_since: datetime.date | None = since_day(
        models.Linkage.sent_at, "发出日期起（含当日） · Sent on this day or later"
    )
    sent_until: datetime.date | None = until_day(
        models.Linkage.sent_at, "发出日期止（含当日） · Sent on this day or before"
    )


class LinkageOrderField(OrderField):
    """衔接排序字段 · What linkages can be ordered by"""

    SENT = "发出时间", "When it was sent", models.Linkage.sent_at


@node(models.Linkage, filtered_by=LinkageFilter, ordered_by=LinkageOrderField)
class Linkage(Node):
    """衔接 · What a licence or a penalty calls for at another organ"""

    kind: models.LinkageKind = column("衔接类别 · Kind")
    state: models.LinkageState = column("状态 · State")
    case: EnforcementCase | None = one(
        models.Linkage.case_id,
        "来源案件，接收机关不可见时为空 · The licence or the penalty; out of the receiver's sight",
    )
    case_number: str = column("案号 · Number of the case")
    cause: str = column("案由 · Cause of the case")
    party_kind: models.PartyKind = column("当事人类别 · Kind of party")
    party_name: str | None = column("当事人名称 · Name of the party, as far as the caller may see it")
    party_credit_code: str | None = column("统一社会信用代码 · Credit code")
    sender: Organization | None = one(models.Linkage.sender_id, "发出机关 · Sender")
    receiver: Organization | None = one(models.Linkage.receiver_id, "接收机关 · Receiver")
    proposal: str | None = column("内容，仅限可见案情者 · What is asked for, for those who may see the narrative")
    answer: str | None = column("答复，仅限可见案情者 · The answer, for those who may see the narrative")
    resulting_case: EnforcementCase | None = one(
        models.Linkage.resulting_case_id, "由此产生的案件 · The case that it led to"
    )
    sent_at: datetime.datetime = column("发出时间 · Sent")
    received_at: datetime.datetime | None = column("签收时间 · Receipt signed")
    answered_at: datetime.datetime | None = column("答复时间 · Answered")
    deadlines: list[Deadline] = parts(models.Deadline.linkage_id, models.Deadline.due_at, "期限 · Deadlines")
    next_due_at: datetime.datetime | None = column("最近的期限 · The nearest running deadline")
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


from schema.types.case import EnforcementCase  # noqa: E402 - types refer to each other
from schema.types.file import StoredFile  # noqa: E402
from schema.types.history import HistoryEntry  # noqa: E402
from schema.types.organization import Organization  # noqa: E402
