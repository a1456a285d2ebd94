"""Commands: what is changed, recorded and remembered together, and what is refused."""

from __future__ import annotations

import threading
from typing import Any

import asyncpg
import pytest

from resolvers.audit import Chain, verify
from tests.bureau import Bureau
from tests.cluster import Rows, until
from tests.serving import Client

OFFICE = "establishment-office"
UPDATE = """
mutation Update($input: UpdateStaffingInput!) {
  updateStaffing(input: $input) {
    staffing { id version authorised actual dedicatedBody dedicatedStaff vacancies gaps }
    userErrors { code message field }
  }
}
"""


def some_staffing(client: Client, persona: str = OFFICE) -> dict[str, Any]:
    document = "{ supervisionGaps(first: 1) { nodes { id version authorised actual dedicatedStaff } } }"
    found: dict[str, Any] = client.ask(document, None, persona)["supervisionGaps"]["nodes"][0]
    return found


def update(client: Client, persona: str | None = OFFICE, **given: Any) -> dict[str, Any]:
    payload: dict[str, Any] = client.ask(UPDATE, {"input": given}, persona)["updateStaffing"]
    return payload


def refusal(payload: dict[str, Any]) -> tuple[str, str | None]:
    (error,) = payload["userErrors"]
    assert error["message"]
    return error["code"], error["field"]


def records(rows: Rows) -> tuple[int, int]:
    return rows.value("SELECT count(*) FROM audit_entry"), rows.value("SELECT count(*) FROM command_receipt")


def test_an_update_changes_the_row_and_leaves_an_audit_entry(served: tuple[Client, Rows]) -> None:
    client, rows = served
    seen = some_staffing(client)
    payload = update(client, id=seen["id"], version=1, idempotencyKey="a", authorised=7, actual=6, dedicatedBody=True)
    assert payload["userErrors"] == []
    assert payload["staffing"] == {
        "id": seen["id"],
        "version": 2,
        "authorised": 7,
        "actual": 6,
        "dedicatedBody": True,
        "dedicatedStaff": seen["dedicatedStaff"],
        "vacancies": 1,
        "gaps": ["VACANT_POSTS"],
    }
    (entry,) = rows.fetch("SELECT * FROM audit_entry")
    account = rows.value("SELECT id FROM account WHERE subject = $1", OFFICE)
    assert (entry["account_id"], entry["action"], entry["object_type"]) == (account, "update_staffing", "Staffing")
    assert entry["rule"] == "p, establishment_office, *, Staffing, update, AREA, *"
    assert entry["remote_address"] == "127.0.0.1" and entry["correlation_id"]
    before, after = rows.value("SELECT ARRAY[before->>'authorised', after->>'authorised'] FROM audit_entry")
    assert (before, after) == (str(seen["authorised"]), "7")
    assert rows.value("SELECT after ? 'region_code' FROM audit_entry") is False


def test_what_is_not_given_stays(served: tuple[Client, Rows]) -> None:
    client, _ = served
    seen = some_staffing(client)
    payload = update(client, id=seen["id"], version=1, idempotencyKey="a", authorised=None)
    assert payload["staffing"]["authorised"] == seen["authorised"]


class TestRefusals:
    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ({"version": 9}, ("VERSION_CONFLICT", "version")),
            ({"authorised": -1}, ("INVALID_VALUE", "authorised")),
            ({"actual": 100_001}, ("INVALID_VALUE", "actual")),
            ({"actual": 1, "dedicatedStaff": 2}, ("INVALID_VALUE", "dedicatedStaff")),
            ({"idempotencyKey": ""}, ("INVALID_VALUE", "idempotencyKey")),
            ({"idempotencyKey": "x" * 201}, ("INVALID_VALUE", "idempotencyKey")),
            ({"idempotencyKey": "a\0b"}, ("INVALID_VALUE", "idempotencyKey")),
            ({"id": "x"}, ("INVALID_ID", "id")),
            ({"id": "UmVnaW9uOjQxMDM="}, ("INVALID_ID", "id")),
        ],
        ids=str,
    )
    def test_input(self, steady: Bureau, given: dict[str, Any], expected: tuple[str, str]) -> None:
        client, rows = steady.client, steady.rows
        seen = some_staffing(client)
        payload = update(client, **{"id": seen["id"], "version": 1, "idempotencyKey": "a", "authorised": 3, **given})
        assert refusal(payload) == expected
        assert records(rows) == (0, 0)
        assert some_staffing(client) == seen

    def test_a_conflict_answers_with_the_fresh_version(self, served: tuple[Client, Rows]) -> None:
        client, _ = served
        seen = some_staffing(client)
        update(client, id=seen["id"], version=1, idempotencyKey="a", authorised=8)
        payload = update(client, id=seen["id"], version=1, idempotencyKey="b", authorised=9)
        assert refusal(payload) == ("VERSION_CONFLICT", "version")
        assert (payload["staffing"]["version"], payload["staffing"]["authorised"]) == (2, 8)

    @pytest.mark.parametrize("persona", ["county-judicial", "city-judicial", "province-judicial"])
    def test_one_who_sees_it_but_may_not_change_it(self, steady: Bureau, persona: str) -> None:
        client, rows = steady.client, steady.rows
        seen = some_staffing(client)
        payload = update(client, persona, id=seen["id"], version=1, idempotencyKey="a", authorised=3)
        assert refusal(payload) == ("FORBIDDEN", None)
        assert payload["staffing"]["id"] == seen["id"]
        assert records(rows) == (0, 0)

    @pytest.mark.parametrize("persona", ["zhengzhou-judicial", "county-judicial-2", "finance", "evaluator"])
    def test_one_who_does_not_see_it(self, steady: Bureau, persona: str) -> None:
        client, rows = steady.client, steady.rows
        seen = some_staffing(client)
        payload = update(client, persona, id=seen["id"], version=1, idempotencyKey="a", authorised=3)
        assert (refusal(payload), payload["staffing"]) == (("NOT_FOUND", "id"), None)
        assert records(rows) == (0, 0)

    def test_one_without_a_token(self, served: tuple[Client, Rows]) -> None:
        client, _ = served
        seen = some_staffing(client)
        payload = update(client, None, id=seen["id"], version=1, idempotencyKey="a", authorised=3)
        assert (refusal(payload), payload["staffing"]) == (("FORBIDDEN", None), None)


class TestIdempotency:
    def test_the_same_key_acts_once(self, served: tuple[Client, Rows]) -> None:
        client, rows = served
        seen = some_staffing(client)
        given = {"id": seen["id"], "version": 1, "idempotencyKey": "a", "authorised": 8}
        first, second = update(client, **given), update(client, **given)
        assert first == second and first["staffing"]["version"] == 2
        assert records(rows) == (1, 1)

    def test_the_same_key_for_something_else(self, served: tuple[Client, Rows]) -> None:
        client, rows = served
        seen = some_staffing(client)
        update(client, id=seen["id"], version=1, idempotencyKey="a", authorised=8)
        payload = update(client, id=seen["id"], version=2, idempotencyKey="a", authorised=9)
        assert refusal(payload) == ("IDEMPOTENCY_KEY_REUSED", "idempotencyKey")
        assert records(rows) == (1, 1)

    def test_a_refused_key_can_be_used_again(self, served: tuple[Client, Rows]) -> None:
        client, _ = served
        seen = some_staffing(client)
        update(client, id=seen["id"], version=9, idempotencyKey="a", authorised=8)
        assert update(client, id=seen["id"], version=1, idempotencyKey="a", authorised=8)["userErrors"] == []

    def test_a_key_belongs_to_its_account(self, served: tuple[Client, Rows]) -> None:
        client, rows = served
        seen = some_staffing(client)
        account = rows.value("SELECT id FROM account WHERE subject = 'finance'")
        rows.execute("UPDATE role_assignment SET role = 'ESTABLISHMENT_OFFICE' WHERE account_id = $1", account)
        update(client, id=seen["id"], version=1, idempotencyKey="a", authorised=8)
        until(lambda: update(client, "finance", id=seen["id"], version=2, idempotencyKey="a", authorised=9)["staffing"])
        assert some_staffing(client)["authorised"] == 9


class TestAtOnce:
    def run(self, client: Client, inputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
        answers: list[dict[str, Any]] = []
        barrier = threading.Barrier(len(inputs))

        def act(given: dict[str, Any]) -> None:
            barrier.wait()
            answers.append(update(client, **given))

        threads = [threading.Thread(target=act, args=(given,)) for given in inputs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return answers

    def test_one_of_many_wins(self, served: tuple[Client, Rows]) -> None:
        client, rows = served
        seen = some_staffing(client)
        inputs = [{"id": seen["id"], "version": 1, "idempotencyKey": f"k{n}", "authorised": 10 + n} for n in range(8)]
        answers = self.run(client, inputs)
        winners = [answer for answer in answers if not answer["userErrors"]]
        losers = [answer for answer in answers if answer["userErrors"]]
        assert len(winners) == 1
        assert {refusal(loser)[0] for loser in losers} == {"VERSION_CONFLICT"}
        assert {loser["staffing"]["authorised"] for loser in losers} == {winners[0]["staffing"]["authorised"]}
        assert records(rows) == (1, 1)

    def test_the_same_key_many_times(self, served: tuple[Client, Rows]) -> None:
        client, rows = served
        seen = some_staffing(client)
        given = {"id": seen["id"], "version": 1, "idempotencyKey": "k", "authorised": 10}
        answers = self.run(client, [given] * 8)
        assert all(answer == answers[0] and answer["userErrors"] == [] for answer in answers)
        assert records(rows) == (1, 1)


def test_several_commands_run_in_order_and_one_does_not_undo_another(served: tuple[Client, Rows]) -> None:
    client, rows = served
    seen = some_staffing(client)
    document = """mutation($a: UpdateStaffingInput!, $b: UpdateStaffingInput!, $c: UpdateStaffingInput!) {
        __typename
        first: updateStaffing(input: $a) { staffing { version } userErrors { code } }
        ...Rest
    }
    fragment Rest on Mutation {
        second: updateStaffing(input: $b) { staffing { version } userErrors { code } }
        third: updateStaffing(input: $c) { staffing { version } userErrors { code } }
    }"""
    inputs = [
        {"id": seen["id"], "version": version, "idempotencyKey": f"k{n}", "authorised": 10 + n}
        for n, version in enumerate((1, 1, 2))
    ]
    data = client.ask(document, dict(zip("abc", inputs, strict=True)), OFFICE)
    assert list(data) == ["__typename", "first", "second", "third"]
    assert data["first"] == {"staffing": {"version": 2}, "userErrors": []}
    assert data["second"] == {"staffing": {"version": 2}, "userErrors": [{"code": "VERSION_CONFLICT"}]}
    assert data["third"] == {"staffing": {"version": 3}, "userErrors": []}
    assert records(rows) == (2, 2)


def test_a_fault_leaves_nothing(served: tuple[Client, Rows]) -> None:
    client, rows = served
    seen = some_staffing(client)
    rows.execute("ALTER TABLE audit_entry ADD CONSTRAINT broken CHECK (action <> 'update_staffing')")
    response = client.post(UPDATE, {"input": {"id": seen["id"], "version": 1, "idempotencyKey": "a"}}, OFFICE)
    (error,) = response.json()["errors"]
    assert (error["extensions"]["code"], error["path"]) == ("INTERNAL_ERROR", ["updateStaffing"])
    assert response.json()["data"] == {"updateStaffing": None}
    assert records(rows) == (0, 0) and some_staffing(client) == seen
    rows.execute("ALTER TABLE audit_entry DROP CONSTRAINT broken")
    assert update(client, id=seen["id"], version=1, idempotencyKey="a", authorised=8)["userErrors"] == []


@pytest.mark.parametrize(
    "selection",
    [
        "organization { subordinates(first: 0) { nodes { id } } }",
        'organization { subordinates(after: "x") { nodes { id } } }',
        "organization { subordinates(first: 100) { nodes { subordinates(first: 100) { nodes { members { totalCount"
        " nodes { id } } } } } } }",
    ],
)
def test_what_cannot_be_answered_is_not_done(served: tuple[Client, Rows], selection: str) -> None:
    client, rows = served
    seen = some_staffing(client)
    document = f"""mutation($i: UpdateStaffingInput!) {{
        updateStaffing(input: $i) {{ staffing {{ {selection} }} userErrors {{ code }} }} }}"""
    given = {"id": seen["id"], "version": 1, "idempotencyKey": "a", "authorised": 9}
    answer = client.post(document, {"i": given}, OFFICE).json()
    assert answer["errors"] and answer["data"] == {"updateStaffing": None}
    assert records(rows) == (0, 0) and some_staffing(client) == seen


def test_one_input_that_is_null_leaves_all_undone(served: tuple[Client, Rows]) -> None:
    client, rows = served
    seen = some_staffing(client)
    fallback = f'{{ id: "{seen["id"]}", version: 1, idempotencyKey: "b" }}'
    document = f"""mutation($a: UpdateStaffingInput!, $b: UpdateStaffingInput = {fallback}) {{
        one: updateStaffing(input: $a) {{ userErrors {{ code }} }}
        two: updateStaffing(input: $b) {{ userErrors {{ code }} }} }}"""
    given = {"id": seen["id"], "version": 1, "idempotencyKey": "a", "authorised": 9}
    response = client.post(document, {"a": given, "b": None}, OFFICE)
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_VARIABLES"
    assert records(rows) == (0, 0)


class TestAuditEntries:
    def write(self, client: Client, count: int) -> None:
        seen = some_staffing(client)
        for version in range(1, count + 1):
            payload = update(
                client, id=seen["id"], version=version, idempotencyKey=f"k{version}", authorised=10 + version
            )
            assert payload["userErrors"] == []

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE audit_entry SET action = 'nothing'",
            "UPDATE audit_entry SET sequence = NULL, hash = NULL, previous_hash = NULL",
            "DELETE FROM audit_entry",
            "TRUNCATE audit_entry",
        ],
    )
    def test_are_append_only(self, served: tuple[Client, Rows], statement: str) -> None:
        client, rows = served
        self.write(client, 1)
        with pytest.raises(asyncpg.PostgresError, match="append-only"):
            rows.execute(statement)

    def test_are_chained_and_a_change_is_found(self, served: tuple[Client, Rows]) -> None:
        client, rows = served
        self.write(client, 4)
        until(lambda: rows.value("SELECT count(*) FROM audit_entry WHERE sequence IS NULL") == 0)
        assert verified(rows) is None
        for statement, broken in (
            ("UPDATE audit_entry SET after = '{\"authorised\": 99}' WHERE sequence = 3", 3),
            ("UPDATE audit_entry SET account_id = id WHERE sequence = 2", 2),
            ("DELETE FROM audit_entry WHERE sequence = 1", 1),
        ):
            # What only one with the database's own keys can do.
            rows.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
            rows.execute(statement)
            assert verified(rows) == broken


def verified(rows: Rows) -> int | None:
    chain: Chain = rows.run(verify)
    return chain.broken
