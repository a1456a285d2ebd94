"""Inputs of commands on disputes."""

from __future__ import annotations

import strawberry

from schema.inputs.command import CommandInput, CreationInput
from schema.inputs.texts import Name


@strawberry.input(description="提出争议 · Open the negotiation over a rejected transfer")
class OpenDisputeInput(CreationInput):
    """Open the negotiation over a rejected transfer."""

    transfer_id: strawberry.ID = strawberry.field(description="被拒的移送 · The transfer that was rejected")
    subject: Name = strawberry.field(description="争议事项 · Subject")


@strawberry.input(description="申请协调 · Apply for coordination")
class ApplyForCoordinationInput(CommandInput):
    """Apply for coordination."""

    application: str = strawberry.field(description="申请内容 · The application")


@strawberry.input(description="补正申请 · Supplement an application")
class SupplementApplicationInput(CommandInput):
    """Supplement an application."""

    supplement: str = strawberry.field(description="补正内容 · What was missing")


@strawberry.input(description="记录一致意见 · Record the agreement")
class RecordAgreementInput(CommandInput):
    """Record the agreement."""

    agreement: str = strawberry.field(description="一致意见 · What was agreed")


@strawberry.input(description="出具协调意见 · Issue the opinion")
class IssueOpinionInput(CommandInput):
    """Issue the opinion."""

    opinion: str = strawberry.field(description="协调意见 · The opinion")


@strawberry.input(description="指定管辖 · Designate the organ that handles the case")
class DesignateOrganInput(CommandInput):
    """Designate the organ that handles the case."""

    organization_id: strawberry.ID = strawberry.field(description="双方之一 · One of the two sides")


@strawberry.input(description="政府决定 · Decide as the government")
class DecideDisputeInput(CommandInput):
    """Decide as the government."""

    decision: str = strawberry.field(description="决定内容 · The decision")
    organization_id: strawberry.ID = strawberry.field(
        description="办案机构，双方之一 · Who handles the case, one of the two sides"
    )
