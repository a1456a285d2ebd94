"""Duty lists of two days compared: of an organ, and of a township to which duties are assigned."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from resolvers.global_id import GlobalID
from seeds.organizations import organization_id
from tests.cluster import Rows
from tests.examples import copy_row
from tests.serving import Client

MARKET = organization_id("410302", "DEPARTMENT", "MARKET_REGULATION")
OF_MARKET = f"organization_id = '{MARKET}'"
TOWNSHIP = organization_id("410302001", "TOWNSHIP_GOVERNMENT")
DIFF = """query($organization: ID!, $earlier: Date!, $later: Date!) {
  dutyListDiff(organization: $organization, earlier: $earlier, later: $later) {
    added { code } removed { code } changed { fields before { edition } after { code edition } } } }"""


def diff(client: Client, organization: Any, earlier: str, later: str, persona: str | None = None) -> dict[str, Any]:
    variables = {
        "organization": str(GlobalID("Organization", str(organization))),
        "earlier": earlier,
        "later": later,
    }
    found: dict[str, Any] = client.ask(DIFF, variables, persona)["dutyListDiff"]
    return found


def test_an_item_that_is_revised_revoked_and_new(served: tuple[Client, Rows]) -> None:
    client, rows = served
    # One that is revoked is none of the day itself.
    for code, state, day in (("MR-P-002", "SUPERSEDED", "2026-06-30"), ("MR-P-004", "REVOKED", "2026-07-01")):
        rows.execute(
            f"UPDATE duty_item SET state = '{state}', valid_to = '{day}' WHERE {OF_MARKET} AND code = '{code}'"
        )
    since = {"state": "PUBLISHED", "valid_from": "2026-07-01", "valid_to": None}
    revised = {"edition": 2, "article": "第一条", "fine_ceiling": 70_000, **since}
    copy_row(rows, "duty_item", f"{OF_MARKET} AND code = 'MR-P-002'", id=uuid4(), **revised)
    copy_row(rows, "duty_item", f"{OF_MARKET} AND code = 'MR-P-003'", id=uuid4(), code="NEW", **since)
    draft = {**since, "code": "DRAFTED", "state": "DRAFT"}
    copy_row(rows, "duty_item", f"{OF_MARKET} AND code = 'MR-P-003'", id=uuid4(), **draft)
    changed = {
        "fields": ["article", "fineCeiling"],
        "before": {"edition": 1},
        "after": {"code": "MR-P-002", "edition": 2},
    }
    there = {"added": [{"code": "NEW"}], "removed": [{"code": "MR-P-004"}], "changed": [changed]}
    # A draft stands on no list, also for those who see it.
    for persona in (None, "county-market-officer"):
        assert diff(client, MARKET, "2026-06-30", "2026-07-01", persona) == there
    assert diff(client, MARKET, "2026-01-01", "2026-06-30") == {"added": [], "removed": [], "changed": []}


def test_what_is_assigned_to_a_township_stands_on_its_list(served: tuple[Client, Rows]) -> None:
    client, rows = served
    codes = [
        row["duty_code"]
        for row in rows.fetch("SELECT duty_code FROM duty_assignment WHERE organization_id = $1 ORDER BY 1", TOWNSHIP)
    ]
    first = codes[0]
    rows.execute("UPDATE duty_assignment SET assigned_on = '2026-02-01' WHERE organization_id = $1", TOWNSHIP)
    rows.execute(
        """UPDATE duty_assignment SET state = 'TAKEN_BACK', taken_back_on = '2026-05-01'
           WHERE organization_id = $1 AND duty_code = $2""",
        TOWNSHIP,
        first,
    )
    gained = diff(client, TOWNSHIP, "2026-01-31", "2026-02-01")
    assert [item["code"] for item in gained["added"]] == codes and not gained["removed"]
    # It is the township's to the end of the last day before.
    assert diff(client, TOWNSHIP, "2026-02-01", "2026-04-30") == {"added": [], "removed": [], "changed": []}
    lost = diff(client, TOWNSHIP, "2026-04-30", "2026-05-01")
    assert lost == {"added": [], "removed": [{"code": first}], "changed": []}
