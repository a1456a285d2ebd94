"""Inputs of commands on invited supervisors and their reports."""

from __future__ import annotations

import datetime

import strawberry

import models
from schema.inputs.command import CommandInput, CreationInput
from schema.inputs.texts import Name


@strawberry.input(description="申请担任特邀监督员 · Apply to serve as an invited supervisor, for oneself")
class ApplyToSuperviseInput(CreationInput):
    """Apply to serve as an invited supervisor."""

    organization_id: strawberry.ID = strawberry.field(description="司法行政部门 · The judicial bureau applied to")
    category: models.SupervisorCategory = strawberry.field(description="类别 · Category")
    work_unit: Name = strawberry.field(description="工作单位或经营主体 · Where the person works")
    application: str = strawberry.field(description="申请理由 · The application")
    is_business_environment_supervisor: bool = strawberry.field(
        description="是否同时为营商环境监督员 · Whether also a supervisor of the business environment", default=False
    )


@strawberry.input(description="审查申请 · Review an application")
class ReviewInvitedSupervisorInput(CommandInput):
    """Review an application."""

    opinion: str = strawberry.field(description="审查意见 · The opinion")


@strawberry.input(description="聘任或续聘 · Appoint for a term, or for another that follows")
class AppointInvitedSupervisorInput(CommandInput):
    """Appoint for a term."""

    term_to: datetime.date = strawberry.field(description="聘期止 · Last day of the term")
    term_from: datetime.date | None = strawberry.field(
        description="聘期起，缺省为今日，续聘不填 · First day, today by default; none to renew", default=None
    )


@strawberry.input(description="监督发现的问题 · A finding of a report")
class ReportFindingInput:
    """A finding of a report."""

    text: str = strawberry.field(description="问题 · The finding")
    field: models.EnforcementField | None = strawberry.field(
        description="所涉执法领域 · The field of enforcement concerned", default=None
    )


@strawberry.input(description="提交监督报告 · Submit a report of what was seen of enforcement")
class SubmitSupervisorReportInput(CreationInput):
    """Submit a report."""

    supervisor_id: strawberry.ID = strawberry.field(description="本人的聘任 · The author's own appointment")
    observed_on: datetime.date = strawberry.field(description="监督日期 · When it was seen")
    content: str = strawberry.field(description="监督情况 · What was seen")
    findings: list[ReportFindingInput] = strawberry.field(description="发现的问题 · The findings")
    concerned_id: strawberry.ID | None = strawberry.field(
        description="所涉机关 · The organization that it speaks of", default=None
    )


@strawberry.input(description="处理监督报告 · Handle a report")
class HandleSupervisorReportInput(CommandInput):
    """Handle a report."""

    handling: str = strawberry.field(description="处理情况 · How it was handled")
    followed_findings: list[int] | None = strawberry.field(
        description="转为线索的问题序号，自 1 起 · The findings that become clues, from 1", default=None
    )


@strawberry.input(description="制定特邀监督员配备目标 · Adopt how many of a category a region is to have")
class AdoptSupervisorTargetInput(CreationInput):
    """Adopt how many of a category a region is to have."""

    region_id: strawberry.ID = strawberry.field(description="适用区域 · The region")
    category: models.SupervisorCategory = strawberry.field(description="类别 · Category")
    number: int = strawberry.field(description="人数 · How many")
    legal_basis: str = strawberry.field(description="依据 · Legal basis")
    authority: models.RuleAuthority = strawberry.field(description="依据类别 · What it rests on")
    valid_from: datetime.date = strawberry.field(
        description="施行日期，不早于今日 · In force from this day, today or later"
    )
