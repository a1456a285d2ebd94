"""Inputs of commands on clues."""

from __future__ import annotations

import strawberry

import models
from schema.inputs.command import CommandInput, CreationInput, PublicInput, ReasonInput
from schema.inputs.texts import ClueContent, Code, InformantName


@strawberry.input(description="提出线索 · Take a clue in")
class OpenClueInput(CreationInput):
    """Take a clue in."""

    organization_id: strawberry.ID = strawberry.field(
        description="接收机构，司法行政部门或司法所 · Who takes it in, a judicial bureau or a judicial office"
    )
    source: models.ClueSource = strawberry.field(description="线索来源 · Through which channel it came")
    content: ClueContent = strawberry.field(description="内容，最多 2000 字 · What is told, 2,000 characters at most")
    concerned_id: strawberry.ID | None = strawberry.field(
        description="所涉机关 · The organization that it speaks of", default=None
    )
    case_id: strawberry.ID | None = strawberry.field(
        description="所涉案件，复议诉讼期间投诉不受理、其他线索中止 · The case that it speaks of; under review, a"
        " complaint is refused and any other clue suspended",
        default=None,
    )
    informant_name: InformantName | None = strawberry.field(
        description="线索提供人姓名 · Name of the informant", default=None
    )
    informant_phone: Code | None = strawberry.field(description="线索提供人电话 · Phone of the informant", default=None)


@strawberry.input(description="提交投诉举报，无需登录 · File a complaint, without an account")
class FileComplaintInput(PublicInput):
    """File a complaint."""

    region_id: strawberry.ID = strawberry.field(description="事发区域 · The region where it happened")
    content: ClueContent = strawberry.field(description="内容，最多 2000 字 · What happened, 2,000 characters at most")
    concerned_id: strawberry.ID | None = strawberry.field(
        description="被投诉机关，在该区域内或其上级 · The organization complained of, of that region or above it",
        default=None,
    )
    informant_name: InformantName | None = strawberry.field(
        description="姓名，可不填 · Name, if it is to be known", default=None
    )
    informant_phone: Code | None = strawberry.field(
        description="电话，可不填 · Phone, if it is to be known", default=None
    )


@strawberry.input(description="筛查线索 · Screen a clue")
class ScreenClueInput(CommandInput):
    """Screen a clue."""

    concerned_id: strawberry.ID | None = strawberry.field(
        description="所涉机关 · The organization that it speaks of", default=None
    )
    case_id: strawberry.ID | None = strawberry.field(description="所涉案件 · The case that it speaks of", default=None)


@strawberry.input(description="交办线索 · Assign the verification of a clue")
class AssignClueInput(CommandInput):
    """Assign the verification of a clue."""

    organization_id: strawberry.ID = strawberry.field(description="核查机关 · The organ that verifies it")


@strawberry.input(description="报告核查结论 · Report what the verification found")
class ReportClueFindingInput(CommandInput):
    """Report what the verification found."""

    finding: models.ClueFinding = strawberry.field(description="结论 · The finding")
    report: str = strawberry.field(description="核查情况 · The report")


@strawberry.input(description="答复线索提供人 · Answer the informant")
class ReplyToClueInput(CommandInput):
    """Answer the informant."""

    reply: str = strawberry.field(description="答复 · The reply, which the receipt shows")


@strawberry.input(description="中止线索办理 · Suspend a clue")
class SuspendClueInput(ReasonInput):
    """Suspend a clue."""

    case_id: strawberry.ID | None = strawberry.field(description="所涉案件 · The case that it speaks of", default=None)


@strawberry.input(description="移交线索 · Hand a clue over")
class TransferClueInput(ReasonInput):
    """Hand a clue over."""

    receiver_id: strawberry.ID = strawberry.field(description="接收机关 · The body that receives it")
