"""The seeded rules against domain.md §5, the seeded calendar against the notices, and the choice of a rule."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import asyncpg
import pytest

from models import DeadlineEvent, DeadlineRule, DeadlineUnit, RuleAuthority, rule_for
from models.base import now
from models.counting import CHINA, FixedDate, WorkingCalendar, local_day
from models.recounting import recount_missed
from resolvers.global_id import GlobalID
from seeds import load
from seeds.calendar import announced_years, calendar_days
from tests.bureau import LEGAL, OFFICER, Bureau, key_of, register
from tests.cluster import Rows
from tests.notices import NOTICES, OFFICIAL
from tests.test_database import alembic, with_connection

# domain.md §5, copied by hand: event, length and unit, extended how often by how much, basis.
DOMAIN = """
DECIDE_PENALTY              90 CALENDAR  2 30  LAW       《行政处罚法》第六十条
SERVE_DECISION              7 WORKING    0 -   LAW       《行政处罚法》第六十一条、第八十五条
ASK_FOR_HEARING             5 WORKING    0 -   LAW       《行政处罚法》第六十四条、第八十五条
HEARING_NOTICE              7 WORKING    0 -   LAW       《行政处罚法》第六十四条、第八十五条
PUBLISH_PENALTY_OR_LICENCE  7 WORKING    0 -   LAW       国办发〔2018〕118号
PUBLISH_OTHER_ACT           20 WORKING   0 -   LAW       国办发〔2018〕118号
TAKE_DOWN_PUBLICATION       3 WORKING    0 -   LAW       《行政处罚法》第四十八条、第八十五条
CRIMINAL_TRANSFER_DECISION  3 CALENDAR   0 -   LAW       国务院令第310号第五条
CRIMINAL_TRANSFER_HANDOVER  24 HOURS     0 -   LAW       国务院令第310号第五条
SIGN_CRIMINAL_RECEIPT       24 HOURS     0 -   DEFAULT   国务院令第310号第七条未定签收时限：管理员可调整
POLICE_DECISION             3 CALENDAR   0 -   LAW       国务院令第310号第八条
SEIZURE                     30 CALENDAR  1 30  LAW       《行政强制法》第二十五条
RECONSIDERATION_REPORT      60 CALENDAR  0 -   LAW       《行政复议法》第七十六条
TRANSFER_HANDOVER           3 WORKING    0 -   PRACTICE  外地案件移送办法通行期限
TRANSFER_HANDOVER_URGENT    24 HOURS     0 -   PRACTICE  外地案件移送办法通行期限
TRANSFER_ANSWER             7 WORKING    1 3   PRACTICE  外地案件移送办法通行期限
ACCEPT_DISPUTE              5 WORKING    0 -   PRACTICE  外地执法争议协调办法通行期限
SUPPLEMENT_DISPUTE          3 WORKING    0 -   PRACTICE  外地执法争议协调办法通行期限
EXPLAIN_NOTICE              10 WORKING   1 5   PRACTICE  外地行政执法监督办法通行期限
RECTIFY                     30 CALENDAR  1 30  PRACTICE  外地行政执法监督办法通行期限
ANSWER_CLUE                 10 WORKING   1 10  DEFAULT   管理员可调整
REVISIT                     30 CALENDAR  0 -   PRACTICE  外地案件回访制度通行期限
SPECIAL_EXPLANATION         12-31 -      0 -   PLAN      洛阳市行政执法协调监督工作体系建设试点方案第十条
GENERATE_SPECIAL_EXPLANATIONS 12-01 -    0 -   PLAN      洛阳市行政执法协调监督工作体系建设试点方案第十条
NAME_PILOT                  02-28 -      0 -   PLAN      洛阳市行政执法协调监督工作体系建设试点方案三（二）
ANNUAL_STATISTICS           01-31 -      0 -   LAW       国办发〔2018〕118号
QUARTERLY_REPORT            10 WORKING   0 -   DEFAULT   管理员可调整
OBJECT_TO_ASSESSMENT        10 WORKING   0 -   DEFAULT   管理员可调整
REVIEW_OBJECTION            15 WORKING   0 -   DEFAULT   管理员可调整
ACCEPT_LICENCE_APPLICATION  5 WORKING    0 -   LAW       《行政许可法》第三十二条
DECIDE_LICENCE              20 WORKING   1 10  LAW       《行政许可法》第四十二条
LINKED_INSPECTION           20 WORKING   1 10  DEFAULT   管理员可调整
LICENCE_PROPOSAL_ANSWER     15 WORKING   1 10  DEFAULT   管理员可调整
COORDINATE_DISPUTE          30 WORKING   1 15  DEFAULT   管理员可调整
RETURN_TRANSFER_RESULT      10 WORKING   1 10  DEFAULT   管理员可调整
""".strip().splitlines()
IN_FORCE = {
    "《行政处罚法》": date(2021, 7, 15),
    "国办发〔2018〕118号": date(2018, 12, 5),
    "国务院令第310号": date(2001, 7, 9),
    "《行政强制法》": date(2012, 1, 1),
    "《行政复议法》": date(2024, 1, 1),
    "《行政许可法》": date(2004, 7, 1),
}


@pytest.mark.parametrize("line", DOMAIN, ids=lambda line: line.split()[0])
def test_every_rule_of_the_domain(line: str, rows: Rows) -> None:
    event, length, unit, extensions, longer, authority, basis = line.split()
    (rule,) = rows.fetch("SELECT * FROM deadline_rule WHERE event = $1", event)
    if "-" in length:
        month, day = (int(part) for part in length.split("-"))
        assert (rule["length"], rule["month"], rule["day"], rule["rolls_over"]) == (None, month, day, False)
        assert FixedDate(month, day).of(2025, OFFICIAL).at.date() == date(2025, month, day)
    else:
        # A calendar period moves past days of rest (民法典 203), but for one that limits a measure (行政强制法 25).
        assert (rule["length"], rule["unit"], rule["month"]) == (int(length), unit, None)
        assert rule["rolls_over"] == (unit != "HOURS" and event != "SEIZURE")
    assert (rule["extensions"], rule["extension_length"]) == (int(extensions), None if longer == "-" else int(longer))
    assert (rule["authority"], rule["legal_basis"], rule["region_code"]) == (authority, basis, "41")


def test_no_event_is_without_a_rule_and_none_binds_before_its_statute(rows: Rows) -> None:
    found = rows.fetch("SELECT event, authority, legal_basis, valid_from, valid_to FROM deadline_rule")
    assert sorted(rule["event"] for rule in found) == sorted(event.name for event in DeadlineEvent)
    assert len(DOMAIN) == len(found)
    for rule in found:
        if rule["authority"] == "LAW":
            (since,) = (day for statute, day in IN_FORCE.items() if rule["legal_basis"].startswith(statute))
            assert (rule["valid_from"], rule["valid_to"]) == (since, None)
        else:
            assert rule["valid_from"] == date(2023, 1, 1)


@pytest.mark.parametrize(
    "change",
    [
        "length = NULL",
        "month = 6, day = 30",
        "length = NULL, month = 6",
        "length = NULL, month = 13, day = 1",
        "length = 0",
        "extensions = 1, extension_length = NULL",
        "extensions = 0, extension_length = 30",
        "extensions = 1, extension_length = 0",
        "valid_to = valid_from - 2",
        "unit = 'WEEKS'",
        "region_code = '99'",
        "event = 'SEIZURE', valid_from = '2012-01-01'",
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(change: str, rows: Rows) -> None:
    with pytest.raises(asyncpg.IntegrityConstraintViolationError):
        rows.execute(f"UPDATE deadline_rule SET {change} WHERE event = 'DECIDE_PENALTY'")


def rule(region: str, since: str, until: str | None = None, event: str = "RECTIFY") -> DeadlineRule:
    return DeadlineRule(
        event=DeadlineEvent[event],
        length=30,
        unit=DeadlineUnit.CALENDAR,
        legal_basis=f"{region} {since}",
        authority=RuleAuthority.DEFAULT,
        region_code=region,
        valid_from=date.fromisoformat(since),
        valid_to=date.fromisoformat(until) if until else None,
    )


class TestChoice:
    RULES = (
        rule("41", "2023-01-01", "2024-06-30"),
        rule("41", "2024-07-01"),
        rule("4103", "2024-01-01", "2024-12-31"),
        rule("410302", "2025-01-01"),
        rule("410302001", "2020-01-01", event="SEIZURE"),
    )

    @pytest.mark.parametrize(
        ("region", "on", "basis"),
        [
            ("41", "2022-12-31", None),
            ("41", "2023-01-01", "41 2023-01-01"),
            ("41", "2024-06-30", "41 2023-01-01"),
            ("41", "2024-07-01", "41 2024-07-01"),
            ("4101", "2024-08-01", "41 2024-07-01"),
            ("4103", "2023-12-31", "41 2023-01-01"),
            ("4103", "2024-08-01", "4103 2024-01-01"),
            ("4103", "2025-01-01", "41 2024-07-01"),
            ("410302001", "2024-12-31", "4103 2024-01-01"),
            ("410302001", "2025-01-01", "410302 2025-01-01"),
            ("410303", "2025-01-01", "41 2024-07-01"),
            ("42", "2025-01-01", None),
        ],
    )
    def test_of_the_nearest_region_valid_on_the_day(self, region: str, on: str, basis: str | None) -> None:
        for rules in (self.RULES, reversed(self.RULES)):
            found = rule_for(rules, DeadlineEvent.RECTIFY, region, date.fromisoformat(on))
            assert (found and found.legal_basis) == basis

    def test_of_two_that_are_valid_the_later(self) -> None:
        rules = [rule("41", "2024-01-01"), rule("41", "2025-01-01"), rule("41", "2024-06-01")]
        found = rule_for(rules, DeadlineEvent.RECTIFY, "4103", date(2025, 1, 1))
        assert found is rules[1]


class TestCalendar:
    def test_as_the_notices_have_it(self, rows: Rows) -> None:
        named = {row["day"]: row["is_working"] for row in rows.fetch("SELECT day, is_working FROM calendar_day")}
        seeded = WorkingCalendar(named, frozenset(NOTICES))
        days = [date(2023, 1, 1) + timedelta(days=number) for number in range(4 * 365 + 1)]
        assert days[-1] == date(2026, 12, 31)
        assert [day for day in days if seeded.is_working(day) != OFFICIAL.is_working(day)] == []
        assert set(OFFICIAL.exceptions) <= set(named)  # also a holiday on a weekend stands there

    def test_names_days_in_chinese_and_only_in_recorded_years(self, rows: Rows) -> None:
        years = {row["year"] for row in rows.fetch("SELECT year FROM calendar_year")}
        assert years == set(announced_years()) and years >= set(range(2020, 2027))
        names = rows.fetch("SELECT name, extract(year FROM day)::int y FROM calendar_day GROUP BY 1, 2")
        assert {row["name"] for row in names} == {"元旦", "春节", "清明", "劳动节", "端午", "中秋", "国庆节"}
        assert {row["y"] for row in names} == years
        named = rows.value("SELECT source FROM calendar_year WHERE year = 2025 AND recorded_at <= now()")
        assert named == "国务院办公厅关于2025年部分节假日安排的通知"

    def test_a_notice_may_speak_of_the_last_december(self) -> None:
        named = {day: works for day, works, _ in calendar_days(2019) if day.year == 2018}
        # 2018-12-29 was a Saturday, worked for Monday the 31st.
        assert named == {date(2018, 12, 29): True, date(2018, 12, 30): False, date(2018, 12, 31): False}


@pytest.fixture
def mine(scratch: str) -> Iterator[Rows]:
    mine = Rows(scratch)
    yield mine
    mine.close()


@pytest.mark.parametrize("version", [1, 2])
def test_a_database_from_before_gets_the_clocks_of_the_statutes_but_for_what_was_changed(
    mine: Rows, version: int
) -> None:
    with_connection(mine.url, alembic("0061"))
    before = "UPDATE deadline_rule SET rolls_over = true, is_suspensible = false, version = $1 WHERE event = 'SEIZURE'"
    mine.execute(before, version)
    # Saturday the 6th, moved to Monday the 8th.
    mine.execute(
        """UPDATE deadline SET last_day = '2027-02-06', due_at = '2027-02-08T23:59:59+08:00',
                               near_at = '2027-02-03T23:59:59+08:00' WHERE event = 'SEIZURE' AND ended_at IS NULL"""
    )
    # Sent to the police, who have not signed the receipt yet.
    sent = mine.value("UPDATE case_transfer SET kind = 'CRIMINAL' WHERE state = 'SENT' RETURNING id")
    mine.execute(
        """INSERT INTO deadline (id, rule_id, event, transfer_id, started_at, due_at, near_at, is_provisional,
               extensions)
           SELECT gen_random_uuid(), id, event, $1, now(), now(), now(), false, 0
           FROM deadline_rule WHERE event = 'POLICE_DECISION'""",
        sent,
    )
    mine.execute("DELETE FROM deadline WHERE transfer_id = $1 AND event <> 'POLICE_DECISION'", sent)
    mine.execute("UPDATE case_transfer SET next_due_at = now() WHERE id = $1", sent)
    with_connection(mine.url, alembic("head"))
    assert mine.value("SELECT count(*) FROM deadline WHERE transfer_id = $1", sent) == 0
    assert mine.value("SELECT next_due_at IS NULL FROM case_transfer WHERE id = $1", sent)
    assert mine.value("SELECT rolls_over FROM deadline_rule WHERE event = 'SEIZURE'") is (version > 1)
    assert mine.value("SELECT is_suspensible FROM deadline_rule WHERE event = 'SEIZURE'") is (version == 1)
    found = mine.fetch(
        """SELECT DISTINCT d.due_at, d.near_at, c.next_due_at = d.due_at AS is_repeated
           FROM deadline d JOIN enforcement_case c ON c.id = d.case_id
           WHERE d.event = 'SEIZURE' AND d.ended_at IS NULL"""
    )
    if version == 1:
        due = datetime(2027, 2, 6, 23, 59, 59, tzinfo=CHINA)
        assert found == [{"due_at": due, "near_at": due - timedelta(days=5), "is_repeated": True}]
    else:
        assert {each["due_at"] for each in found} == {datetime(2027, 2, 8, 23, 59, 59, tzinfo=CHINA)}


def reseed(mine: Rows) -> list[str]:
    said: list[str] = []
    mine.run(lambda connection: load.seed_calendar(connection, said.append))
    return said


class TestSeedingTheCalendar:
    def test_again_does_nothing(self, mine: Rows) -> None:
        before = mine.fetch("SELECT * FROM calendar_year ORDER BY year")
        assert reseed(mine) == []
        assert mine.fetch("SELECT * FROM calendar_year ORDER BY year") == before

    def test_brings_a_year_that_the_library_has_learnt(self, mine: Rows) -> None:
        whole = mine.fetch("SELECT * FROM calendar_day ORDER BY day")
        # As it stood before the notice for 2024, which also names 30 and 31 December 2023.
        mine.execute("DELETE FROM calendar_year WHERE year >= 2024")
        mine.execute("DELETE FROM calendar_day WHERE day >= '2023-12-30'")
        mine.execute("UPDATE calendar_day SET name = '更正' WHERE day = '2023-10-01'")
        assert len(reseed(mine)) == len([year for year in announced_years() if year >= 2024])
        again = mine.fetch("SELECT * FROM calendar_day ORDER BY day")
        assert [day for day in again if day not in whole] == [
            {"day": date(2023, 10, 1), "year": 2023, "is_working": False, "name": "更正"}
        ]
        assert len(again) == len(whole)

    def test_leaves_a_year_that_an_administrator_recorded(self, mine: Rows) -> None:
        mine.execute("UPDATE calendar_year SET source = '市政府' WHERE year = 2026")
        mine.execute("DELETE FROM calendar_day WHERE day = '2026-10-10'")
        assert reseed(mine) == []
        assert mine.value("SELECT count(*) FROM calendar_day WHERE day = '2026-10-10'") == 0

    def test_half_a_year_is_none(self, mine: Rows) -> None:
        mine.execute("DELETE FROM calendar_year WHERE year = 2026")
        mine.execute("DELETE FROM calendar_day WHERE day >= '2026-01-01'")
        mine.execute("ALTER TABLE calendar_day ADD CONSTRAINT broken CHECK (day < '2026-06-01')")
        with pytest.raises(asyncpg.CheckViolationError, match="broken"):
            reseed(mine)
        assert mine.value("SELECT count(*) FROM calendar_year WHERE year = 2026") == 0
        assert mine.value("SELECT count(*) FROM calendar_day WHERE day >= '2026-01-01'") == 0

    def test_two_at_once_bring_it_once(self, scratch: str, mine: Rows) -> None:
        mine.execute("DELETE FROM calendar_year; DELETE FROM calendar_day")

        async def both() -> list[list[str]]:
            async def one() -> list[str]:
                said: list[str] = []
                connection = await asyncpg.connect(scratch)
                await load.seed_calendar(connection, said.append)
                await connection.close()
                return said

            return list(await asyncio.gather(one(), one()))

        said = asyncio.run(both())
        assert sorted(line for lines in said for line in lines) == sorted(set(said[0] + said[1]))
        assert len(said[0] + said[1]) == len(list(announced_years()))


def test_a_year_announced_while_an_act_counts_is_counted_after(bureau: Bureau) -> None:
    register(bureau)
    # The act is under way on one connection while the year is announced on another.
    acting = Rows(bureau.rows.url)
    acting.execute("BEGIN")
    acting.execute(
        """INSERT INTO deadline (id, rule_id, event, case_id, started_at, due_at, near_at, last_day, is_provisional,
               extensions)
           SELECT gen_random_uuid(), id, 'REVISIT', $1, '2026-12-30T10:00:00+08:00',
                  '2027-01-06T23:59:59+08:00', '2027-01-05T23:59:59+08:00', '2027-01-06', true, 0
           FROM deadline_rule WHERE event = 'ASK_FOR_HEARING'""",
        key_of(bureau),
    )
    days = [{"day": "2027-01-01", "isWorking": False, "name": "元旦"}]
    admin = {"year": 2027, "source": "国务院办公厅通知", "days": days}
    bureau.done("announceCalendarYear", "system-admin", **admin)
    acting.execute("COMMIT")
    counted = "SELECT last_day, is_provisional FROM deadline WHERE case_id = $1 AND event = 'REVISIT'"
    acting.run(recount_missed)
    # 31=1; 五01 rest; 一04=2 05=3 06=4 07=5
    assert acting.fetch(counted, key_of(bureau)) == [{"last_day": date(2027, 1, 7), "is_provisional": False}]
    assert acting.run(recount_missed) == 0
    acting.close()


def test_two_who_adopt_at_once_leave_no_two_rules_of_one_day(bureau: Bureau) -> None:
    region = str(GlobalID("Region", "4103"))
    rule = {"regionId": region, "event": "ANSWER_CLUE", "length": 9, "unit": "WORKING", "legalBasis": "x"}
    asked = {**rule, "authority": "DEFAULT", "extensions": 0, "nearDays": 1}
    days = [str(local_day(now()) + timedelta(days=each)) for each in (1, 1, 5, 5)]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda day: bureau.run("adoptDeadlineRule", "system-admin", **asked, validFrom=day), days))
    overlapping = """SELECT count(*) FROM deadline_rule a JOIN deadline_rule b ON a.id < b.id AND a.event = b.event
                     AND a.region_code = b.region_code
                     AND daterange(a.valid_from, a.valid_to, '[]') && daterange(b.valid_from, b.valid_to, '[]')"""
    assert bureau.rows.value(overlapping) == 0
    assert bureau.rows.value("SELECT count(*) FROM deadline_rule WHERE event = 'ANSWER_CLUE' AND region_code = '4103'")


def test_what_had_passed_before_it_was_suspended_does_not_start_anew(bureau: Bureau) -> None:
    bureau.rows.execute("UPDATE deadline_rule SET resumption = 'RESTART' WHERE event = 'DECIDE_PENALTY'")
    whole = timedelta(days=90)
    for days, starts_anew in ((10, True), (-20, False)):
        register(bureau)
        bureau.done("fileCase", OFFICER, **bureau.on("case"))
        bureau.done("extendDeadline", LEGAL, **bureau.on("case"), event="DECIDE_PENALTY", reason="案情复杂")
        set_ = "UPDATE deadline SET started_at = $1, counted_from = $1, due_at = $2 WHERE case_id = $3"
        due_at = now() + timedelta(days=days)
        bureau.done("suspendDeadlines", LEGAL, **bureau.on("case"), reason="等待鉴定")
        bureau.rows.execute(set_, due_at - whole - timedelta(days=30), due_at, key_of(bureau))
        (clock,) = bureau.done("resumeDeadlines", LEGAL, **bureau.on("case"))["deadlines"]
        assert clock["state"] == ("RUNNING" if starts_anew else "PASSED")
        # What starts anew may be extended again as often.
        used = bureau.rows.value("SELECT extensions FROM deadline WHERE case_id = $1", key_of(bureau))
        assert used == (0 if starts_anew else 1)
