"""What stands on an organ's duty list on a day, and what differs between two."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from tests.oracle import is_public
from tests.reference.answers import RefusedError, key_of
from tests.reference.rows import Row, Rows, model_named


def list_diff(rows: Rows, compared: Any, arguments: dict[str, Any]) -> dict[str, Any]:
    """What was added to an organ's list between two days, what was removed, and what changed in which fields."""
    organ = UUID(key_of(arguments["organization"], "Organization"))
    if arguments["later"] < arguments["earlier"]:
        raise RefusedError("later")
    earlier, later = (_duty_list(rows, organ, date.fromisoformat(arguments[day])) for day in ("earlier", "later"))
    changed = []
    for place in sorted(earlier.keys() & later.keys()):
        before, after = earlier[place], later[place]
        if fields := [name for name, column in compared if before[column] != after[column]]:
            changed.append({"before": before, "after": after, "fields": fields})
    return {
        "added": [later[place] for place in sorted(later.keys() - earlier.keys())],
        "removed": [earlier[place] for place in sorted(earlier.keys() - later.keys())],
        "changed": sorted(changed, key=lambda each: (each["after"]["code"], each["after"]["id"])),
    }


def _duty_list(rows: Rows, organ: UUID, day: date) -> dict[tuple[str, UUID], Row]:
    """What stands on an organ's list, by code and owner."""
    items = rows.all(model_named("DutyItem"))
    by_id = {item["id"]: item for item in items}
    held = set()
    for each in rows.all(model_named("DutyAssignment")):
        is_running = each["taken_back_on"] is None or each["taken_back_on"] > day
        if each["organization_id"] == organ and each["assigned_on"] <= day and is_running:
            held.add((each["duty_code"], by_id[each["duty_item_id"]]["organization_id"]))
    return {
        (item["code"], item["organization_id"]): item
        for item in items
        if is_public("DutyItem", item)
        and item["valid_from"] <= day <= _last_day(item)
        and (item["organization_id"] == organ or (item["code"], item["organization_id"]) in held)
    }


def _last_day(item: Row) -> date:
    if item["valid_to"] is None:
        return date.max
    last: date = item["valid_to"]
    return last - timedelta(days=1) if item["state"] == "REVOKED" else last
