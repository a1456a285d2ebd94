"""Inputs of commands on linkage."""

from __future__ import annotations

import strawberry

from schema.inputs.command import CommandInput


@strawberry.input(description="答复衔接事项 · Answer what was asked for")
class AnswerLinkageInput(CommandInput):
    """Answer what was asked for."""

    answer: str = strawberry.field(description="答复 · The answer")
    resulting_case_id: strawberry.ID | None = strawberry.field(
        description="由此产生的案件，对同一当事人 · The case that it led to, on the same party", default=None
    )
