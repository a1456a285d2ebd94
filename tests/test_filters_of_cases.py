"""Cases of days and of a procedure, and how many tasks there are, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from resolvers.global_id import GlobalID
from tests.bureau import MARKET, OFFICER, Bureau, case_of, officers, register

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
