"""Migrations make what the models say, and the seeds what the README says."""

from __future__ import annotations

import asyncio
import hashlib
import os
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import psutil
import pytest
from alembic import command
from alembic.script import ScriptDirectory
from procrastinate.schema import SchemaManager
from sqlalchemy import Connection, text
from sqlalchemy.engine import make_url
from stdnum.cn import uscc

from models import OrganizationKind, SupervisionGapKind, embedded, metadata
from models.database import Database, DatabaseSettings, newest_revision, write_engine
from models.upgrade import migration_config
from seeds.load import seed
from tests.cluster import TEST_CIPHER, Cluster, Rows, run, until, waiting
from tests.examples import copy_row

CATALOGUE = """
SELECT 'column' AS what, format('%s.%s', table_name, column_name) AS name,
       format('%s %s %s %s %s', data_type, character_maximum_length, collation_name, is_nullable,
              generation_expression) AS says
FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'alembic_version'
UNION ALL
SELECT 'constraint', format('%s.%s', conrelid::regclass, conname), pg_get_constraintdef(oid)
FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'alembic_version'
  AND contype <> 'n'
UNION ALL
SELECT 'function', proname, pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  AND provolatile = 'i'
UNION ALL
SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'
UNION ALL
SELECT 'statistics', format('%s.%s', attrelid::regclass, attname), attstattarget::text FROM pg_attribute
WHERE attstattarget >= 0
ORDER BY 1, 2
"""
# Of what migration 0031 made of procrastinate's schema.
_JOBS = "c70ec4b400a60ad9592787653aae5ae77ae41bf801d56b5bd2712751a07f2009"
OWN_TABLES = [table for table in metadata.sorted_tables if table.name != "probe"]


def with_connection(url: str, act: Any) -> None:
    async def run() -> None:
        engine = write_engine(url)
        async with engine.begin() as connection:
            await connection.run_sync(act)
        await engine.dispose()

    asyncio.run(run())


def alembic(step: str) -> Any:
    def act(connection: Connection) -> None:
        config = migration_config()
        config.attributes["connection"] = connection
        (command.upgrade if step == "head" else command.downgrade)(config, step)

    return act


def test_the_newest_revision_is_the_one_that_alembic_leads_to() -> None:
    assert newest_revision() == ScriptDirectory.from_config(migration_config()).get_current_head()


def test_the_tables_of_the_jobs_are_those_that_were_migrated() -> None:
    digest = hashlib.sha256(SchemaManager.get_schema().encode()).hexdigest()
    assert digest == _JOBS, (
        "procrastinate comes with other tables than databases have that were migrated before: write a migration that "
        "drops the schema procrastinate and makes it anew, and put the new hash here"
    )


def test_the_memory_is_what_a_container_may_use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    limit = tmp_path / "memory.max"
    monkeypatch.setattr(embedded, "_MEMORY_LIMITS", (limit,))
    bounds = {"": None, "max": None, str(2**30): 2**30, str(2**63): None}
    for says, bound in bounds.items():
        limit.write_text(says)
        assert embedded.memory_limit() == (psutil.virtual_memory().total if bound is None else bound)


def test_a_server_whose_system_user_is_just_made_by_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    refusals = [subprocess.CalledProcessError(9, ["useradd", "pgserver"])]

    def get_server(*arguments: Any, **options: Any) -> Any:
        if refusals:
            raise refusals.pop()
        return made(*arguments, **options)

    made, of_the_wheel = vars(embedded)["get_server"], vars(embedded)["PostgresServer"]
    monkeypatch.setattr(embedded, "get_server", get_server)
    # The lock of the tests' own server is put back.
    monkeypatch.setattr(of_the_wheel, "_lock", of_the_wheel._lock)
    with tempfile.TemporaryDirectory(dir=os.environ["JIANDU_TEST_FOLDER"]) as folder:
        server = embedded.EmbeddedCluster(Path(folder))
        try:
            rows = Rows(make_url(server.start()).set(database="postgres").render_as_string(hide_password=False))
            (shared,) = rows.fetch(
                "SELECT setting::bigint * 8192 AS bytes, sourcefile FROM pg_settings WHERE name = 'shared_buffers'"
            )
            rows.close()
        finally:
            server.stop()
    # If nothing else is said, a quarter of the memory.
    assert 0 <= embedded.memory_limit() / 4 - shared["bytes"] < 2**20
    assert shared["sourcefile"].endswith("/memory.conf")


@pytest.fixture
def empty(cluster: Cluster, worker_id: str) -> str:
    return cluster.create(f"empty_{worker_id}", template="template0")


def catalogue(url: str) -> list[dict[str, Any]]:
    rows = Rows(url)
    try:
        return rows.fetch(CATALOGUE)
    finally:
        rows.close()


def test_what_an_address_says_besides_is_read_as_libpq_reads_it(empty: str, tmp_path: Path) -> None:
    url = f"{empty}&sslmode=disable&application_name=elsewhere"
    asyncio.run(Database(DatabaseSettings(database_url=url, data_dir=tmp_path)).migrate())
    assert catalogue(url) != []


def test_migrations_make_what_the_models_say(empty: str, cluster: Cluster, worker_id: str) -> None:
    with_connection(empty, alembic("head"))
    migrated = catalogue(empty)
    models = cluster.create(f"models_{worker_id}", template="template0")
    with_connection(models, lambda connection: metadata.create_all(connection, tables=OWN_TABLES))
    assert migrated == catalogue(models)
    assert len(migrated) > 50


def test_migrations_can_be_taken_back_and_made_again(empty: str) -> None:
    with_connection(empty, alembic("head"))
    made = catalogue(empty)
    with_connection(empty, alembic("base"))
    assert catalogue(empty) == []
    with_connection(empty, alembic("head"))
    assert catalogue(empty) == made


def test_nothing_is_migrated_while_cases_are_half_made_by_an_older_version(scratch: str, tmp_path: Path) -> None:
    rows = Rows(scratch)
    rows.execute("CREATE SCHEMA seeding CREATE TABLE plan (seed bigint)")
    database = Database(DatabaseSettings(database_url=scratch, data_dir=tmp_path))
    asyncio.run(database.migrate())
    with_connection(scratch, alembic("-1"))
    older = rows.value("SELECT version_num FROM alembic_version")
    with pytest.raises(embedded.DatabaseUnavailableError, match=f"revision is {older}"):
        asyncio.run(database.migrate())
    assert rows.value("SELECT version_num FROM alembic_version") == older != newest_revision()
    rows.execute("DROP SCHEMA seeding CASCADE")
    asyncio.run(database.migrate())
    assert rows.value("SELECT version_num FROM alembic_version") == newest_revision()
    rows.close()


def test_who_reads_passes_a_migration_that_waits(scratch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.database.LOCK_SECONDS", 0.1)
    with_connection(scratch, alembic("0095"))
    holder, reader, watcher = Rows(scratch), Rows(scratch), Rows(scratch)
    reader.execute("SET statement_timeout = '10s'")
    holder.execute("BEGIN")
    read = "SELECT count(*) FROM enforcement_case"
    count = holder.value(read)
    with ThreadPoolExecutor(1) as thread:
        migrated = thread.submit(asyncio.run, Database(DatabaseSettings(database_url=scratch)).migrate())
        until(lambda: waiting(watcher) == 1)
        try:
            assert reader.value(read) == count
        finally:
            holder.execute("ROLLBACK")
        migrated.result(60)
    assert watcher.value("SELECT version_num FROM alembic_version") == newest_revision()
    for rows in (holder, reader, watcher):
        rows.close()


def test_attachments_that_were_texts_are_kept(scratch: str) -> None:
    rows = Rows(scratch)
    attached = "SELECT transfer_id, position, name FROM transfer_attachment ORDER BY 1, 2"
    named = "SELECT id, case_number, cause, party_kind, party_name FROM case_transfer ORDER BY id"
    before = rows.fetch(attached), rows.fetch(named)
    assert all(before)
    rows.close()
    with_connection(scratch, alembic("0006-1"))
    rows = Rows(scratch)
    listed = rows.fetch("SELECT id, attachments FROM case_transfer ORDER BY id")
    assert [(row["id"], name) for row in listed for name in row["attachments"]] == [
        (row["transfer_id"], row["name"]) for row in before[0]
    ]
    rows.close()
    with_connection(scratch, alembic("head"))
    rows = Rows(scratch)
    assert (rows.fetch(attached), rows.fetch(named)) == before
    rows.close()


def test_linkages_of_before_say_what_they_are_about(scratch: str) -> None:
    facts = "case_number, cause, party_kind, party_name, party_credit_code"
    copied = f"SELECT id, {facts} FROM linkage ORDER BY id"
    with_connection(scratch, alembic("0054-1"))
    with_connection(scratch, alembic("head"))
    rows = Rows(scratch)
    of_cases = f"SELECT l.id, {facts} FROM linkage l JOIN enforcement_case c ON c.id = l.case_id ORDER BY l.id"
    of_cases = of_cases.replace("case_number", "c.number AS case_number").replace(" party_", " c.party_")
    of_cases = of_cases.replace(" cause", " c.cause")
    assert rows.fetch(copied) == rows.fetch(of_cases) != []
    rows.close()


def test_of_before_only_who_waits_for_a_hearing_is_known_to_have_been_notified_and_when(scratch: str) -> None:
    with_connection(scratch, alembic("0060"))
    rows = Rows(scratch)
    cases = rows.fetch("SELECT id FROM enforcement_case WHERE act_type = 'PENALTY' ORDER BY id LIMIT 4")
    waiting, heard, decided, handed_over = (each["id"] for each in cases)
    # Whose case was handed over since is to be notified anew.
    for id_, state in ((waiting, "NOTIFIED"), (heard, "HEARING"), (decided, "DECIDED"), (handed_over, "FILED")):
        rows.execute("UPDATE enforcement_case SET state = $1 WHERE id = $2", state, id_)
        for day in (2, 4):
            rows.execute(
                """INSERT INTO audit_entry (id, at, account_id, account_name, rule, action, object_type, object_id,
                       correlation_id)
                   VALUES (gen_random_uuid(), $1, gen_random_uuid(), 'x', 'x', 'notify_party', 'EnforcementCase', $2,
                           'x')""",
                datetime(2026, 11, day, tzinfo=UTC),
                str(id_),
            )
    with_connection(scratch, alembic("head"))
    found = rows.fetch("SELECT id, notified_at FROM enforcement_case WHERE notified_at IS NOT NULL ORDER BY id")
    at = datetime(2026, 11, 4, tzinfo=UTC)
    assert found == [{"id": id_, "notified_at": at} for id_ in (waiting, heard)]
    rows.close()


def test_refusals_of_before_count_from_when_it_was_settled_whose_a_case_is(scratch: str) -> None:
    with_connection(scratch, alembic("0084"))
    rows = Rows(scratch)
    found = rows.fetch("SELECT id FROM enforcement_case WHERE refusals = 2 ORDER BY id LIMIT 3")
    quarrelled, accepted, designated = (each["id"] for each in found)
    rows.execute("UPDATE enforcement_case SET refusals = 3 WHERE id = ANY($1)", [accepted, designated])
    long_ago = datetime(2020, 11, 1, tzinfo=UTC)
    rows.execute("UPDATE case_transfer SET answered_at = $1 WHERE case_id = ANY($2)", long_ago, [accepted, designated])
    for case_id, day, state in (
        (accepted, 1, "REJECTED"),
        (accepted, 2, "RESULT_RETURNED"),
        (accepted, 3, "REJECTED"),
        (designated, 1, "DESIGNATED"),
        (designated, 2, "REJECTED"),
    ):
        at = datetime(2026, 11, day, tzinfo=UTC)
        copy_row(rows, "case_transfer", "true", id=uuid4(), case_id=case_id, state=state, answered_at=at, kind="UPWARD")
    rows.execute(
        "UPDATE coordination_dispute SET designated_id = applicant_id, ended_at = $2 WHERE case_id = $1",
        designated,
        datetime(2026, 11, 3, tzinfo=UTC),
    )
    with_connection(scratch, alembic("head"))
    counted = "SELECT refusals FROM enforcement_case WHERE id = $1"
    assert [rows.value(counted, id_) for id_ in (quarrelled, accepted, designated)] == [2, 1, 0]
    rows.close()


def test_alerts_of_before_name_no_officers(scratch: str) -> None:
    with_connection(scratch, alembic("0085"))
    rows = Rows(scratch)
    # The second is from before an alert had facts.
    for facts in ('[["案号", "1"], ["无有效执法证的办案人员", "赵秀兰、李明"]]', "[]"):
        rows.execute(
            """INSERT INTO alert (id, rule, severity, object_type, object_id, organization_id, region_code, explanation,
                                  facts, raised_at)
               SELECT gen_random_uuid(), 'UNCERTIFIED_OFFICER', 'RED', 'EnforcementCase', gen_random_uuid(), id,
                      region_code, '办案人员无有效执法证：赵秀兰、李明', $1::text::jsonb, now()
               FROM organization LIMIT 1""",
            facts,
        )
    with_connection(scratch, alembic("head"))
    told = rows.fetch(
        "SELECT explanation, facts::text FROM alert WHERE rule = 'UNCERTIFIED_OFFICER' ORDER BY facts::text"
    )
    assert [each["explanation"] for each in told] == ["2名办案人员无有效执法证"] * 2
    assert [each["facts"] for each in told] == ['[["案号", "1"], ["无有效执法证的办案人员", "2名"]]', "[]"]
    rows.close()


def test_what_falls_and_what_stands_with_decisions_of_before(scratch: str) -> None:
    with_connection(scratch, alembic("0086"))
    rows = Rows(scratch)
    lost, upheld = (row["id"] for row in rows.fetch("SELECT id FROM enforcement_case ORDER BY id LIMIT 2"))
    for case_id, results in ((lost, ["LOST"]), (upheld, ["LOST", "UPHELD"])):
        for day, result in enumerate(results, start=1):
            rows.execute(
                """INSERT INTO review_outcome (id, case_id, kind, result, body, decided_on, has_opinion)
                   VALUES (gen_random_uuid(), $1, 'LITIGATION', $2, 'x', make_date(2026, 11, $3), false)""",
                case_id,
                result,
                day,
            )
        linkage = uuid4()
        copy_row(rows, "linkage", "true", id=linkage, case_id=case_id, kind="LICENCE_PROPOSAL", state="SENT")
        for event, of in (
            ("TAKE_DOWN_PUBLICATION", {"case_id": case_id, "linkage_id": None}),
            ("LICENCE_PROPOSAL_ANSWER", {"case_id": None, "linkage_id": linkage}),
        ):
            running = {"ended_at": None, "suspended_at": None, "due_at": "2026-11-20T00:00:00+08:00"}
            copy_row(rows, "deadline", "case_id IS NOT NULL", id=uuid4(), event=event, **of, **running)
        rows.execute("UPDATE enforcement_case SET next_due_at = '2026-11-20T00:00:00+08:00' WHERE id = $1", case_id)
    with_connection(scratch, alembic("head"))
    stand = """SELECT l.state, t.ended_at IS NULL AS is_to_take_down, a.ended_at IS NULL AS is_to_answer,
                      coalesce(c.next_due_at = t.due_at, false) AS is_due
               FROM linkage l JOIN enforcement_case c ON c.id = l.case_id
               JOIN deadline t ON t.case_id = c.id AND t.event = 'TAKE_DOWN_PUBLICATION'
               JOIN deadline a ON a.linkage_id = l.id WHERE c.id = $1"""
    assert [tuple(rows.fetch(stand, case_id)[0].values()) for case_id in (lost, upheld)] == [
        ("WITHDRAWN", True, False, True),
        ("SENT", False, True, False),
    ]
    with_connection(scratch, alembic("0086"))
    assert rows.value("SELECT count(*) FROM linkage WHERE state = 'WITHDRAWN'") == 0
    rows.close()


TABLES = ["region", "organization", "staffing", "account", "role_assignment"]


def checksums(rows: Rows) -> dict[str, str]:
    return {
        table: rows.value(f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table} t") for table in TABLES
    }


class TestSeeds:
    def test_are_the_same_every_time_and_leave_what_people_changed(self, empty: str, rows: Rows) -> None:
        with_connection(empty, alembic("head"))
        asyncio.run(seed(empty, development=TEST_CIPHER, progress=lambda line: None))
        mine = Rows(empty)
        assert checksums(mine) == checksums(rows)
        mine.execute("UPDATE staffing SET authorised = 99 WHERE region_code = '410302'")
        mine.execute("DELETE FROM role_assignment WHERE role = 'EVALUATOR'")
        changed = checksums(mine)
        asyncio.run(seed(empty, development=TEST_CIPHER, progress=lambda line: None))
        assert checksums(mine) == changed
        mine.execute("DELETE FROM seed_run")
        asyncio.run(seed(empty, progress=lambda line: None))
        assert mine.value("SELECT count(*) FROM staffing WHERE authorised = 99") > 0
        mine.close()

    def test_half_a_seeding_is_none(self, empty: str) -> None:
        with_connection(empty, alembic("head"))
        mine = Rows(empty)
        mine.execute("ALTER TABLE staffing ADD CONSTRAINT broken CHECK (authorised < 3)")
        with pytest.raises(Exception, match="broken"):
            asyncio.run(seed(empty, development=TEST_CIPHER, progress=lambda line: None))
        assert [mine.value(f"SELECT count(*) FROM {table}") for table in TABLES] == [0] * 5
        mine.close()

    def test_alerts_of_other_cases_than_the_examples_are_left_to_the_jobs(self, scratch: str) -> None:
        mine = Rows(scratch)
        example, other, raised = mine.value("SELECT max(number) FROM enforcement_case"), "老城罚字〔2026〕9号", []
        for before, after in ((example, other), (other, example)):
            mine.execute("DELETE FROM alert")
            mine.execute("DELETE FROM notification WHERE object_type = 'Alert'")
            mine.execute("DELETE FROM seed_run WHERE name = 'alerts'")
            mine.execute("UPDATE enforcement_case SET number = $2 WHERE number = $1", before, after)
            asyncio.run(seed(scratch, development=TEST_CIPHER, progress=lambda line: None))
            raised.append(mine.value("SELECT count(*) > 0 FROM alert"))
        assert raised == [False, True]
        mine.close()

    def test_all_regions_of_henan(self, rows: Rows) -> None:
        levels = {row["level"]: row["n"] for row in rows.fetch("SELECT level, count(*) n FROM region GROUP BY level")}
        assert levels == {"PROVINCE": 1, "CITY": 18, "COUNTY": 181, "TOWNSHIP": 2586}

    def test_luoyang_in_full(self, rows: Rows) -> None:
        for region in (
            "4103",
            *(row["code"] for row in rows.fetch("SELECT code FROM region WHERE parent_code = '4103'")),
        ):
            kinds = {
                row["kind"]: row["n"]
                for row in rows.fetch(
                    "SELECT kind, count(*) n FROM organization WHERE region_code = $1 GROUP BY kind", region
                )
            }
            one_each = (
                "GOVERNMENT JUDICIAL_BUREAU ESTABLISHMENT_OFFICE FINANCE POLICE PROCURATORATE SUPERVISORY_COMMISSION"
            )
            assert {kind: kinds[kind] for kind in one_each.split()} == dict.fromkeys(one_each.split(), 1)
            assert kinds["DEPARTMENT"] >= 25
            assert kinds["LEGAL_UNIT"] == kinds["DEPARTMENT"] + kinds["AUTHORIZED"] + kinds["VERTICAL"]
            assert kinds["VERTICAL"] == 3
        townships = rows.fetch(
            """SELECT r.code, array_agg(o.kind ORDER BY o.kind) kinds FROM region r
               JOIN organization o ON o.region_code = r.code
               WHERE r.level = 'TOWNSHIP' AND r.code LIKE '4103%' GROUP BY r.code"""
        )
        assert len(townships) == 194
        expected = ["JUDICIAL_OFFICE", "TOWNSHIP_ENFORCEMENT", "TOWNSHIP_GOVERNMENT"]
        assert all(row["kinds"] == expected for row in townships)
        evaluators = rows.fetch("SELECT kind FROM organization WHERE kind IN ('RESEARCH_INSTITUTE', 'SURVEY_AGENCY')")
        assert len(evaluators) == 2

    @pytest.mark.parametrize(
        "name",
        [
            "洛阳市市场监督管理局",
            "洛阳市文物局",
            "洛阳市老城区司法局西关司法所",
            "洛阳市老城区西关街道办事处",
            "栾川县人民政府",
            "洛阳高新技术产业开发区管理委员会",
            "国家税务总局洛阳市税务局",
            "洛阳市生态环境局老城区分局",
            "济源市司法局",
        ],
    )
    def test_real_names(self, name: str, rows: Rows) -> None:
        assert rows.value("SELECT count(*) FROM organization WHERE name = $1", name) == 1

    def test_the_neighbours(self, rows: Rows) -> None:
        found = rows.fetch(
            """SELECT r.code, count(*) FILTER (WHERE o.kind = 'DEPARTMENT') departments,
                      count(*) FILTER (WHERE o.kind IN ('GOVERNMENT', 'JUDICIAL_BUREAU')) bodies
               FROM region r LEFT JOIN organization o ON o.region_code = r.code
               WHERE r.level IN ('CITY', 'COUNTY') AND r.code NOT LIKE '4103%' AND r.code <> '4190' GROUP BY r.code"""
        )
        assert len(found) == 16 + (181 - 15)
        assert all(row["departments"] >= 6 and row["bodies"] == 2 for row in found)

    def test_the_directly_administered_county_has_no_city_above_it(self, rows: Rows) -> None:
        assert rows.value("SELECT count(*) FROM organization WHERE region_code = '4190'") == 0
        superiors = rows.fetch(
            """SELECT DISTINCT s.region_code FROM organization o JOIN organization s ON s.id = o.superior_id
               WHERE o.region_code = '419001'"""
        )
        assert [row["region_code"] for row in superiors] == ["41"]

    def test_both_edges_lead_upward(self, rows: Rows) -> None:
        wrong = rows.value(
            """SELECT count(*) FROM organization o JOIN organization s ON s.id = o.superior_id
               WHERE NOT starts_with(o.region_code, s.region_code) OR length(s.region_code) >= length(o.region_code)
                  OR s.field IS DISTINCT FROM o.field"""
        )
        government = rows.value(
            """SELECT count(*) FROM organization o JOIN organization g ON g.id = o.government_id
               WHERE g.region_code <> o.region_code OR g.kind NOT IN ('GOVERNMENT', 'TOWNSHIP_GOVERNMENT')"""
        )
        assert (wrong, government) == (0, 0)
        without_superior = rows.fetch(
            """SELECT DISTINCT kind FROM organization WHERE superior_id IS NULL AND region_code <> '41'
               AND field IS DISTINCT FROM 'URBAN_MANAGEMENT' AND field IS DISTINCT FROM 'HOUSING_FUND'"""
        )
        assert {row["kind"] for row in without_superior} == {
            "TOWNSHIP_ENFORCEMENT",
            "RESEARCH_INSTITUTE",
            "SURVEY_AGENCY",
        }

    def test_credit_codes_are_valid(self, rows: Rows) -> None:
        codes = [
            row["credit_code"] for row in rows.fetch("SELECT credit_code FROM organization WHERE credit_code <> ''")
        ]
        assert len(codes) > 2_500 and all(uscc.is_valid(code) for code in codes)

    def test_staffing_of_every_supervision_body_with_gaps(self, rows: Rows) -> None:
        bodies = [
            kind.name
            for kind in (
                OrganizationKind.JUDICIAL_BUREAU,
                OrganizationKind.LEGAL_UNIT,
                OrganizationKind.JUDICIAL_OFFICE,
            )
        ]
        missing = rows.value(
            """SELECT count(*) FROM organization o LEFT JOIN staffing s ON s.organization_id = o.id
               WHERE (o.kind = ANY($1)) <> (s.id IS NOT NULL)""",
            bodies,
        )
        assert missing == 0
        gaps = {
            row["gap"]
            for row in rows.fetch("SELECT DISTINCT unnest(gaps) gap FROM staffing WHERE region_code LIKE '4103%'")
        }
        assert gaps == set(SupervisionGapKind.__members__)


@pytest.mark.parametrize(("options", "said"), [({}, "0"), ({"longest_idle": 20}, "20s")])
def test_a_transaction_that_nobody_goes_on_with_is_ended(database: str, options: dict[str, Any], said: str) -> None:
    async def ask() -> Any:
        engine = write_engine(database, **options)
        async with engine.connect() as connection:
            return (await connection.execute(text("SHOW idle_in_transaction_session_timeout"))).scalar()

    assert run(ask()) == said


def test_anchors_follow_the_organization(scratch: str) -> None:
    rows = Rows(scratch)
    rows.execute(
        """UPDATE organization SET region_code = '410303', field = 'HEALTH'
           WHERE kind = 'LEGAL_UNIT' AND region_code = '410302'"""
    )
    left = rows.value(
        """SELECT count(*) FROM staffing s JOIN organization o ON o.id = s.organization_id
           WHERE (s.region_code, s.field) IS DISTINCT FROM (o.region_code, o.field)"""
    )
    rows.close()
    assert left == 0
