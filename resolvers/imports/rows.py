"""One row of a file as the input of the command that makes its object, and why a row was refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from models import ErrorCode, ImportJob, Organization, Refusal
from models.base import uuid7
from resolvers.commands.command import Command, check_values
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.imports.cells import Cell, is_empty, parse
from resolvers.imports.columns import IGNORED, Column
from resolvers.imports.lookups import LOOKUPS, global_id


@dataclass(frozen=True)
class Import:
    """A kind of import: the command that makes a row's object, its input, and the parts of that by their field."""

    command: Command[Any, Any]
    input: type
    parts: Mapping[str, type] = field(default_factory=dict)


class RowRefusedError(Exception):
    """A row that cannot be kept, with every reason that was found, each naming its column; in Chinese."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__("；".join(reasons))


async def make_row(
    work: UnitOfWork, job: ImportJob, plan: Import, columns: Sequence[Column], cells: Sequence[Cell]
) -> None:
    """Make the object of one row in an open savepoint.  Raises ``RowRefusedError``."""
    asked = await _asked(work, job, plan, columns, cells)
    try:
        check_values(asked)
        await plan.command.make(work, asked, uuid7())
    except Refusal as refusal:
        raise RowRefusedError([_reason(columns, refusal)]) from refusal


async def _asked(
    work: UnitOfWork, job: ImportJob, plan: Import, columns: Sequence[Column], cells: Sequence[Cell]
) -> Any:
    if len(cells) > len(columns):
        raise RowRefusedError([ErrorCode.CELL_WITHOUT_HEADER.message("zh")])
    filled = {
        column: cell
        for column, cell in zip(columns, cells, strict=False)
        if column.type != IGNORED and not is_empty(cell)
    }
    owner = await _owner(work, job, columns, filled)
    given: dict[str, Any] = {}
    parts: dict[str, dict[str, Any]] = {name: {} for name in plan.parts}
    empty = ErrorCode.CELL_EMPTY.message("zh")
    reasons = [_of(column, empty) for column in columns if column.is_required and column not in filled]
    for column, cell in filled.items():
        part, _, name = column.field.rpartition(".")
        try:
            value = (
                await LOOKUPS[column.type](work, cell, owner) if column.type in LOOKUPS else parse(column.type, cell)
            )
            (parts[part] if part else given)[name] = value
        except Refusal as refusal:
            reasons.append(_of(column, refusal.message("zh")))
    if reasons:
        raise RowRefusedError(reasons)
    made = {name: part(**parts[name]) for name, part in plan.parts.items()}
    # What is made for somebody says itself whose it is.
    if "organization_id" in {each.name for each in fields(plan.input)}:
        given = {"organization_id": global_id(owner)} | given
    else:
        given.pop("organization_id", None)
    return plan.input(idempotency_key=str(job.id), **given, **made)


async def _owner(
    work: UnitOfWork, job: ImportJob, columns: Sequence[Column], filled: Mapping[Column, Cell]
) -> Organization:
    # Read before the rest: the codes of duty items are its own.
    named = next((column for column in filled if column.field == "organization_id"), None)
    if named is None:
        return await work.row(Organization, job.organization_id)
    try:
        found = await LOOKUPS[named.type](work, filled[named], None)
        return await work.read(Organization, str(found), "organizationId")
    except Refusal as refusal:
        raise RowRefusedError([_of(named, refusal.message("zh"))]) from refusal


def _reason(columns: Sequence[Column], refusal: Refusal) -> str:
    column = next((each for each in columns if each.argument == refusal.field), None)
    message = refusal.message("zh")
    return _of(column, message) if column else message


def _of(column: Column, message: str) -> str:
    return f"「{column.chinese}」{message}"
