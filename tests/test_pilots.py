"""Pilots over HTTP: what may be named, by when, and how many townships of a county."""

from __future__ import annotations

from typing import Any

from resolvers.global_id import GlobalID
from tests.bureau import MARKET, Bureau, body
from tests.test_at_once import at_once

COUNTY_BUREAU, OTHER = "county-judicial", "county-judicial-2"
BODY, OTHER_BODY = body("410302", "JUDICIAL_BUREAU"), body("410303", "JUDICIAL_BUREAU")


def named(region: str, organization: str = BODY, **given: Any) -> dict[str, Any]:
    asked = {"organizationId": organization, "regionId": str(GlobalID("Region", region)), "namedOn": "2023-02-28"}
    return {**asked, **given}


def test_what_may_be_named_and_when_it_is_late(bureau: Bureau) -> None:
    for code, persona, asked in (
        ("FORBIDDEN", "city-judicial", named("410302002")),
        ("FORBIDDEN", OTHER, named("410302002")),
        ("NO_COORDINATOR", COUNTY_BUREAU, named("410302002", MARKET)),
        ("INVALID_VALUE", COUNTY_BUREAU, named("410303001")),
        ("INVALID_VALUE", COUNTY_BUREAU, named("4103")),
        ("INVALID_VALUE", COUNTY_BUREAU, named("410302002", enforcementFields=["HEALTH"])),
        ("INVALID_VALUE", COUNTY_BUREAU, named("410302002", namedOn="2999-01-01")),
        ("INVALID_VALUE", COUNTY_BUREAU, named("410302002", namedOn="2022-12-31")),
        ("ALREADY_EXISTS", COUNTY_BUREAU, named("410302")),
        ("TOO_MANY_PILOTS", OTHER, named("410303002", OTHER_BODY)),
    ):
        assert bureau.refused("namePilot", persona, **asked) == code, asked
    # The last day of the plan is in time, the day after is late.
    bureau.rows.execute("DELETE FROM pilot WHERE region_code = '410302'")
    fields = ["HEALTH", "MARKET_REGULATION", "HEALTH"]
    pilot = bureau.done("namePilot", COUNTY_BUREAU, **named("410302", enforcementFields=fields))
    assert (pilot["scope"], pilot["isLate"], pilot["dueOn"]) == ("CHOSEN_FIELDS", False, "2023-02-28")
    assert bureau.rows.value("SELECT enforcement_fields FROM pilot WHERE region_code = '410302'") == fields[:2]
    late = bureau.done("namePilot", COUNTY_BUREAU, **named("410302002", namedOn="2023-03-01"))
    assert (late["scope"], late["isLate"], late["availableActions"]) == ("TOWNSHIP", True, ["WITHDRAW"])
    told = "SELECT count(*) FROM notification WHERE object_type = 'Pilot' AND organization_id = $1::uuid"
    city = GlobalID.parse(body("4103", "JUDICIAL_BUREAU"))
    assert city is not None and bureau.rows.value(told, city.key) == 2
    # What is withdrawn makes room for another.
    assert bureau.refused("namePilot", COUNTY_BUREAU, **named("410302003")) == "TOO_MANY_PILOTS"
    bureau.done("withdrawPilot", COUNTY_BUREAU, **bureau.on("pilot"), reason="改由另一街道试点")
    bureau.done("namePilot", COUNTY_BUREAU, **named("410302003"))
    bureau.done("confirmPilot", "city-judicial", **bureau.on("pilot"))
    assert bureau.refused("withdrawPilot", COUNTY_BUREAU, **bureau.on("pilot"), reason="x") == "INVALID_STATE"


def test_a_third_township_is_refused_though_all_are_named_at_once(bureau: Bureau) -> None:
    bureau.rows.execute("DELETE FROM pilot")
    regions = [f"41030200{number}" for number in range(1, 7)]
    payloads = at_once(bureau, [("namePilot", COUNTY_BUREAU, named(region)) for region in regions])
    codes = [error["code"] for payload in payloads for error in payload["userErrors"]]
    assert codes == ["TOO_MANY_PILOTS"] * 4
    assert bureau.rows.value("SELECT count(*) FROM pilot") == 2
