"""Inputs of commands on reviews of case files."""

from __future__ import annotations

import strawberry
from strawberry import UNSET

import models
from models.file_review import MOST_DEFECTS
from schema.inputs.command import CommandInput, CreationInput


@strawberry.input(description="案卷问题 · A defect of a case file")
class CaseFileDefectInput:
    """A defect of a case file."""

    kind: models.CaseFileDefectKind = strawberry.field(description="问题种类 · Kind")
    points: int | None = strawberry.field(
        description="扣分，缺省为该类问题的最高扣分 · Points it costs, by default the most that its kind can cost",
        default=None,
    )
    note: str | None = strawberry.field(description="说明 · Note", default=None)


@strawberry.input(description="评查案卷 · Review the file of a case")
class ReviewCaseFileInput(CreationInput):
    """Review the file of a case."""

    case_id: strawberry.ID = strawberry.field(description="已办结的案件 · A case that has ended")
    reviewer_id: strawberry.ID = strawberry.field(
        description="评查机构，司法行政部门或部门法制机构 · Who reviews it: a judicial bureau or a legal unit"
    )
    defects: list[CaseFileDefectInput] = strawberry.field(
        description=f"发现的问题，最多 {MOST_DEFECTS} 项，可为空 · Defects found, at most {MOST_DEFECTS}; may be none"
    )
    opinion: str | None = strawberry.field(description="评查意见 · Opinion", default=None)


@strawberry.input(description="更正案卷评查 · Correct a review; what is left out stays, null empties")
class UpdateCaseFileReviewInput(CommandInput):
    """Correct a review; what is left out stays, null empties."""

    defects: list[CaseFileDefectInput] | None = strawberry.field(
        description=f"发现的问题，替换原有全部，最多 {MOST_DEFECTS} 项"
        f" · Defects, in place of all those before, at most {MOST_DEFECTS}",
        default=UNSET,
    )
    opinion: str | None = strawberry.field(description="评查意见 · Opinion", default=UNSET)
