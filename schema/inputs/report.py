"""Inputs of commands on quarterly reports and bulletins."""

from __future__ import annotations

import strawberry
from strawberry import UNSET

from models.reporting import MOST_REPORTS
from schema.inputs.command import CommandInput, CreationInput
from schema.inputs.texts import Name


@strawberry.input(description="起草季度报告 · Draft a quarterly report")
class DraftProgressReportInput(CreationInput):
    """Draft a quarterly report."""

    organization_id: strawberry.ID = strawberry.field(
        description="报告机关：县级司法行政部门或市级部门 · A county's judicial bureau or a city's department"
    )
    year: int = strawberry.field(description="年份 · Year")
    quarter: int = strawberry.field(description="季度，1 至 4 · Quarter, 1 to 4")
    progress: str = strawberry.field(description="工作进展 · What was done")
    problems: str | None = strawberry.field(description="存在问题 · What stands in the way", default=None)
    plans: str | None = strawberry.field(description="下步打算 · What comes next", default=None)


@strawberry.input(
    description="修改季度报告草稿 · Change the draft of a quarterly report; what is left out stays, null empties"
)
class UpdateProgressReportInput(CommandInput):
    """Change the draft of a quarterly report; what is left out stays, null empties."""

    progress: str | None = strawberry.field(description="工作进展 · What was done", default=UNSET)
    problems: str | None = strawberry.field(description="存在问题 · What stands in the way", default=UNSET)
    plans: str | None = strawberry.field(description="下步打算 · What comes next", default=UNSET)


@strawberry.input(description="审核季度报告 · Review a quarterly report")
class ReviewProgressReportInput(CommandInput):
    """Review a quarterly report."""

    opinion: str = strawberry.field(description="审核意见 · Opinion")


@strawberry.input(description="更正季度报告 · Draft the next edition of a quarterly report")
class ReviseProgressReportInput(CreationInput):
    """Draft the next edition of a quarterly report."""

    report_id: strawberry.ID = strawberry.field(description="已提交的报告 · The report that was submitted")


@strawberry.input(description="起草通报 · Draft a bulletin")
class DraftBulletinInput(CreationInput):
    """Draft a bulletin."""

    report_ids: list[strawberry.ID] = strawberry.field(
        description=f"所依据的季度报告，已审核的，最多 {MOST_REPORTS} 份"
        f" · The reviewed reports that it draws on, at most {MOST_REPORTS}"
    )
    title: Name = strawberry.field(description="标题 · Title")
    content: str = strawberry.field(description="正文 · Text")


@strawberry.input(description="修改通报草稿 · Change the draft of a bulletin; what is left out stays, null empties")
class UpdateBulletinInput(CommandInput):
    """Change the draft of a bulletin; what is left out stays, null empties."""

    report_ids: list[strawberry.ID] | None = strawberry.field(
        description=f"所依据的季度报告，替换原有全部，最多 {MOST_REPORTS} 份"
        f" · The reviewed reports that it draws on, in place of all those before, at most {MOST_REPORTS}",
        default=UNSET,
    )
    title: Name | None = strawberry.field(description="标题 · Title", default=UNSET)
    content: str | None = strawberry.field(description="正文 · Text", default=UNSET)
