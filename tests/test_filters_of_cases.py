"""Cases of days and of a procedure, and how many tasks there are, over HTTP."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from models import TaskType, state_machine
from resolvers.declarations import NODES
from resolvers.global_id import GlobalID
from schema.build import build_schema
from tests.bureau import CREDIT_CODE, MARKET, OFFICER, PERSON, Bureau, case_of, key_of, officers, register

CASES = "query($f: EnforcementCaseFilter!) { cases(filter: $f) { totalCount nodes { id } } }"


# Of a case registered on 2031-03-05 under the ordinary procedure: what is asked for, and whether it is found.
ASKED: list[tuple[dict[str, Any], bool]] = [
    ({"registeredSince": "2031-03-05"}, True),
    ({"registeredSince": "2031-03-06"}, False),
    ({"registeredUntil": "2031-03-05"}, True),
    ({"registeredUntil": "2031-03-04"}, False),
    ({"registeredSince": "2031-03-05", "registeredUntil": "2031-03-05"}, True),
    ({"registeredSince": "2031-03-06", "registeredUntil": "2031-03-04"}, False),
    ({"registeredSince": "0001-01-01", "registeredUntil": "9999-12-31"}, True),
    ({"procedure": ["ORDINARY"], "registeredSince": "2031-01-01"}, True),
    ({"procedure": ["SIMPLE"], "registeredSince": "2031-01-01"}, False),
    ({"procedure": ["SIMPLE", "ORDINARY"], "registeredSince": "2031-01-01"}, True),
]


def test_which_days_and_which_procedure(bureau: Bureau) -> None:
    case = register(bureau)
    key = GlobalID.parse(case["id"])
    assert key is not None
    number = number_of(bureau)
    for moment in ("2031-03-05 00:00:00+08", "2031-03-05 23:59:59.999+08"):
        bureau.rows.execute(f"UPDATE enforcement_case SET registered_at = '{moment}' WHERE id = $1::uuid", key.key)
        for asked, is_found in ASKED:
            found = bureau.client.ask(CASES, {"f": {**asked, "number": number}}, OFFICER)["cases"]
            assert [each["id"] for each in found["nodes"]] == ([case["id"]] if is_found else []), (moment, asked)
            assert found["totalCount"] == is_found, (moment, asked)


# When each act was done, by the column that keeps it.
ACTS = {"filed": "filed_at", "decided": "decided_at", "closed": "closed_at", "published": "published_at"}


def test_on_which_days_it_was_acted_on(bureau: Bureau) -> None:
    case = register(bureau)
    number = number_of(bureau)
    columns = ", ".join(f"{column} = $2::timestamptz" for column in ACTS.values())
    written = f"UPDATE enforcement_case SET registered_at = '2031-03-05 00:00:00+08', {columns} WHERE id = $1::uuid"

    def is_found(**asked: str) -> bool:
        found = bureau.client.ask(CASES, {"f": {**asked, "number": number}}, OFFICER)["cases"]
        assert found["totalCount"] == len(found["nodes"])
        return bool(found["nodes"] == [{"id": case["id"]}])

    for act in ACTS:
        bureau.rows.execute(written, key_of(bureau), None)
        # What was not done was done on no day.
        assert not is_found(**{f"{act}Since": "0001-01-01"}) and not is_found(**{f"{act}Until": "9999-12-31"})
        for moment in ("2031-03-05 00:00:00+08", "2031-03-05 23:59:59.999+08"):
            bureau.rows.execute(written, key_of(bureau), datetime.fromisoformat(moment))
            for since, until, expected in (
                ("2031-03-05", "2031-03-05", True),
                ("2031-03-06", "2031-03-06", False),
                ("2031-03-04", "2031-03-04", False),
                ("2031-03-04", "2031-03-06", True),
            ):
                assert is_found(**{f"{act}Since": since, f"{act}Until": until}) == expected, (act, moment)
            assert is_found(**{f"{act}Since": "2031-03-05"}) and not is_found(**{f"{act}Since": "2031-03-06"})
            assert is_found(**{f"{act}Until": "2031-03-05"}) and not is_found(**{f"{act}Until": "2031-03-04"})


def test_by_a_name_that_is_shown(bureau: Bureau) -> None:
    shop = {"kind": "ENTERPRISE", "name": "洛阳独一商贸有限公司", "creditCode": CREDIT_CODE}
    published = "UPDATE enforcement_case SET state = 'CLOSED', decided_at = now(), published_at = now() WHERE id = $1"
    for party, is_told in ((shop, True), ({**PERSON, "name": "张独一"}, False)):
        register(bureau, party=party)
        bureau.rows.execute(published, key_of(bureau))
        case = bureau.objects["case"]["id"]
        for persona, finds in ((OFFICER, True), (None, is_told), ("vertical-tax-officer", is_told)):
            found = bureau.client.ask(CASES, {"f": {"partyName": party["name"]}}, persona)["cases"]
            assert found == {"totalCount": int(finds), "nodes": [{"id": case}] if finds else []}, (party, persona)


def test_from_which_source(bureau: Bureau) -> None:
    register(bureau, source="COMPLAINT")
    number = number_of(bureau)
    for sources, found in ((["COMPLAINT"], 1), (["INSPECTION"], 0), (["INSPECTION", "COMPLAINT"], 1)):
        page = bureau.client.ask(CASES, {"f": {"source": sources, "number": number}}, OFFICER)["cases"]
        assert page["totalCount"] == len(page["nodes"]) == found


def test_which_officer_handles_them_is_told_to_who_sees_the_officer(bureau: Bureau) -> None:
    case = register(bureau)
    key = GlobalID.parse(case["id"])
    assert key is not None
    number = number_of(bureau)
    one, other, *idle = officers(bureau, MARKET)
    # The public sees the case and its list, and none of its officers.
    bureau.rows.execute(
        """UPDATE enforcement_case SET state = 'CLOSED', decided_at = now(), published_at = now()
           WHERE id = $1::uuid""",
        key.key,
    )

    def found(persona: str | None, **asked: str) -> list[str]:
        page = bureau.client.ask(CASES, {"f": {**asked, "number": number}}, persona)["cases"]
        assert page["totalCount"] == len(page["nodes"])
        return [each["id"] for each in page["nodes"]]

    for official in (OFFICER, "county-judicial"):
        assert found(official, officer=one) == found(official, officer=other) == [case["id"]]
        assert found(official, officer=idle[0]) == []
    for stranger in (None, "zhengzhou-judicial"):
        assert found(stranger) == [case["id"]] and found(stranger, officer=one) == []
    # Who sees the officer and the case, but the case only as it is published, is not told that they belong together.
    line = "city-market-legal"
    assert found(line, officer=one) == [case["id"]]
    bureau.rows.execute("UPDATE enforcement_case SET field = 'FORESTRY' WHERE id = $1::uuid", key.key)
    named = bureau.client.ask("query($id: ID!) { node(id: $id) { id } }", {"id": one}, line)["node"]
    assert (named, found(line), found(line, officer=one)) == ({"id": one}, [case["id"]], [])


def test_whose_id_is_no_officers_is_refused(bureau: Bureau) -> None:
    answer = bureau.client.post(CASES, {"f": {"officer": MARKET}}, persona=OFFICER).json()
    (error,) = answer["errors"]
    assert error["extensions"]["code"] == "INVALID_ID" and error["extensions"]["field"] == "filter.officer"


def number_of(bureau: Bureau) -> str:
    document = "query($id: ID!) { case(by: { id: $id }) { number } }"
    number: str = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]["number"]
    return number


@pytest.mark.parametrize("persona", [OFFICER, "county-judicial", "county-government", None])
def test_how_many_tasks_there_are(bureau: Bureau, persona: str | None) -> None:
    document = """query($after: String) { myTasks(first: 100, after: $after) {
        totalCount totalCountAtLeast hasNextPage endCursor nodes { dueAt } } }"""
    page = bureau.client.ask(document, None, persona)["myTasks"]
    first, found = page["totalCount"], len(page["nodes"])
    while page["hasNextPage"]:
        page = bureau.client.ask(document, {"after": page["endCursor"]}, persona)["myTasks"]
        # Of every page it is the number of all.
        assert page["totalCount"] == first
        found += len(page["nodes"])
    assert page["totalCountAtLeast"] == found == first
    register(bureau)
    assert case_of(bureau, OFFICER) is not None
    again = bureau.client.ask("{ myTasks { totalCount } }", None, persona)["myTasks"]["totalCount"]
    assert again == first + (persona == OFFICER)


TASKS = """query($after: String, $f: TaskFilter) { myTasks(first: 100, after: $after, filter: $f) {
    totalCount hasNextPage endCursor nodes { dueAt object { __typename id } } } }"""


def tasks_of(bureau: Bureau, persona: str, asked: dict[str, Any] | None) -> list[dict[str, Any]]:
    """All tasks of a persona, page by page; each page knows how many they are."""
    found: list[dict[str, Any]] = []
    after = None
    while True:
        page = bureau.client.ask(TASKS, {"after": after, "f": asked}, persona)["myTasks"]
        found += page["nodes"]
        if not page["hasNextPage"]:
            assert page["totalCount"] == len(found)
            return found
        after = page["endCursor"]


def test_tasks_are_narrowed_to_types_and_to_what_is_due(bureau: Bureau) -> None:
    near = "SELECT next_near_at <= now() FROM {} WHERE id = $1::uuid"
    for persona in ("county-judicial", OFFICER):
        everything = tasks_of(bureau, persona, None)
        names = {each["object"]["__typename"] for each in everything}
        assert len(names) > 2
        for type_ in TaskType:
            expected = [each for each in everything if each["object"]["__typename"] == type_.type_name]
            assert tasks_of(bureau, persona, {"objectType": [type_.name]}) == expected, type_
        two = [type_ for type_ in TaskType if type_.type_name in names][:2]
        expected = [each for each in everything if each["object"]["__typename"] in {type_.type_name for type_ in two}]
        assert tasks_of(bureau, persona, {"objectType": [type_.name for type_ in two]}) == expected
        assert tasks_of(bureau, persona, {"objectType": []}) == []
        now = datetime.now(UTC)
        running = [each for each in everything if each["dueAt"]]
        passed = [each for each in running if datetime.fromisoformat(each["dueAt"]) < now]
        assert tasks_of(bureau, persona, {"due": "PASSED"}) == passed
        found = tasks_of(bureau, persona, {"due": "NEAR"})
        assert found == [
            each
            for each in running
            if each not in passed and bureau.rows.value(near.format(table_of(each["object"])), key_in(each["object"]))
        ]
        both = {"due": "PASSED", "objectType": [two[0].name]}
        assert tasks_of(bureau, persona, both) == [
            each for each in passed if each["object"]["__typename"] == two[0].type_name
        ]


def key_in(shown: dict[str, Any]) -> str:
    """The key of an object."""
    parsed = GlobalID.parse(shown["id"])
    assert parsed is not None
    return parsed.key


def table_of(shown: dict[str, Any]) -> str:
    """The table of an object."""
    (model,) = (model for model, each in NODES.items() if each.type_name == shown["__typename"])
    return str(model.__tablename__)


def test_each_type_with_tasks_can_be_asked_for() -> None:
    build_schema()
    machines = {each.type_name: state_machine(model.__name__) for model, each in NODES.items()}
    with_tasks = {
        name for name, machine in machines.items() if machine and any(each.is_task for each in machine.transitions)
    }
    assert {type_.type_name for type_ in TaskType} == with_tasks
