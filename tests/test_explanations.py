"""Special explanations over HTTP: who has to explain, by when, and which act withdraws it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

from models.base import now
from models.counting import local_day
from resolvers.global_id import GlobalID
from tests.bureau import HEALTH, MARKET, OFFICER, TOWNSHIP, Bureau, body, register
from tests.cluster import Rows, until
from tests.examples import MARKET as MARKET_KEY
from tests.examples import copy_row, key

JUDICIAL, COUNTY_GOVERNMENT = "county-judicial", "county-government"
BODY, OTHER_BODY = body("410302", "JUDICIAL_BUREAU"), body("410303", "JUDICIAL_BUREAU")
GENERATE = "GENERATE_SPECIAL_EXPLANATIONS"
HELD = "organization_id = $1::uuid AND year = $2"


def this_year() -> int:
    return local_day(now()).year


def uuid_of(global_id: str) -> str:
    parsed = GlobalID.parse(global_id)
    assert parsed is not None
    return parsed.key


def open_the_year(bureau: Bureau) -> None:
    """Let the explanations of this year be generated from its first day on."""
    bureau.rows.execute("UPDATE deadline_rule SET month = 1, day = 1 WHERE event = 'GENERATE_SPECIAL_EXPLANATIONS'")


def hold(bureau: Bureau, organization: str, act_type: str) -> str:
    """Give an organization a duty on a type of act; answers the key of the duty item."""
    id_, owner = key("explained", organization, act_type), uuid_of(organization)
    if bureau.rows.value("SELECT true FROM duty_item WHERE id = $1", id_) is None:
        copied = f"organization_id = '{owner}' AND state = 'PUBLISHED'"
        copy_row(bureau.rows, "duty_item", copied, id=id_, code=f"E-{act_type}", act_type=act_type, content=None)
    return str(GlobalID("DutyItem", id_))


def generated(bureau: Bureau, act_type: str, organization: str = HEALTH) -> dict[str, Any]:
    """Generate what the county's organs have to explain of this year, and look at one organ's."""
    open_the_year(bureau)
    hold(bureau, organization, act_type)
    bureau.done("generateSpecialExplanations", JUDICIAL, organizationId=BODY, year=this_year())
    found = bureau.rows.fetch(
        f"SELECT id, version, state FROM special_explanation WHERE {HELD} AND act_type = $3",
        uuid_of(organization),
        this_year(),
        act_type,
    )
    (row,) = found
    id_ = str(GlobalID("SpecialExplanation", str(row["id"])))
    bureau.objects["explanation"] = {"id": id_, "version": row["version"], "state": row["state"]}
    return bureau.objects["explanation"]


def explained(rows: Rows, organization: str, year: int) -> dict[str, str]:
    """The states of what an organization has to explain, by type of act."""
    found = rows.fetch(f"SELECT act_type, state FROM special_explanation WHERE {HELD}", uuid_of(organization), year)
    return {row["act_type"]: row["state"] for row in found}


def test_who_has_the_duty_and_did_not_act_and_nobody_else(bureau: Bureau) -> None:
    rows, year = bureau.rows, this_year()
    asked = {"organizationId": BODY, "year": year}
    day = rows.value("SELECT make_date($1, month, day) FROM deadline_rule WHERE event = $2", year, GENERATE)
    if local_day(now()) < day:
        assert bureau.refused("generateSpecialExplanations", JUDICIAL, **asked) == "TOO_EARLY"
    assert bureau.refused("generateSpecialExplanations", JUDICIAL, **asked | {"year": year + 1}) == "TOO_EARLY"
    assert bureau.refused("generateSpecialExplanations", JUDICIAL, **asked | {"year": 10**9}) == "INVALID_VALUE"
    assert bureau.refused("generateSpecialExplanations", "county-judicial-2", **asked) == "FORBIDDEN"
    open_the_year(bureau)
    # The department acts on one duty and registers, no more, a case on another; the township's team acts for it.
    hold(bureau, MARKET, "LEVY")
    hold(bureau, MARKET, "CONFIRMATION")
    case = "id = (SELECT id FROM enforcement_case WHERE act_type = 'INSPECTION' AND NOT is_offered LIMIT 1)"
    team = body("410302001", "TOWNSHIP_ENFORCEMENT")
    rows.execute("UPDATE enforcement_case SET decided_at = NULL, registered_at = registered_at - interval '3 years'")
    for number, (organ, act_type, state, decided) in enumerate(
        (
            (MARKET, "LEVY", "DECIDED", now()),
            (MARKET, "CONFIRMATION", "REGISTERED", None),
            (MARKET, "PENALTY", "DECIDED", now().replace(year=year - 2)),
            (MARKET, "COERCION", "IMPLEMENTED", None),
            # What was approved and never done.
            (body("410303", *MARKET_KEY), "COERCION", "WITHDRAWN", None),
            (team, "PENALTY", "NOT_PENALIZED", now()),
        )
    ):
        changes = {"procedure": "ORDINARY" if act_type == "PENALTY" else None, "registered_at": now()}
        region = {team: "410302001", MARKET: "410302"}.get(organ, "410303")
        copy_row(
            rows,
            "enforcement_case",
            case,
            id=key("acted", number),
            number=f"E-{number}",
            organization_id=uuid_of(organ),
            region_code=region,
            act_type=act_type,
            state=state,
            decided_at=decided,
            **changes,
        )
    round_ = bureau.done("generateSpecialExplanations", JUDICIAL, **asked)
    assert round_["generated"] == rows.value("SELECT count(*) FROM special_explanation WHERE year = $1", year) > 20
    expected = dict.fromkeys(
        ("CONFIRMATION", "PENALTY", "LICENSING", "INSPECTION", "REWARD", "ADJUDICATION"), "GENERATED"
    )
    assert explained(rows, MARKET, year) == expected
    assert explained(rows, TOWNSHIP, year) == {"INSPECTION": "GENERATED"}
    assert explained(rows, body("410302002", "TOWNSHIP_GOVERNMENT"), year) == dict.fromkeys(
        ("INSPECTION", "PENALTY"), "GENERATED"
    )
    # A duty of supervision is none of enforcement; the other county is no part of the area.
    assert explained(rows, BODY, year) == explained(rows, body("410303", *MARKET_KEY), year) == {}
    government = rows.fetch("SELECT DISTINCT government_id FROM special_explanation WHERE year = $1", year)
    assert [str(row["government_id"]) for row in government] == [uuid_of(body("410302", "GOVERNMENT"))]
    # Each is due on the year's last day, and in the audit.
    due = rows.fetch(
        """SELECT DISTINCT d.due_at, e.next_due_at FROM special_explanation e JOIN deadline d ON d.explanation_id = e.id
           WHERE e.year = $1""",
        year,
    )
    assert len(due) == 1 and due[0]["due_at"] == due[0]["next_due_at"]
    assert local_day(due[0]["due_at"]) == date(year, 12, 31)
    entries = "SELECT count(*) FROM audit_entry WHERE object_type = 'SpecialExplanation'"
    assert rows.value(entries) == round_["generated"]
    # The organs are asked all at once, of which their government hears too.
    told = "SELECT count(*) FROM notification WHERE object_type = 'SpecialExplanation' AND action = 'NOTIFY'"
    on = bureau.on("round")
    assert bureau.refused("notifySpecialExplanations", "county-judicial-2", **on) == "NOT_FOUND"
    assert bureau.refused("notifySpecialExplanations", "city-judicial", **on) == "FORBIDDEN"
    bureau.done("notifySpecialExplanations", JUDICIAL, **on)
    assert set(explained(rows, MARKET, year).values()) == {"NOTIFIED"}
    assert rows.value(told) == 2 * round_["generated"]
    # Who is asked is told by whom, though the round is the bureau's own.
    document = "{ specialExplanations(first: 100) { nodes { history { command actor } } } }"
    for persona in ("county-market-officer", "county-government"):
        nodes = bureau.client.ask(document, persona=persona)["specialExplanations"]["nodes"]
        asked_by = {(each["command"], each["actor"]) for node in nodes for each in node["history"][:1]}
        assert asked_by == {("notify_special_explanations", "老城督")}, persona
    # A second generation makes nothing that is there; another bureau's makes its own area's.
    assert bureau.done("generateSpecialExplanations", JUDICIAL, **asked)["generated"] == 0
    bureau.done("generateSpecialExplanations", "county-judicial-2", **asked | {"organizationId": OTHER_BODY})
    others = explained(rows, body("410303", *MARKET_KEY), year)
    assert set(others.values()) == {"GENERATED"} and "COERCION" in others


def test_a_year_that_is_over_is_explained_by_who_held_the_duty_on_its_last_day(bureau: Bureau) -> None:
    last, ends = (
        this_year() - 1,
        "UPDATE duty_item SET state = 'REVOKED', valid_from = $1, valid_to = $2 WHERE code = $3",
    )
    for act_type, day in (("LEVY", date(last + 1, 1, 1)), ("CONFIRMATION", date(last, 12, 31))):
        hold(bureau, HEALTH, act_type)
        bureau.rows.execute(ends, date(last, 1, 1), day, f"E-{act_type}")
    bureau.done("generateSpecialExplanations", JUDICIAL, organizationId=BODY, year=last)
    assert set(explained(bureau.rows, HEALTH, last)) & {"LEVY", "CONFIRMATION"} == {"LEVY"}


def test_an_act_withdraws_it_and_the_last_day_makes_it_overdue(bureau: Bureau) -> None:
    generated(bureau, "LEVY", MARKET)
    document = "query($id: ID!) { node(id: $id) { ... on SpecialExplanation { state withdrawingCase { id } } } }"
    on = {"id": bureau.objects["explanation"]["id"]}
    assert bureau.client.ask(document, on, OFFICER) == {"node": None}
    bureau.done("notifySpecialExplanation", JUDICIAL, **bureau.on("explanation"))
    assert bureau.client.ask(document, on, OFFICER)["node"]["state"] == "NOTIFIED"
    told = bureau.rows.value("SELECT count(*) FROM notification WHERE object_type = 'SpecialExplanation'")
    assert told == 2
    # Past its last day it is overdue, and still to be explained.
    moved = "UPDATE {} SET {} = {} WHERE {} = $1::uuid"
    late = now() - timedelta(days=1)
    for table, column, by in (("deadline", "due_at", "explanation_id"), ("special_explanation", "next_due_at", "id")):
        bureau.rows.execute(moved.format(table, column, "$2", by), uuid_of(on["id"]), late)
    assert bureau.client.ask(document, on, OFFICER)["node"]["state"] == "OVERDUE"
    assert bureau.refused("acceptSpecialExplanation", COUNTY_GOVERNMENT, **bureau.on("explanation")) == "INVALID_STATE"
    listed = "{ specialExplanations(filter: { due: PASSED, actType: [LEVY] }) { nodes { id } } }"
    assert bureau.client.ask(listed, None, OFFICER)["specialExplanations"]["nodes"] == [on]
    submitted = bureau.done(
        "submitSpecialExplanation", OFFICER, **bureau.on("explanation"), explanation="本年度无此类事项"
    )
    assert (submitted["state"], [each["state"] for each in submitted["deadlines"]]) == ("SUBMITTED", ["MET_LATE"])
    returned = bureau.done(
        "returnSpecialExplanation", COUNTY_GOVERNMENT, **bureau.on("explanation"), reason="请说明检查情况"
    )
    assert "RUNNING" in {each["state"] for each in returned["deadlines"]} or "NEAR" in {
        each["state"] for each in returned["deadlines"]
    }
    # An act of another type leaves it; an act of its type withdraws it, with the case that did.
    for act_type, state in (("CONFIRMATION", "RETURNED"), ("LEVY", "WITHDRAWN")):
        duty = hold(bureau, MARKET, act_type)
        case = register(bureau, dutyItemId=duty, actType=act_type)
        assert bureau.client.ask(document, on, OFFICER)["node"]["state"] == "RETURNED"
        bureau.done("decideCase", OFFICER, **bureau.on("case"), decision="决定征收")
        assert bureau.client.ask(document, on, OFFICER)["node"]["state"] == state
    assert bureau.client.ask(document, on, OFFICER)["node"]["withdrawingCase"] == {"id": case["id"]}
    assert (
        bureau.rows.value("SELECT next_due_at FROM special_explanation WHERE id = $1::uuid", uuid_of(on["id"])) is None
    )
    # Who acted is not asked again.
    bureau.done("generateSpecialExplanations", JUDICIAL, organizationId=BODY, year=this_year())
    assert explained(bureau.rows, MARKET, this_year())["LEVY"] == "WITHDRAWN"


def test_an_act_while_they_are_generated_is_not_missed(bureau: Bureau) -> None:
    open_the_year(bureau)
    register(bureau, dutyItemId=hold(bureau, MARKET, "LEVY"), actType="LEVY")
    waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    other = Rows(bureau.rows.url)
    with ThreadPoolExecutor(1) as threads:
        # Another act of the year is not committed yet, so the generation waits for it; this one comes in between.
        other.execute("BEGIN")
        other.execute("SELECT pg_advisory_xact_lock_shared(hashtext('jiandu.explanations'))")
        other.execute(
            "UPDATE enforcement_case SET decided_at = now() WHERE id = $1::uuid", uuid_of(bureau.on("case")["id"])
        )
        made = threads.submit(
            bureau.run, "generateSpecialExplanations", JUDICIAL, organizationId=BODY, year=this_year()
        )
        until(lambda: bureau.rows.value(waiting) > 0, 60)
        other.execute("COMMIT")
        assert made.result(60)["userErrors"] == []
    other.close()
    assert "LEVY" not in explained(bureau.rows, MARKET, this_year())
