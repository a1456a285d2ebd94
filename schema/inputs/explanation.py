"""Inputs of commands on special explanations."""

from __future__ import annotations

import strawberry

from schema.inputs.command import CommandInput, CreationInput


@strawberry.input(description="生成专项说明 · Generate the special explanations of an area for a year")
class GenerateSpecialExplanationsInput(CreationInput):
    """Generate the special explanations of an area for a year."""

    organization_id: strawberry.ID = strawberry.field(
        description="司法行政部门，生成其区域内的专项说明 · The judicial bureau; those of its area are generated"
    )
    year: int = strawberry.field(description="年份 · The year in which there was no act")


@strawberry.input(description="提交专项说明 · Submit a special explanation")
class SubmitSpecialExplanationInput(CommandInput):
    """Submit a special explanation."""

    explanation: str = strawberry.field(description="说明 · Why there was no such act in the year")
