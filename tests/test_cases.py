"""Demonstration cases: the same for the same seed whoever makes them, and gone on with after a kill."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.embedded import DatabaseUnavailableError
from seeds.bulk import CasesExistError, seed_cases
from seeds.cases import MOST_CASES, Plan
from tests.cluster import TEST_CIPHER, Cluster, Rows, until

# Three parts of the places, the last a small one.
COUNT = 4_050
PLAN = Plan(2, COUNT, part_size=2_000)
TABLES = (
    "enforcement_case",
    "case_officer",
    "case_transfer",
    "handed_over_case",
    "coordination_dispute",
    "notification",
    "linkage",
    "deadline",
    "enterprise",
)
# Encrypted under a new nonce at every seeding.
SALTED = ("party_id_number", "party_phone")


def make(url: str, plan: Plan = PLAN, connections: int = 2) -> None:
    asyncio.run(seed_cases(url, plan, TEST_CIPHER, connections=connections, progress=lambda line: None))


@given(st.integers(40_000, MOST_CASES), st.integers(1, 16))
def test_every_connection_makes_as_many_parts(count: int, connections: int) -> None:
    plan = Plan.shared(7, count, connections)
    assert plan == Plan(7, count) and plan.part_size <= 40_000
    assert -(-count // plan.part_size) % connections == 0


def digest(rows: Rows) -> dict[str, tuple[Any, ...]]:
    """The number of rows of each table, and a sum over their contents."""
    digests = {}
    for table in TABLES:
        columns = rows.value(
            "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attname) FROM pg_attribute"
            " WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL ($2)",
            table,
            list(SALTED),
        )
        [row] = rows.fetch(f"SELECT count(*) AS n, sum(hashtextextended(({columns})::text, 0)) AS of_all FROM {table}")
        digests[table] = (row["n"], row["of_all"])
    return digests


def catalogue(rows: Rows) -> set[tuple[Any, ...]]:
    """Every index, constraint, function and setting of a table, as it is now, and every schema."""
    found = rows.fetch(
        """SELECT indexdef AS says, true AS is_valid FROM pg_indexes WHERE schemaname = 'public'
           UNION ALL
           SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)), convalidated
           FROM pg_constraint WHERE connamespace = 'public'::regnamespace
           UNION ALL
           SELECT pg_get_functiondef(oid), true FROM pg_proc WHERE pronamespace = 'public'::regnamespace
           UNION ALL
           SELECT concat_ws(' ', oid::regclass, reloptions), true FROM pg_class
           WHERE relnamespace = 'public'::regnamespace AND reloptions IS NOT NULL
           UNION ALL
           SELECT concat_ws(' ', attrelid::regclass, attname, attstattarget), true FROM pg_attribute
           WHERE attstattarget >= 0
           UNION ALL
           SELECT nspname, true FROM pg_namespace WHERE nspname !~ '^pg_'"""
    )
    return {tuple(row.values()) for row in found}


@contextmanager
def connected(url: str) -> Iterator[Rows]:
    rows = Rows(url)
    try:
        yield rows
    finally:
        rows.close()


@contextmanager
def killed(url: str) -> Iterator[None]:
    """A process that makes the cases and is killed when the block ends."""
    command = [sys.executable, "-c", f"from tests.test_cases import PLAN, make; make({url!r}, PLAN)"]
    run = subprocess.Popen(command)
    try:
        yield
    finally:
        run.kill()
        assert run.wait() == -signal.SIGKILL


@pytest.fixture(scope="module")
def alone(cluster: Cluster, worker_id: str) -> Iterator[tuple[Rows, set[tuple[Any, ...]]]]:
    """A database to which one connection added the cases, and its catalogue from before."""
    url = cluster.create(f"alone_{worker_id}")
    with connected(url) as rows:
        before = catalogue(rows)
        make(url, connections=1)
        yield rows, before


@pytest.fixture(scope="module")
def made(alone: tuple[Rows, set[tuple[Any, ...]]]) -> Rows:
    return alone[0]


def test_indexes_and_keys_are_there_again(alone: tuple[Rows, set[tuple[Any, ...]]]) -> None:
    rows, before = alone
    assert catalogue(rows) == before


def test_the_index_of_words_holds_what_its_function_finds(made: Rows) -> None:
    vector = "enforcement_case_words(cause, number, party_kind, party_name)"
    sought = made.fetch(
        f"""SELECT word, count(*) AS n FROM (SELECT unnest({vector}) AS found FROM enforcement_case) w,
                   LATERAL (SELECT (w.found).lexeme AS word) l
            WHERE word !~ '^[0-9]{{5,}}$' OR hashtext(word) % 300 = 0 GROUP BY word ORDER BY word"""
    )
    assert len(sought) > 1_000
    made.execute("SET enable_seqscan = off; SET work_mem = '64MB'")
    # An exact bitmap: no row is looked at again, so that what is counted is what the index holds.
    counted = made.fetch(
        f"""SELECT word, (SELECT count(*) FROM enforcement_case
                          WHERE {vector} @@ quote_literal(word)::tsquery) AS n
            FROM unnest($1::text[]) AS word ORDER BY word COLLATE "C" """,
        [each["word"] for each in sought],
    )
    made.execute("RESET enable_seqscan; RESET work_mem")
    assert {each["word"]: each["n"] for each in counted} == {each["word"]: each["n"] for each in sought}


def test_a_killed_run_is_gone_on_with_and_two_connections_make_what_one_makes(
    scratch: str, alone: tuple[Rows, set[tuple[Any, ...]]]
) -> None:
    made, catalogue_before = alone
    with connected(scratch) as rows, connected(scratch) as gate, connected(scratch) as index_gate:
        mine = rows.fetch("SELECT t::text FROM enforcement_case t ORDER BY id")

        # Killed between two parts: the places of the first two are made, the third waits for the gate.
        gate.execute("BEGIN; LOCK TABLE notification IN SHARE MODE")
        with killed(scratch):
            until(lambda: waiting(rows, "notification") == 2, seconds=60)
            index_gate.execute("BEGIN; INSERT INTO seeding.made VALUES (3)")
            gate.execute("ROLLBACK")
            until(lambda: parts(rows) == {0, 1, 2}, seconds=60)
        assert rows.value("SELECT count(*) FROM enforcement_case") == len(mine) + 2 * PLAN.part_size
        assert rows.value("SELECT to_regclass('enforcement_case_owner_idx')") is None
        index_gate.execute("ROLLBACK")

        # Killed between two indexes: the third part is made, the index of officers waits.
        gate.execute("BEGIN; LOCK TABLE case_officer IN ROW EXCLUSIVE MODE")
        with killed(scratch):
            until(lambda: waiting(rows, "case_officer") >= 1, seconds=60)
            until(lambda: rows.value("SELECT to_regclass('enforcement_case_owner_idx')") is not None, seconds=60)
        assert parts(rows) == {0, 1, 2, 3}
        assert rows.value("SELECT to_regclass('case_officer_officer_id_idx')") is None
        gate.execute("ROLLBACK")

        # Stopped by a row that somebody else wrote while the keys were away: it is named, and goes on when it is gone.
        rows.execute("INSERT INTO case_officer (case_id, officer_id) SELECT gen_random_uuid(), id FROM officer LIMIT 1")
        with pytest.raises(DatabaseUnavailableError, match=r"case_officer_case_id_fkey.* is not present in table"):
            make(scratch)
        assert not rows.value("SELECT convalidated FROM pg_constraint WHERE conname = 'case_officer_case_id_fkey'")
        rows.execute("DELETE FROM case_officer o WHERE NOT EXISTS (SELECT FROM enforcement_case WHERE id = o.case_id)")

        make(scratch)
        assert digest(rows) == digest(made)
        assert catalogue(rows) == catalogue_before
        after = rows.fetch("SELECT t::text FROM enforcement_case t WHERE number NOT LIKE '%〕示2-%' ORDER BY id")
        assert after == mine

        # What is complete is not made a second time.
        with pytest.raises(CasesExistError, match="--seed"):
            make(scratch, Plan(2, 5))
        assert digest(rows) == digest(made)


def waiting(rows: Rows, table: str) -> int:
    """How many sessions wait for a lock on a table."""
    found: int = rows.value(
        "SELECT count(*) FROM pg_locks WHERE relation = $1::text::regclass AND NOT granted"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        table,
    )
    return found


def parts(rows: Rows) -> set[int]:
    return {row["part"] for row in rows.fetch("SELECT part FROM seeding.made")}


def test_few_cases_are_made_in_one_transaction(scratch: str) -> None:
    with connected(scratch) as rows:
        before = digest(rows), catalogue(rows)
        rows.execute("ALTER TABLE deadline ADD CONSTRAINT broken CHECK (event <> 'SEIZURE') NOT VALID")
        with pytest.raises(Exception, match="broken"):
            make(scratch, Plan(3, 500))
        rows.execute("ALTER TABLE deadline DROP CONSTRAINT broken")
        assert (digest(rows), catalogue(rows)) == before
        make(scratch, Plan(3, 500))
        assert rows.value("SELECT count(*) FROM enforcement_case WHERE number LIKE '%〕示3-%'") == 500


def test_every_case_has_two_certified_officers_of_its_body(made: Rows) -> None:
    assert made.value("SELECT count(*) FROM enforcement_case WHERE number LIKE '%〕示2-%'") == COUNT
    found = made.fetch(
        """SELECT count(*) AS cases, min(n) AS least, max(n) AS most, bool_and(fit) AS fit FROM (
               SELECT k.id, count(o.id) AS n, bool_and(o.organization_id = k.organization_id AND c.state = 'VALID'
                                                       AND c.officer_id = o.id) AS fit
               FROM enforcement_case k LEFT JOIN case_officer h ON h.case_id = k.id
               LEFT JOIN officer o ON o.id = h.officer_id
               LEFT JOIN certificate c ON c.id = h.certificate_id
               WHERE k.number LIKE '%〕示2-%' GROUP BY k.id) x"""
    )
    assert found == [{"cases": COUNT, "least": 2, "most": 2, "fit": True}]


def test_transfers_stay_in_a_region_and_disputes_follow_refusals(made: Rows) -> None:
    states = made.fetch(
        """SELECT t.state, count(*) AS n, count(d.id) AS disputed,
                  bool_and(t.sender_region_code = t.receiver_region_code
                  AND t.sender_id <> t.receiver_id AND 'DEPARTMENT' IN (s.kind, r.kind)
                  AND k.is_offered = (t.state IN ('SENT', 'RECEIVED'))) AS fit
           FROM case_transfer t JOIN enforcement_case k ON k.id = t.case_id
           JOIN organization s ON s.id = t.sender_id JOIN organization r ON r.id = t.receiver_id
           LEFT JOIN coordination_dispute d ON d.transfer_id = t.id GROUP BY t.state"""
    )
    assert {row["state"] for row in states} == {"DRAFT", "SENT", "RECEIVED", "REJECTED", "DISPUTED", "ACCEPTED"}
    for row in states:
        assert row["fit"] and row["disputed"] == (row["n"] if row["state"] == "DISPUTED" else 0), row


def test_deadlines_end_on_days_that_are_worked_but_for_measures(made: Rows) -> None:
    assert made.value("SELECT count(DISTINCT event) FROM deadline WHERE case_id IS NOT NULL") == 5
    assert (
        made.fetch(
            """SELECT d.event, d.due_at FROM deadline d
           LEFT JOIN calendar_day c ON c.day = (d.due_at AT TIME ZONE 'Asia/Shanghai')::date
           WHERE d.event <> 'SEIZURE'
             AND NOT coalesce(c.is_working, extract(isodow FROM d.due_at AT TIME ZONE 'Asia/Shanghai') < 6)"""
        )
        == []
    )
