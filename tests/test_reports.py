"""Quarterly reports and bulletins over HTTP: when they are due, what is frozen, and how bulletins are numbered."""

from __future__ import annotations

from typing import Any

from models.base import now
from models.counting import local_day
from tests.bureau import Bureau, body
from tests.test_at_once import at_once

COUNTY, OTHER, CITY, OFFICE = "county-judicial", "county-judicial-2", "city-judicial", "city-government"
BODY, OTHER_BODY = body("410302", "JUDICIAL_BUREAU"), body("410303", "JUDICIAL_BUREAU")
SEEN = "query($id: ID!) { node(id: $id) { ... on ProgressReport { edition state progress } } }"
YEAR = 2025


def draft(
    bureau: Bureau, quarter: int, persona: str = COUNTY, organization: str = BODY, **given: Any
) -> dict[str, Any]:
    asked = {"organizationId": organization, "year": YEAR, "quarter": quarter, "progress": "进展", **given}
    return bureau.done("draftProgressReport", persona, **asked)


def reviewed(bureau: Bureau, quarter: int, persona: str = COUNTY, organization: str = BODY) -> str:
    """The id of a report that the city's bureau has reviewed."""
    id_: str = draft(bureau, quarter, persona, organization)["id"]
    bureau.done("submitProgressReport", persona, **bureau.on("report"))
    bureau.done("reviewProgressReport", CITY, **bureau.on("report"), opinion="情况属实")
    return id_


def test_who_reports_when_and_what_is_frozen(bureau: Bureau) -> None:
    this_year = local_day(now()).year
    asked = {"organizationId": BODY, "year": YEAR, "quarter": 4, "progress": "进展"}
    legal = body("4103", "LEGAL_UNIT", "MARKET_REGULATION")
    for code, persona, given in (
        ("FORBIDDEN", "county-market-legal", {"organizationId": body("410302", "DEPARTMENT", "MARKET_REGULATION")}),
        ("FORBIDDEN", OTHER, {}),
        ("INVALID_VALUE", COUNTY, {"quarter": 5}),
        ("INVALID_VALUE", COUNTY, {"year": 10**9}),
        ("INVALID_VALUE", "city-market-legal", {"organizationId": legal}),
        ("TOO_EARLY", COUNTY, {"year": this_year + 1}),
    ):
        assert bureau.refused("draftProgressReport", persona, **asked | given) == code, given
    first = draft(bureau, 4, problems="专职人员不足")
    assert bureau.refused("draftProgressReport", COUNTY, **asked) == "ALREADY_EXISTS"
    # 4 January 2026, a Sunday, was worked for the holiday of 1 to 3 January.
    (deadline,) = first["deadlines"]
    assert (deadline["event"], deadline["dueAt"][:10]) == ("QUARTERLY_REPORT", "2026-01-15")
    # Nobody but its author sees a draft.
    on = {"id": first["id"]}
    assert bureau.client.ask(SEEN, on, CITY) == {"node": None}
    submitted = bureau.done("submitProgressReport", COUNTY, **bureau.on("report"))
    assert [each["state"] for each in submitted["deadlines"]] == ["MET_LATE"]
    for persona in (CITY, OFFICE, "county-government", "leading-group-member"):
        assert bureau.client.ask(SEEN, on, persona)["node"]["state"] == "SUBMITTED"
    assert bureau.client.ask(SEEN, on, OTHER) == bureau.client.ask(SEEN, on, "zhengzhou-judicial") == {"node": None}
    told = bureau.client.ask(
        "{ notifications(first: 1, filter: { action: [SUBMIT] }) { nodes { action objectType } } }", None, CITY
    )
    assert told["notifications"]["nodes"] == [{"action": "SUBMIT", "objectType": "ProgressReport"}]
    # What was submitted stays as it is; a correction is the next edition.
    on_first = bureau.on("report")
    assert bureau.refused("updateProgressReport", COUNTY, **on_first, progress="另一进展") == "INVALID_STATE"
    second = bureau.done("reviseProgressReport", COUNTY, reportId=first["id"])
    # What is corrected was handed in, and the quarter's time may be over.
    assert second["deadlines"] == []
    assert (second["edition"], second["state"], second["predecessor"]["id"]) == (2, "DRAFT", first["id"])
    assert bureau.refused("reviseProgressReport", COUNTY, reportId=first["id"]) == "NEXT_EDITION_DRAFTED"
    offered = "query($id: ID!) { node(id: $id) { ... on ProgressReport { availableActions } } }"
    assert bureau.client.ask(offered, {"id": first["id"]}, COUNTY)["node"] == {"availableActions": []}
    bureau.done("updateProgressReport", COUNTY, **bureau.on("report"), progress="更正后的进展")
    # Until it is submitted the first one stands, and may be reviewed.
    assert bureau.client.ask(SEEN, on, CITY) == {"node": {"edition": 1, "state": "SUBMITTED", "progress": "进展"}}
    bureau.done("submitProgressReport", COUNTY, **bureau.on("report"))
    assert bureau.client.ask(SEEN, on, CITY) == {"node": {"edition": 1, "state": "SUPERSEDED", "progress": "进展"}}
    assert bureau.refused("reviewProgressReport", CITY, **on_first | {"version": 3}, opinion="x") == "INVALID_STATE"


def test_a_quarter_is_reported_once_it_is_over(bureau: Bureau) -> None:
    today = local_day(now())
    quarter = (today.month + 2) // 3
    draft(bureau, quarter, year=today.year)
    assert bureau.refused("submitProgressReport", COUNTY, **bureau.on("report")) == "TOO_EARLY"


def test_bulletins_draw_on_what_is_reviewed_and_have_no_gaps(bureau: Bureau) -> None:
    told = {"title": "年度通报", "content": "现将有关情况通报如下"}
    series = "SELECT last FROM number_series WHERE series = '通报字' AND year = $1"
    known = bureau.rows.value(series, local_day(now()).year) or 0
    reports = [reviewed(bureau, 1), reviewed(bureau, 1, OTHER, OTHER_BODY)]
    for code, persona, given in (
        ("INVALID_VALUE", OFFICE, []),
        ("NOT_FOUND", "county-market-officer", reports),
        ("FORBIDDEN", "county-government", reports[:1]),
        ("FORBIDDEN", CITY, reports),
        ("INVALID_STATE", OFFICE, [draft_and_submit(bureau, 2)]),
    ):
        assert bureau.refused("draftBulletin", persona, reportIds=given, **told) == code, given
    bulletin = bureau.done("draftBulletin", OFFICE, reportIds=reports, **told)
    assert (bulletin["state"], bulletin["number"], len(bulletin["reports"])) == ("DRAFT", None, 2)
    document = "{ bulletins(filter: { state: [DRAFT] }) { nodes { id } } }"
    assert {"id": bulletin["id"]} in bureau.client.ask(document, None, OFFICE)["bulletins"]["nodes"]
    assert bureau.client.ask(document) == {"bulletins": {"nodes": []}}
    # A report that was corrected meanwhile is not told any more.
    bureau.done("reviseProgressReport", COUNTY, reportId=reports[0])
    correction = bureau.done("submitProgressReport", COUNTY, **bureau.on("report"))
    offered = "query($id: ID!) { node(id: $id) { ... on Bulletin { availableActions } } }"
    assert bureau.client.ask(offered, {"id": bulletin["id"]}, OFFICE)["node"]["availableActions"] == ["UPDATE"]
    assert bureau.refused("publishBulletin", OFFICE, **bureau.on("bulletin")) == "REPORT_SUPERSEDED"
    bureau.done("reviewProgressReport", CITY, **bureau.on("report"), opinion="更正属实")
    bureau.done("updateBulletin", OFFICE, **bureau.on("bulletin"), reportIds=[correction["id"], reports[1]])
    # Of several that are published at once each has its number, and the one that is refused leaves no gap.
    several = [bureau.on("bulletin")]
    for _ in range(3):
        bureau.done("draftBulletin", OFFICE, reportIds=[reports[1]], **told)
        several.append(bureau.on("bulletin"))
    stale = {**several[0], "version": 99}
    payloads = at_once(bureau, [("publishBulletin", OFFICE, on) for on in (*several, stale)])
    done = [payload["bulletin"] for payload in payloads if not payload["userErrors"]]
    assert len(done) == 4 and all(each["state"] == "PUBLISHED" for each in done)
    assert {report["report"]["state"] for each in done for report in each["reports"]} == {"BULLETINED"}
    numbers = [int(each["number"].rpartition("〕")[2].removesuffix("号")) for each in done]
    assert sorted(numbers) == list(range(known + 1, known + 5))
    # Everyone reads them, though not what they draw on.
    shown = "number title reports { report { id } } history { at }"
    read = f"query($id: ID!) {{ node(id: $id) {{ ... on Bulletin {{ {shown} }} }} }}"
    public = bureau.client.ask(read, {"id": done[0]["id"]})["node"]
    assert public == {"number": done[0]["number"], "title": told["title"], "reports": [], "history": []}
    heard = "{ notifications(first: 1, filter: { action: [PUBLISH] }) { nodes { objectType } } }"
    assert bureau.client.ask(heard, None, COUNTY)["notifications"]["nodes"] == [{"objectType": "Bulletin"}]


def draft_and_submit(bureau: Bureau, quarter: int) -> str:
    id_: str = draft(bureau, quarter)["id"]
    bureau.done("submitProgressReport", COUNTY, **bureau.on("report"))
    return id_
