"""What lists that people work from are narrowed to: what is shown of each row says whether it belongs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from resolvers.global_id import GlobalID
from tests.bureau import Bureau

CITY = "city-judicial"
COUNTY = str(GlobalID("Region", "410302"))
# A list, what is asked of each of its rows, which it is narrowed by, and what a row shows of that.
NARROWED: list[tuple[str, str, str, Callable[[dict[str, Any]], Any]]] = [
    ("certificates", "state", "state", lambda row: row["state"]),
    ("certificates", "number", "number", lambda row: row["number"]),
    ("officers", "number", "number", lambda row: row["number"]),
    ("supervisionMatters", "number", "number", lambda row: row["number"]),
    ("supervisionDocuments", "number", "number", lambda row: row["number"]),
    ("invitedSupervisors", "state", "state", lambda row: row["state"]),
    ("alerts", "organization { id }", "organization", lambda row: row["organization"]["id"]),
    ("linkages", "sender { id }", "sender", lambda row: row["sender"]["id"]),
    ("linkages", "receiver { id }", "receiver", lambda row: row["receiver"]["id"]),
    *(
        ("disputes", f"{side} {{ id }}", side, lambda row, side=side: row[side]["id"])
        for side in ("applicant", "respondent", "coordinator")
    ),
]


def test_a_list_narrowed_to_a_value_holds_the_rows_that_show_it(bureau: Bureau) -> None:
    for name, shown, by, value_of in NARROWED:
        rows = everything(bureau, name, shown, "")
        counted = Counter(map(value_of, rows))
        assert len(counted) > 1, name
        for value, count in counted.most_common(3) + counted.most_common()[-2:]:
            asked = f"[{value}]" if by == "state" else f'"{value}"'
            found = everything(bureau, name, shown, f", filter: {{ {by}: {asked} }}")
            assert len(found) == count and {value_of(row) for row in found} == {value}, (name, by)


def test_alerts_of_a_region_are_those_of_its_organs_and_notifications_those_of_a_day(bureau: Bureau) -> None:
    shown = "organization { region { code } }"
    rows = everything(bureau, "alerts", shown, "")
    within = [row for row in rows if row["organization"]["region"]["code"].startswith("410302")]
    assert 0 < len(within) < len(rows)
    assert everything(bureau, "alerts", shown, f', filter: {{ within: "{COUNTY}" }}') == within
    rows = everything(bureau, "notifications", "at", "", "county-judicial")
    last = date.fromisoformat(rows[0]["at"][:10])
    for since in (last, last + timedelta(days=1)):
        found = everything(bureau, "notifications", "at", f', filter: {{ since: "{since}" }}', "county-judicial")
        assert found == [row for row in rows if row["at"][:10] >= str(since)]
    assert rows


# A list and the day in the order of which it is read.
DATED = [
    ("transfers", "created"),
    ("disputes", "created"),
    ("linkages", "sent"),
    ("clues", "received"),
    ("supervisionMatters", "registered"),
    ("revisits", "sampled"),
    ("alerts", "raised"),
]


def test_a_list_narrowed_to_days_holds_what_they_saw(bureau: Bureau) -> None:
    for name, by in DATED:
        shown = f"id {by}At"
        rows = everything(bureau, name, shown, "")
        days = sorted({row[f"{by}At"][:10] for row in rows})
        first, last = days[len(days) // 3], days[-1 - len(days) // 3]
        found = everything(bureau, name, shown, f', filter: {{ {by}Since: "{first}", {by}Until: "{last}" }}')
        assert found == [row for row in rows if first <= row[f"{by}At"][:10] <= last] != [], name
        beyond = everything(
            bureau, name, shown, f', filter: {{ {by}Until: "{date.fromisoformat(days[0]) - timedelta(1)}" }}'
        )
        assert beyond == [] and rows, name


def test_what_has_two_sides_is_of_the_regions_of_both(bureau: Bureau) -> None:
    for name, sides in (
        ("transfers", ("sender", "receiver")),
        ("disputes", ("applicant", "respondent")),
        ("linkages", ("sender", "receiver")),
    ):
        shown = " ".join(f"{side} {{ region {{ id code }} }}" for side in sides)
        rows = everything(bureau, name, shown, "", "province-judicial")
        regions = {row[side]["region"]["code"]: row[side]["region"]["id"] for row in rows for side in sides}
        for code, id_ in (*regions.items(), ("410302", COUNTY)):
            expected = [row for row in rows if any(row[side]["region"]["code"].startswith(code) for side in sides)]
            found = everything(bureau, name, shown, f', filter: {{ within: "{id_}" }}', "province-judicial")
            assert found == expected and found, (name, code)
        assert len(regions) > 1, name


def everything(bureau: Bureau, name: str, shown: str, asked: str, persona: str = CITY) -> list[dict[str, Any]]:
    """All rows of a list, page by page."""
    rows: list[dict[str, Any]] = []
    document = f"""query($after: String) {{ page: {name}(first: 100, after: $after{asked}) {{
        nodes {{ {shown} }} pageInfo {{ hasNextPage endCursor }} }} }}"""
    after = None
    while True:
        page = bureau.client.ask(document, {"after": after}, persona)["page"]
        rows += page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return rows
        after = page["pageInfo"]["endCursor"]
