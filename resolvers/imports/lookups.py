"""What a cell names: organizations, duty items and officers, found inside the caller's sight."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

from models import DutyItem, ErrorCode, Level, Officer, Organization, Refusal, Table
from models.counting import local_day
from models.directory import belongs_to
from resolvers.commands.duties import owners_of_assigned
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.declarations import NODES
from resolvers.global_id import GlobalID
from resolvers.imports.cells import Cell, parse, repeated

_BETWEEN = re.compile(r"[、,，;；\s]+")
Lookup = Callable[[UnitOfWork, Cell, Any], Awaitable[object]]
"""What a cell names in a row of an organization (None where it names that), as global ids.  Raises ``Refusal``."""


async def _organization(work: UnitOfWork, cell: Cell, owner: Organization | None) -> str:
    """An organization by its credit code, its name or its global id."""
    text = parse("text", cell)
    if _is_id(Organization, text):
        return str(text)
    known = await work.where(Organization, "credit_code = $1 OR name = $2", text.upper(), text)
    if len(known) > 1:
        raise Refusal(ErrorCode.CELL_AMBIGUOUS, value=repeated(text))
    return _id_of(work, next(iter(known), None), text)


async def _duty(work: UnitOfWork, cell: Cell, owner: Organization) -> str:
    """A duty item in force by its code, the organization's or assigned to it; or any by its global id."""
    text = parse("text", cell)
    if _is_id(DutyItem, text):
        return str(text)
    as_one = [each for each in (owner.id, owner.government_id) if each is not None]
    holders = [owner.id, *await owners_of_assigned(work, text, as_one)]
    township = owner.region_code if Level.of_region(owner.region_code) is Level.TOWNSHIP else None
    listed = "code = $1 AND (organization_id = ANY($2) OR region_code = $3)"
    known = await work.where(DutyItem, listed, text, holders, township)
    in_force = [each for each in known if each.is_in_force(local_day(work.at))]
    own = [each for each in in_force if belongs_to(each, owner.id, owner.region_code)]
    # Its own list comes before that of who counts as one with it, and that before what others assigned.
    found = sorted(own, key=lambda item: item.organization_id != owner.id) or in_force
    if len(found) > 1 and not own:
        raise Refusal(ErrorCode.CELL_AMBIGUOUS, value=repeated(text))
    return _id_of(work, next(iter(found), None), text)


async def _officers(work: UnitOfWork, cell: Cell, owner: Organization) -> list[str]:
    """Officers by their numbers or global ids, with a mark between them."""
    said = [text for text in _BETWEEN.split(parse("text", cell)) if text]
    numbers = [text for text in said if not _is_id(Officer, text)]
    # All at once: a cell has room for thousands.
    known = await work.where(Officer, "number = ANY($1) AND region_code = $2", numbers, owner.region_code)
    own = {each.number: each for each in known if belongs_to(each, owner.id, owner.region_code)}
    ids = {text: _id_of(work, own.get(text), text) for text in dict.fromkeys(numbers)}
    return [ids.get(text, text) for text in said]


async def _officer(work: UnitOfWork, cell: Cell, owner: Organization) -> str:
    """One officer, by the number or the global id."""
    found = await _officers(work, cell, owner)
    if len(found) != 1:
        raise Refusal(ErrorCode.CELL_NOT_FOUND, value=repeated(cell))
    return found[0]


def _is_id(model: type[Table], text: str) -> bool:
    parsed = GlobalID.parse(text)
    return parsed is not None and parsed.type_name == NODES[model].type_name


def _id_of(work: UnitOfWork, row: Organization | DutyItem | Officer | None, text: str) -> str:
    if row is None or not work.caller.policy.sees(work.caller.principal, row):
        raise Refusal(ErrorCode.CELL_NOT_FOUND, value=repeated(text))
    return global_id(row)


def global_id(row: Organization | DutyItem | Officer) -> str:
    """The id by which the input of a command names a row."""
    return str(GlobalID(NODES[type(row)].type_name, str(row.id)))


LOOKUPS: dict[str, Lookup] = {"organization": _organization, "duty": _duty, "officers": _officers, "officer": _officer}
