"""Imports over HTTP: every kind, mode and format, dry runs, what is refused and why, and who may."""

from __future__ import annotations

import csv
import hashlib
import io
import itertools
import random
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from openpyxl import Workbook, load_workbook

from models import ImportKind, Refusal
from models.base import now
from models.counting import local_day
from resolvers.global_id import GlobalID
from resolvers.imports.columns import columns_of
from resolvers.imports.jobs import Importer
from schema.imports import IMPORTS
from seeds.organizations import organization_id
from tests.bureau import HEALTH, LEGAL, MARKET, OFFICER, TEAM, TOWNSHIP
from tests.cluster import Cluster, Rows, until
from tests.examples import copy_row
from tests.samples import XLSX
from tests.serving import Client, serving

CSV = "text/csv"
REQUEST = """mutation($i: RequestUploadInput!) { requestUpload(input: $i) {
    file { id uploadUrl } userErrors { code field } } }"""
IMPORT = """mutation($i: ImportJobInput!) { importJob(input: $i) { job { id state } userErrors { code field } } }"""
READ = """query($id: ID!) { node(id: $id) { ... on ImportJob {
    kind mode isDryRun state rowsTotal rowsRead rowsAccepted rowsRefused failure failureReason finishedAt
    refusals { line reason } refusedFile { name downloadUrl } history { command } } } }"""
OFFICERS = ["人员编号", "姓名", "出生日期", "在编", "考试合格日期"]
DUTIES = ["事项编码", "事项名称", "执法行为", "法律依据", "条款", "履职方式", "责任岗位", "法制审核", "罚款上限（元）"]
CASES = ["权责事项编码", "执法行为", "案由", "办案人员编号", "当事人类别", "当事人", "身份证号", "电话"]
KEYS = itertools.count()


def officer(number: int, **given: str) -> list[Any]:
    row = {
        **dict(zip(OFFICERS, [f"T-{number}", "李明", "1990-05-20", "是", "2024年6月1日"], strict=True)),
        **given,
    }
    return list(row.values())


def duty(number: int) -> list[Any]:
    return [f"T-{number}", "名称", "行政处罚", "某法", "第一条", "检查", "监管股", "需要审核", "50,000.00"]


def case(numbers: str, **given: str) -> list[Any]:
    row = ["MR-P-002", "PENALTY", "标签不符", numbers, "自然人", "张三丰", "11010519491231002X", "13800138000"]
    return list({**dict(zip(CASES, row, strict=True)), **given}.values())


def as_csv(rows: Sequence[Sequence[Any]], encoding: str = "utf-8") -> bytes:
    made = io.StringIO(newline="")
    csv.writer(made).writerows(rows)
    return made.getvalue().encode(encoding)


def as_xlsx(rows: Sequence[Sequence[Any]]) -> bytes:
    workbook = Workbook(write_only=True)
    page = workbook.create_sheet()
    for row in rows:
        page.append(row)
    made = io.BytesIO()
    workbook.save(made)
    return made.getvalue()


class Desk:
    """Uploads files, imports them and reads what became of them."""

    def __init__(self, client: Client, rows: Rows) -> None:
        self.client = client
        self.rows = rows

    def upload(self, content: bytes, media_type: str, persona: str = OFFICER, organization: str = MARKET) -> str:
        asked = {
            "idempotencyKey": f"file {next(KEYS)}",
            "organizationId": organization,
            "name": "导入.xlsx" if media_type == XLSX else "导入.csv",
            "mediaType": media_type,
            "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        payload = self.client.ask(REQUEST, {"i": asked}, persona)["requestUpload"]
        assert payload["userErrors"] == []
        answer = self.client.http.put(
            payload["file"]["uploadUrl"], content=content, headers={"Content-Type": media_type}
        )
        assert answer.status_code == 204, answer.text
        id_: str = payload["file"]["id"]
        return id_

    def asked(self, file: str, kind: str, persona: str = OFFICER, **given: Any) -> dict[str, Any]:
        asked = {
            "idempotencyKey": f"import {next(KEYS)}",
            "organizationId": MARKET,
            "fileId": file,
            "kind": kind,
            "mode": "PER_ROW",
            **given,
        }
        payload: dict[str, Any] = self.client.ask(IMPORT, {"i": asked}, persona)["importJob"]
        return payload

    def queue(self, kind: str, content: bytes, media_type: str = CSV, persona: str = OFFICER, **given: Any) -> str:
        payload = self.asked(self.upload(content, media_type, persona), kind, persona, **given)
        assert payload["userErrors"] == []
        id_: str = payload["job"]["id"]
        return id_

    def read(self, id_: str, persona: str | None = OFFICER) -> Any:
        return self.client.ask(READ, {"id": id_}, persona)["node"]

    def run(self, kind: str, content: bytes, media_type: str = CSV, **given: Any) -> dict[str, Any]:
        """The job when it has ended."""
        id_ = self.queue(kind, content, media_type, **given)
        until(lambda: self.read(id_)["finishedAt"] is not None, 60)
        job: dict[str, Any] = self.read(id_)
        return job

    def refused(self, job: dict[str, Any]) -> list[tuple[Any, ...]]:
        """The rows of the workbook of those that were refused."""
        answer = self.client.http.get(job["refusedFile"]["downloadUrl"])
        assert answer.status_code == 200
        pages = load_workbook(io.BytesIO(answer.content)).worksheets
        assert all(cell.data_type in "sn" for row in pages[0] for cell in row), "a formula"
        return list(pages[0].iter_rows(values_only=True))

    def count(self, table: str = "officer") -> int:
        found: int = self.rows.value(f"SELECT count(*) FROM {table}")
        return found

    def counted(self) -> dict[str, int]:
        """How many rows there are of everything that an import may touch, and the numbers that were given."""
        tables = ("officer", "duty_item", "enforcement_case", "case_officer", "enterprise", "notification", "deadline")
        numbers = self.rows.value("SELECT coalesce(sum(last), 0) FROM number_series")
        entries = self.rows.value(
            "SELECT count(*) FROM audit_entry WHERE object_type NOT IN ('ImportJob', 'StoredFile')"
        )
        return {**{table: self.count(table) for table in tables}, "numbers": numbers, "entries": entries}


@pytest.fixture
def desk(served: tuple[Client, Rows]) -> Desk:
    return Desk(*served)


def counters(job: dict[str, Any]) -> tuple[Any, ...]:
    return job["state"], job["rowsTotal"], job["rowsRead"], job["rowsAccepted"], job["rowsRefused"]


FORMATS: dict[str, tuple[Callable[[Any], bytes], str]] = {
    "utf-8": (as_csv, CSV),
    "utf-8 with a mark": (lambda rows: as_csv(rows, "utf-8-sig"), CSV),
    "gb18030": (lambda rows: as_csv(rows, "gb18030"), CSV),
    "xlsx": (as_xlsx, XLSX),
}


def test_a_cell_that_names_an_officer_many_times_is_looked_up_once(
    cluster: Cluster, scratch: str, data_dir: Path
) -> None:
    rows = Rows(scratch)
    rows.execute(f"ALTER DATABASE {rows.value('SELECT current_database()')} SET log_statement = 'all'")
    number = rows.value(
        "SELECT min(number) FROM officer WHERE organization_id = $1",
        organization_id("410302", "DEPARTMENT", "MARKET_REGULATION"),
    )
    with serving(scratch, data_dir) as client:
        offset = cluster.log.stat().st_size
        job = Desk(client, rows).run("CASES", as_csv([CASES, case("、".join([number] * 500))]))
        with cluster.log.open(encoding="utf-8") as log:
            log.seek(offset)
            asked = log.read().count("FROM officer")
    rows.close()
    assert counters(job) == ("DONE", 1, 1, 0, 1)
    assert 0 < asked < 10


@pytest.mark.parametrize("name", FORMATS)
def test_officers_in_every_format(desk: Desk, name: str) -> None:
    write, media_type = FORMATS[name]
    rows = [OFFICERS, officer(1), [], officer(2, 在编="否", 出生日期="1991/2/3"), officer(3)]
    job = desk.run("OFFICERS", write(rows), media_type)
    assert counters(job) == ("DONE", 3, 3, 3, 0)
    assert job["refusals"] == [] and job["refusedFile"] is None
    found = desk.rows.fetch("SELECT * FROM officer WHERE number LIKE 'T-%' ORDER BY number")
    assert [(row["number"], row["name"], row["in_established_post"]) for row in found] == [
        ("T-1", "李明", True),
        ("T-2", "李明", False),
        ("T-3", "李明", True),
    ]
    assert (found[1]["born_on"], found[0]["examination_passed_on"]) == (date(1991, 2, 3), date(2024, 6, 1))
    # Each row leaves what the single command leaves, and leads to its import.
    entries = desk.rows.fetch(
        """SELECT e.action, e.account_id, e.correlation_id, j.account_id AS asked_by, j.id FROM audit_entry e
           JOIN officer o ON e.object_id = o.id::text CROSS JOIN import_job j WHERE o.number LIKE 'T-%'"""
    )
    assert len(entries) == 3
    for entry in entries:
        assert entry["action"] == "register_officer" and entry["account_id"] == entry["asked_by"]
        assert entry["correlation_id"] == str(entry["id"])


def test_cells_of_a_workbook_have_types(desk: Desk) -> None:
    header = ["number", "Name", "born on", "in established post", "examination passed on"]
    job = desk.run("OFFICERS", as_xlsx([header, [20260001, "王五", date(1990, 1, 2), True, None]]), XLSX)
    assert counters(job) == ("DONE", 1, 1, 1, 0)
    found = desk.rows.fetch("SELECT number, born_on, in_established_post FROM officer WHERE name = '王五'")
    assert found == [{"number": "20260001", "born_on": date(1990, 1, 2), "in_established_post": True}]


def test_cells_that_do_not_say_what_was_meant_are_refused(desk: Desk) -> None:
    rows: list[tuple[list[Any], str | None]] = [
        (officer(2, 考试合格日期="20240601"), None),
        (officer(3, 考试合格日期="202412"), "「考试合格日期」“202412”不是日期"),
        (officer(4, 考试合格日期="2024111"), "「考试合格日期」“2024111”不是日期"),
        (officer(5, 姓名="#N/A"), "「姓名」“#N/A”是公式的错误值"),
        (officer(6, 姓名="TRUE"), None),
    ]
    of_workbooks: list[tuple[list[Any], str | None]] = [
        ([20260007, *officer(7)[1:]], None),
        ([officer(8)[0], True, *officer(8)[2:]], "「姓名」“是”不是文本格式的单元格"),
        ([date(2024, 1, 9), *officer(9)[1:]], "「人员编号」“2024-01-09”不是文本格式的单元格"),
        ([time(10, 30), *officer(9)[1:]], "「人员编号」“10:30:00”不是文本格式的单元格"),
        (officer(10, 姓名="=A2"), "「姓名」公式没有保存计算结果"),
        (officer(11, 考试合格日期="=A2"), "「考试合格日期」公式没有保存计算结果"),
    ]
    for write, media_type, given in ((as_csv, CSV, rows), (as_xlsx, XLSX, [*rows, *of_workbooks])):
        job = desk.run("OFFICERS", write([OFFICERS, *(row for row, _ in given)]), media_type, isDryRun=True)
        expected = {line: reason for line, (_, reason) in enumerate(given, start=2) if reason is not None}
        assert [refusal["line"] for refusal in job["refusals"]] == list(expected)
        for refusal, reason in zip(job["refusals"], expected.values(), strict=True):
            assert refusal["reason"].startswith(reason)
    # Nobody takes for typed what the workbook says of a formula.
    assert desk.refused(job)[-1][4] == "#N/A"


def test_a_formula_whose_result_is_empty_is_an_empty_cell(desk: Desk) -> None:
    content = as_xlsx([OFFICERS, officer(1, 考试合格日期="=A9")])
    saved = changed(content, **{SHEET: lambda part: part.replace(b'<c r="E2"><f>', b'<c r="E2" t="str"><f>')})
    assert saved != content
    assert counters(desk.run("OFFICERS", saved, XLSX)) == ("DONE", 1, 1, 1, 0)


def test_commas_of_an_amount_stand_between_thousands(desk: Desk) -> None:
    amounts = ["1,234，567.50", "5000", "1,2", "12,34", "1234,567", "5,000.001", "5,000,00"]
    job = desk.run("DUTY_ITEMS", as_csv([DUTIES, *([*duty(n)[:-1], said] for n, said in enumerate(amounts))]))
    assert [refusal["line"] for refusal in job["refusals"]] == [4, 5, 6, 7, 8]
    assert desk.rows.value("SELECT max(fine_ceiling) FROM duty_item WHERE code LIKE 'T-%'") == Decimal("1234567.50")


@pytest.mark.parametrize("mode", ["PER_ROW", "PER_FILE"])
def test_duty_items(desk: Desk, mode: str) -> None:
    job = desk.run("DUTY_ITEMS", as_csv([DUTIES, duty(1), duty(2)]), mode=mode)
    assert counters(job) == ("DONE", 2, 2, 2, 0)
    found = desk.rows.fetch("SELECT code, state, source, fine_ceiling FROM duty_item WHERE code LIKE 'T-%' ORDER BY 1")
    assert [tuple(row.values())[:3] for row in found] == [("T-1", "DRAFT", "STATUTORY"), ("T-2", "DRAFT", "STATUTORY")]
    assert found[0]["fine_ceiling"] == 50_000


@pytest.mark.parametrize("mode", ["PER_ROW", "PER_FILE"])
def test_cases(desk: Desk, mode: str) -> None:
    officers = desk.rows.fetch(
        """SELECT o.number FROM officer o JOIN organization b ON b.id = o.organization_id
           WHERE b.region_code = '410302' AND b.kind = 'DEPARTMENT' AND b.field = 'MARKET_REGULATION' LIMIT 2"""
    )
    one, other = (row["number"] for row in officers)
    before = desk.counted()
    job = desk.run("CASES", as_csv([CASES, case(one), case(f"{one}、{other}"), case("")]), mode=mode)
    assert counters(job) == ("DONE", 3, 3, 3, 0)
    after = desk.counted()
    assert {name: after[name] - before[name] for name in after if after[name] != before[name]} == {
        "enforcement_case": 3,
        "case_officer": 3,
        "numbers": 3,
        "entries": 3,
    }
    found = desk.rows.fetch("SELECT number, state, procedure FROM enforcement_case ORDER BY id DESC LIMIT 3")
    assert {(row["state"], row["procedure"]) for row in found} == {("CLUE", "ORDINARY")}
    assert len({row["number"] for row in found}) == 3
    foreign = {"当事人": "John Smith", "身份证号": "E12345678"}
    rows = [
        [*CASES, "证件类别"],
        [*case("", **foreign), "护照"],
        [*case(""), "居民身份证"],
        [*case("", **foreign), "证"],
    ]
    assert counters(desk.run("CASES", as_csv(rows), mode=mode, isDryRun=True))[1:] == (3, 3, 2, 1)


MIXED = [
    OFFICERS,
    officer(1),
    officer(2, 出生日期="去年", 在编="也许"),
    officer(3, 姓名=" "),
    officer(1, 姓名="=HYPERLINK(1)"),
    officer(5, 出生日期="2999-01-01"),
    officer(6),
    [*officer(7), "多余"],
]
REASONS = {
    3: ("「出生日期」“去年”不是日期", "「在编」“也许”不是是或否"),
    4: ("「姓名」必填",),
    5: ("「人员编号」已有相同的记录",),
    6: ("「出生日期」取值不正确",),
    8: ("有超出表头的单元格",),
}


def check_refused(desk: Desk, job: dict[str, Any]) -> None:
    assert [refusal["line"] for refusal in job["refusals"]] == list(REASONS)
    header, *rows = desk.refused(job)
    assert header[:7] == (*OFFICERS, "退回原因", "行号")
    assert [row[0] for row in rows] == ["T-2", "T-3", "T-1", "T-5", "T-7"]
    for refusal in job["refusals"]:
        assert all(part in refusal["reason"] for part in REASONS[refusal["line"]]), refusal
        assert any(refusal["reason"] in row and str(refusal["line"]) in row for row in rows)
    # What looks like a formula is text.
    assert rows[2][1] == "=HYPERLINK(1)"


def test_each_row_for_itself(desk: Desk) -> None:
    before = desk.count()
    job = desk.run("OFFICERS", as_csv(MIXED))
    assert counters(job) == ("DONE", 7, 7, 2, 5)
    assert desk.count() == before + 2
    check_refused(desk, job)


def test_all_rows_or_none(desk: Desk) -> None:
    before = desk.counted()
    job = desk.run("OFFICERS", as_csv(MIXED), mode="PER_FILE")
    assert counters(job) == ("FAILED", 7, 7, 2, 5)
    assert job["failure"] == "IMPORT_ROWS_REFUSED" and "5 行" in job["failureReason"]
    assert desk.counted() == before
    check_refused(desk, job)


def test_the_workbook_is_mended_and_imported(desk: Desk) -> None:
    wrong = [officer(number, 出生日期="去年") for number in range(2, 24)]
    job = desk.run("OFFICERS", as_csv([OFFICERS, officer(1), *wrong]))
    assert [refusal["line"] for refusal in job["refusals"]] == list(range(3, 23)), "the first twenty"
    header, *rows = desk.refused(job)
    # As the workbook writes a moment that a sheet held.
    mended = [header, *(["1990-01-01 12:30:00" if cell == "去年" else cell for cell in row] for row in rows)]
    assert counters(desk.run("OFFICERS", as_xlsx(mended), XLSX)) == ("DONE", 22, 22, 22, 0)


@pytest.mark.parametrize("mode", ["PER_ROW", "PER_FILE"])
@pytest.mark.parametrize(
    ("kind", "rows"),
    [("OFFICERS", MIXED[:3]), ("DUTY_ITEMS", [DUTIES, duty(1), duty(1)]), ("CASES", [CASES, case(""), case("X-1")])],
)
def test_a_dry_run_leaves_nothing_but_its_counters(desk: Desk, kind: str, rows: list[Any], mode: str) -> None:
    before = desk.counted()
    job = desk.run(kind, as_csv(rows), mode=mode, isDryRun=True)
    assert counters(job)[1:] == (2, 2, 1, 1)
    assert job["state"] == ("DONE" if mode == "PER_ROW" else "FAILED")
    assert len(desk.refused(job)) == 2
    assert desk.counted() == before


def test_reasons_of_cases(desk: Desk) -> None:
    rows = [
        [*CASES, "办案机构"],
        [*case("", 权责事项编码="NO-SUCH"), ""],
        [*case("N-1"), ""],
        [*case("", 身份证号="123"), ""],
        [*case("", 当事人类别="火星人"), ""],
        [*case(""), "91410302MA0000000X"],
        [*case("", 身份证号=""), ""],
    ]
    job = desk.run("CASES", as_csv(rows))
    reasons = [refusal["reason"] for refusal in job["refusals"]]
    for reason, (column, part) in zip(
        reasons,
        [
            ("权责事项编码", "找不到“NO-SUCH”"),
            ("办案人员编号", "找不到“N-1”"),
            ("身份证号", "取值不正确"),
            ("当事人类别", "“火星人”不是可选值：自然人、单位、个体工商户"),
            ("办案机构", "找不到"),
            ("身份证号", "取值不正确"),
        ],
        strict=True,
    ):
        assert f"「{column}」" in reason and part in reason


def test_a_duty_says_whether_a_review_is_needed_and_nothing_of_how_one_ended(desk: Desk) -> None:
    terms = ["无需审核", "NEEDED", "听证后审核", "审核通过", "RETURNED"]
    rows = [[*duty(number)[:7], term, ""] for number, term in enumerate(terms)]
    job = desk.run("DUTY_ITEMS", as_csv([DUTIES, *rows]))
    assert [refusal["line"] for refusal in job["refusals"]] == [5, 6]
    for refusal, term in zip(job["refusals"], terms[3:], strict=True):
        assert refusal["reason"] == f"「法制审核」“{term}”不是可选值：无需审核、需要审核、听证后审核"
    answer = desk.client.http.get("/import-templates/duty_items.xlsx")
    notes = load_workbook(io.BytesIO(answer.content)).worksheets[1].iter_rows(values_only=True)
    assert {row[0]: row[3] for row in notes}["法制审核"] == "无需审核、需要审核、听证后审核"


def test_values_of_rows_have_the_bounds_of_every_input(desk: Desk) -> None:
    rows = [
        OFFICERS,
        officer(1, 出生日期="0999-05-20"),
        officer(2, 考试合格日期="3024-06-01"),
        officer(3, 姓名="王" * 20_001),
        officer(4, 姓名="王\uffff"),
    ]
    job = desk.run("OFFICERS", as_csv(rows))
    assert counters(job) == ("DONE", 4, 4, 0, 4)
    born, passed, name, unseen = (refusal["reason"] for refusal in job["refusals"])
    assert born.startswith("「出生日期」") and passed.startswith("「考试合格日期」") and "1900 至 2999" in born
    assert name.startswith("「姓名」") and "20000" in name
    # No XML holds that character, and the workbook is written all the same.
    assert unseen.startswith("「姓名」") and desk.refused(job)[-1][:2] == ("T-4", "王")


@pytest.mark.parametrize("mode", ["PER_ROW", "PER_FILE"])
def test_a_row_that_no_index_holds_is_refused_alone(desk: Desk, mode: str) -> None:
    desk.rows.execute(
        # What PostgreSQL says of a row too long for an index (SQLSTATE 54000), of a row of our choice.
        "ALTER TABLE officer ADD CONSTRAINT held CHECK (number <> 'T-54' OR repeat(number, 1000000000) IS NOT NULL)"
    )
    chance = random.Random(5)
    long = "".join(chr(chance.randrange(0x4E00, 0x9FFF)) for _ in range(5_000))
    rows = [OFFICERS, *(officer(number) for number in range(21)), officer(21, 人员编号=long), officer(54), officer(55)]
    job = desk.run("OFFICERS", as_csv(rows), mode=mode)
    assert counters(job)[1:] == (24, 24, 22, 2), (job["failure"], job["failureReason"])
    too_long, not_held = (refusal["reason"] for refusal in job["refusals"])
    assert too_long.startswith("「人员编号」") and "5000" in too_long and "100" in too_long
    assert "54000" in not_held
    assert len(desk.refused(job)) == 3
    assert desk.rows.value("SELECT count(*) FROM officer WHERE number LIKE 'T-%'") == (22 if mode == "PER_ROW" else 0)


def test_rows_of_another_organization_are_refused_row_by_row(desk: Desk) -> None:
    desk.rows.execute(
        "UPDATE organization SET credit_code = '11410302MB1234567X' WHERE region_code = '410302' AND field = 'HEALTH'"
        " AND kind = 'DEPARTMENT'"
    )
    named = ["11410302MB1234567X", HEALTH, MARKET, "洛阳市老城区市场监督管理局", "洛阳市老城区卫生健康委员会", "市监局"]
    rows = [[*officer(number), name] for number, name in enumerate(named, start=1)]
    job = desk.run("OFFICERS", as_csv([[*OFFICERS, "所在机构"], *rows]))
    assert counters(job) == ("DONE", 6, 6, 2, 4)
    assert [refusal["reason"] for refusal in job["refusals"]] == [
        "您的角色无权执行此操作",
        "您的角色无权执行此操作",
        "您的角色无权执行此操作",
        "「所在机构」找不到“市监局”，或不在您的权限范围内",
    ]


UNREADABLE: list[tuple[bytes, str, tuple[str, ...]]] = [
    (as_csv([["姓名", "姓名", "年龄"], ["a", "b", "c"]]), "IMPORT_HEADER_MISMATCH", ("人员编号", "年龄")),
    (as_csv([OFFICERS]), "IMPORT_NO_ROWS", ()),
    (as_csv([OFFICERS, *([officer(1)] * 11)]), "IMPORT_TOO_MANY_ROWS", ("10",)),
    (b'a,"b\n', "IMPORT_FILE_UNREADABLE", ("第 1 行",)),
    # What follows a quote that is not closed belongs to its cell: it is the line where it begins that is wrong.
    (
        as_csv([OFFICERS, officer(1)]) + 'T-2,"李明,1990-05-20\n'.encode() + as_csv([officer(3)] * 3),
        "IMPORT_FILE_UNREADABLE",
        ("第 3 行", "双引号"),
    ),
    (as_csv([OFFICERS]) + 'T-1,"李"明,1990-05-20\n'.encode(), "IMPORT_FILE_UNREADABLE", ("第 2 行", "双引号")),
    (as_csv([OFFICERS, ["长" * 100_000]]), "FILE_TOO_LARGE", ("200000",)),
]


def test_files_that_cannot_be_imported(scratch: str, data_dir: Path) -> None:
    rows = Rows(scratch)
    with serving(scratch, data_dir, import_max_rows=10, import_max_bytes=200_000) as client:
        desk = Desk(client, rows)
        for content, failure, parts in UNREADABLE:
            job = desk.run("OFFICERS", content)
            assert (job["state"], job["failure"], job["rowsRead"]) == ("FAILED", failure, 0), content[:200]
            assert all(part in job["failureReason"] for part in parts)
    rows.close()


def test_headers_that_are_unknown_are_named_in_few_words(desk: Desk) -> None:
    unknown = ["长" * 100_000, "", *(f"列{number}" for number in range(5_000))]
    job = desk.run("OFFICERS", as_csv([[*OFFICERS[1:], *unknown], officer(1)]))
    assert (job["state"], job["failure"]) == ("FAILED", "IMPORT_HEADER_MISMATCH")
    named = ["长" * 49 + "…", "（空）", *(f"列{number}" for number in range(8)), "…"]
    assert job["failureReason"] == f"表头不符：缺少 人员编号；不识别 {'、'.join(named)}；重复 —。请使用模板"


def test_a_reason_why_a_job_failed_is_bounded(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Refusal, "message", lambda *_: "长" * 100_000)
    assert desk.run("OFFICERS", as_csv([OFFICERS]))["failureReason"] == "长" * 1_999 + "…"


@pytest.mark.parametrize("mode", ["PER_ROW", "PER_FILE"])
def test_a_row_of_more_cells_than_a_workbook_holds_is_refused_alone(desk: Desk, mode: str) -> None:
    rows = [OFFICERS, [*officer(1), *[""] * 20_000, "多余"], officer(2), [*officer(3), *["多余"] * 20_000]]
    job = desk.run("OFFICERS", as_csv(rows), mode=mode)
    assert counters(job) == ("DONE" if mode == "PER_ROW" else "FAILED", 3, 3, 1, 2)
    assert [each["line"] for each in job["refusals"] if each["reason"].startswith("有超出表头的单元格")] == [2, 4]
    assert [row[:2] for row in desk.refused(job)[1:]] == [("T-1", "李明"), ("T-3", "李明")]
    assert desk.rows.value("SELECT count(*) FROM officer WHERE number LIKE 'T-%'") == (1 if mode == "PER_ROW" else 0)


@pytest.mark.parametrize("mode", ["PER_ROW", "PER_FILE"])
def test_a_row_that_fails_as_nobody_thought_of_is_refused_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    def check(asked: Any) -> None:
        if asked.number == "T-2":
            raise KeyError("county")

    monkeypatch.setattr("resolvers.imports.rows.check_values", check)
    job = desk.run("OFFICERS", as_csv([OFFICERS, officer(1), officer(2), officer(3)]), mode=mode)
    assert counters(job) == ("DONE" if mode == "PER_ROW" else "FAILED", 3, 3, 2, 1)
    assert job["refusals"] == [{"line": 3, "reason": "系统内部错误，请凭关联号联系系统管理员"}]
    assert desk.rows.value("SELECT count(*) FROM officer WHERE number LIKE 'T-%'") == (2 if mode == "PER_ROW" else 0)


@pytest.mark.parametrize("error", [ValueError, OSError])
@pytest.mark.parametrize("given", [{}, {"mode": "PER_FILE"}, {"isDryRun": True}], ids=str)
def test_a_job_ends_without_a_workbook_that_cannot_be_made(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, given: dict[str, Any], error: type[Exception]
) -> None:
    def fail(*_: Any) -> bytes:
        raise error

    monkeypatch.setattr("resolvers.imports.jobs.refused_workbook", fail)
    before = desk.count()
    job = desk.run("OFFICERS", as_csv(MIXED), **given)
    assert counters(job) == ("FAILED", 7, 7, 2, 5)
    assert job["failure"] == ("IMPORT_ROWS_REFUSED" if given.get("mode") else "INTERNAL_ERROR")
    assert [refusal["line"] for refusal in job["refusals"]] == list(REASONS) and job["refusedFile"] is None
    assert desk.count() == before + (0 if given else 2)


def test_a_job_whose_end_the_database_refuses_ends_all_the_same(desk: Desk) -> None:
    desk.rows.execute("ALTER TABLE import_job ADD CONSTRAINT ended CHECK (failure <> 'IMPORT_NO_ROWS')")
    job = desk.run("OFFICERS", as_csv([OFFICERS]))
    assert (job["state"], job["failure"]) == ("FAILED", "INTERNAL_ERROR")
    # The jobs behind it have their turn.
    assert counters(desk.run("OFFICERS", as_csv([OFFICERS, officer(1)]))) == ("DONE", 1, 1, 1, 0)


@pytest.mark.parametrize("mode", ["PER_ROW", "PER_FILE"])
def test_a_job_that_ended_its_server_three_times_is_given_up(desk: Desk, mode: str) -> None:
    def leave_behind(attempts: int) -> None:
        desk.rows.execute(
            "CREATE OR REPLACE FUNCTION left_behind() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"NEW.state = 'RUNNING'; NEW.attempts = {attempts}; RETURN NEW; END $$"
        )

    leave_behind(2)
    desk.rows.execute(
        "CREATE TRIGGER left_behind BEFORE INSERT ON import_job FOR EACH ROW EXECUTE FUNCTION left_behind()"
    )
    assert counters(desk.run("OFFICERS", as_csv([OFFICERS, officer(1)]), mode=mode)) == ("DONE", 1, 1, 1, 0)
    leave_behind(3)
    job = desk.run("OFFICERS", as_csv([OFFICERS, officer(2)]), mode=mode)
    assert (job["state"], job["failure"], job["rowsRead"]) == ("FAILED", "IMPORT_GIVEN_UP", 0)
    assert desk.rows.value("SELECT count(*) FROM officer WHERE number LIKE 'T-%'") == 1


def test_a_job_that_was_broken_off_for_another_s_sake_is_not_counted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken_off = 5

    async def give_way(importer: Importer, *_: Any) -> Any:
        nonlocal broken_off
        if broken_off:
            broken_off -= 1
            raise TimeoutError
        return await source(importer, *_)

    source = Importer._source
    monkeypatch.setattr(Importer, "_source", give_way)
    monkeypatch.setattr("server.imports.worker._LOOK_SECONDS", 0.05)
    assert counters(desk.run("OFFICERS", as_csv([OFFICERS, officer(1)]))) == ("DONE", 1, 1, 1, 0)
    assert broken_off == 0


def test_a_damaged_workbook(desk: Desk) -> None:
    whole = as_xlsx([OFFICERS, officer(1)])
    place = whole.index(b"xl/worksheets/sheet1.xml") + 60
    damaged = whole[:place] + bytes(40) + whole[place + 40 :]
    job = desk.run("OFFICERS", damaged, XLSX)
    assert (job["state"], job["failure"]) == ("FAILED", "IMPORT_FILE_UNREADABLE")


Change = Callable[[bytes], bytes]
TYPES, STRINGS, STYLES, SHEET = (
    "[Content_Types].xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
)
OF_STRINGS = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def changed(workbook: bytes, **changes: Change) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as archive,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as result,
    ):
        parts = {name: archive.read(name) for name in archive.namelist()}
        for name in {*parts, *changes}:
            result.writestr(name, changes.get(name, bytes)(parts.get(name, b"")))
    return made.getvalue()


def more(of: bytes, before: bytes) -> Change:
    return lambda part: part.replace(before, of + before, 1)


COSTLY: dict[str, dict[str, Change]] = {
    "strings": {
        TYPES: more(b'<Override PartName="/%s" ContentType="%s"/>' % (STRINGS.encode(), OF_STRINGS), b"</Types>"),
        STRINGS: lambda _: b'<sst xmlns="%s">%s</sst>' % (MAIN, b"<si><t>a</t></si>" * 170_000),
    },
    "formats": {STYLES: more(b"<xf/>" * 600_000, b"</cellXfs>")},
    "cells": {SHEET: more(b"<c/>" * 700_000, b"</row>")},
    "of another encoding": {STYLES: lambda part: b"<?xml version='1.0' encoding='utf-7'?>" + part},
}


@pytest.mark.parametrize(
    "name", ["cells", *(pytest.param(each, marks=pytest.mark.full) for each in COSTLY if each != "cells")]
)
def test_a_workbook_that_costs_more_than_its_rows_is_not_read(scratch: str, data_dir: Path, name: str) -> None:
    rows = Rows(scratch)
    content = as_xlsx([OFFICERS, officer(1)])
    costly = changed(content, **COSTLY[name])
    assert len(costly) < 50_000
    with serving(scratch, data_dir, import_max_rows=1_000) as client:
        desk = Desk(client, rows)
        job = desk.run("OFFICERS", costly, XLSX)
        assert (job["state"], job["failure"], job["rowsRead"]) == ("FAILED", "IMPORT_FILE_UNREADABLE", 0)
        assert ("单元格或格式过多" in job["failureReason"]) == (name != "of another encoding")
        # Formats of an office that has used one file for years.
        worn = changed(content, **{STYLES: more(b"<xf/>" * 60_000, b"</cellXfs>")})
        assert counters(desk.run("OFFICERS", worn, XLSX)) == ("DONE", 1, 1, 1, 0)
    rows.close()


def test_the_first_sheet_that_holds_anything(desk: Desk) -> None:
    workbook = Workbook(write_only=True)
    workbook.create_sheet("封面")
    page = workbook.create_sheet("人员")
    for row in [OFFICERS, officer(1)]:
        page.append(row)
    made = io.BytesIO()
    workbook.save(made)
    job = desk.run("OFFICERS", made.getvalue(), XLSX)
    assert counters(job) == ("DONE", 1, 1, 1, 0)
    assert desk.run("OFFICERS", as_xlsx([]), XLSX)["failure"] in ("IMPORT_NO_ROWS", "IMPORT_HEADER_MISMATCH")


def test_a_bureau_certifies_its_people_at_once(desk: Desk) -> None:
    assert counters(desk.run("OFFICERS", as_csv([OFFICERS, officer(1), officer(2, 考试合格日期="")])))[3] == 2
    bureau = str(GlobalID("Organization", str(organization_id("410302", "JUDICIAL_BUREAU"))))
    header = ["所在机构", "人员编号", "证件类别", "证号", "有效期起", "有效期止"]
    rows = [
        [MARKET, f"T-{number}", "行政执法证", f"证-{number}", "2026-01-01", "2030-12-31"]
        for number in ("1", "2", "nobody")
    ]
    content = as_csv([header, *rows, rows[0]])
    file = desk.upload(content, CSV, "county-judicial", bureau)
    queued = desk.asked(file, "CERTIFICATES", "county-judicial", organizationId=bureau)
    assert queued["userErrors"] == []
    id_ = queued["job"]["id"]
    until(lambda: desk.read(id_, "county-judicial")["finishedAt"] is not None, 60)
    job = desk.read(id_, "county-judicial")
    assert counters(job) == ("DONE", 4, 4, 1, 3)
    lacking, unknown, again = (refusal["reason"] for refusal in job["refusals"])
    assert "考试合格" in lacking and "人员编号" in unknown and "重叠" in again
    held = desk.rows.fetch(
        """SELECT c.kind, c.number, c.valid_to FROM certificate c JOIN officer o ON o.id = c.officer_id
           WHERE o.number = 'T-1'"""
    )
    assert held == [{"kind": "ENFORCEMENT", "number": "证-1", "valid_to": date(2030, 12, 31)}]
    # Who registers people does not certify them.
    refused = desk.run("CERTIFICATES", content)
    assert counters(refused) == ("DONE", 4, 4, 0, 4)
    assert "您的角色无权执行此操作" in refused["refusals"][0]["reason"]


class TestWhoMay:
    def test_not_for_another_organization(self, desk: Desk) -> None:
        file = desk.upload(as_csv([OFFICERS, officer(1)]), CSV)
        for organization in (HEALTH, TOWNSHIP):
            (error,) = desk.asked(file, "OFFICERS", organizationId=organization)["userErrors"]
            assert (error["code"], error["field"]) == ("INVALID_VALUE", "fileId")
        for persona in (LEGAL, "township", "evaluator", "vertical-tax-officer"):
            assert desk.asked(file, "OFFICERS", persona)["userErrors"][0]["code"] == "NOT_FOUND"
        assert desk.count("import_job") == 0

    def test_only_a_stored_table(self, desk: Desk) -> None:
        asked = {
            "idempotencyKey": "pending",
            "organizationId": MARKET,
            "name": "x.csv",
            "mediaType": CSV,
            "size": 1,
            "sha256": "0" * 64,
        }
        pending = desk.client.ask(REQUEST, {"i": asked}, OFFICER)["requestUpload"]["file"]["id"]
        assert desk.asked(pending, "OFFICERS")["userErrors"] == [{"code": "INVALID_VALUE", "field": "fileId"}]
        text = desk.upload(b"x", "text/plain")
        assert desk.asked(text, "OFFICERS")["userErrors"] == [{"code": "MEDIA_TYPE_NOT_ALLOWED", "field": "fileId"}]

    def test_strangers_see_no_job(self, desk: Desk) -> None:
        id_ = desk.queue("OFFICERS", as_csv([OFFICERS, officer(1)]))
        document = "{ importJobs(first: 5) { totalCount nodes { id } } }"
        assert desk.client.ask(document, None, OFFICER)["importJobs"] == {"totalCount": 1, "nodes": [{"id": id_}]}
        for persona in (None, "township", "county-judicial", "vertical-tax-officer"):
            assert desk.read(id_, persona) is None
            assert desk.client.ask(document, None, persona)["importJobs"]["totalCount"] == 0

    def test_a_right_that_was_withdrawn_is_gone(self, desk: Desk) -> None:
        # The job waits behind a lock until its asker has lost the role.
        file = desk.upload(as_csv([OFFICERS, officer(1)]), CSV)
        account = desk.rows.value("SELECT id FROM account WHERE subject = $1", OFFICER)
        held = desk.rows.fetch("SELECT id FROM role_assignment WHERE account_id = $1", account)
        assert len(held) == 1
        desk.rows.execute("BEGIN; LOCK role_assignment IN ACCESS EXCLUSIVE MODE")
        desk.rows.execute("DELETE FROM role_assignment WHERE account_id = $1", account)
        desk.rows.execute(
            """INSERT INTO import_job (id, organization_id, region_code, account_id, file_id, kind, mode, is_dry_run,
                   state, rows_read, rows_accepted, rows_refused, created_at)
               SELECT gen_random_uuid(), organization_id, region_code, uploaded_by, id, 'OFFICERS', 'PER_ROW', false,
                   'QUEUED', 0, 0, 0, now() FROM stored_file"""
        )
        desk.rows.execute("COMMIT; NOTIFY import_queued")
        until(lambda: desk.rows.value("SELECT finished_at IS NOT NULL FROM import_job"))
        assert file and desk.rows.value("SELECT failure FROM import_job") == "FORBIDDEN"
        assert desk.rows.value("SELECT count(*) FROM officer WHERE number LIKE 'T-%'") == 0

    def test_the_same_key_imports_once(self, desk: Desk) -> None:
        file = desk.upload(as_csv([OFFICERS, officer(1)]), CSV)
        first = desk.asked(file, "OFFICERS", idempotencyKey="once")["job"]["id"]
        assert desk.asked(file, "OFFICERS", idempotencyKey="once")["job"]["id"] == first
        until(lambda: desk.read(first)["finishedAt"])
        assert counters(desk.read(first)) == ("DONE", 1, 1, 1, 0)
        assert desk.count("import_job") == 1


@pytest.mark.parametrize("kind", list(ImportKind), ids=lambda kind: kind.name)
def test_templates_have_the_header_and_import_their_example(client: Client, kind: ImportKind) -> None:
    answer = client.http.get(f"/import-templates/{kind.name.lower()}.xlsx")
    assert answer.status_code == 200 and answer.headers["content-type"] == XLSX
    header, notes = load_workbook(io.BytesIO(answer.content)).worksheets
    (names,) = header.iter_rows(values_only=True)
    described = list(notes.iter_rows(values_only=True))[1:]
    assert list(names) == [row[0] for row in described]
    fields = [column for column in columns_of(kind) if column.type != "ignored"]
    assert [(column.chinese, column.english) for column in fields] == [row[:2] for row in described]
    assert client.http.get("/import-templates/other.xlsx").status_code == 404


@pytest.mark.parametrize("kind", ImportKind)
def test_every_field_of_a_command_is_a_column_of_its_file(kind: ImportKind) -> None:
    plan = IMPORTS[kind]
    own = {each.name for each in fields(plan.input)} - {"idempotency_key", *plan.parts}
    of_parts = {f"{name}.{each.name}" for name, part in plan.parts.items() for each in fields(part)}
    assert {column.field for column in columns_of(kind) if column.type != "ignored"} == (
        # Whose a certificate is, is known by whose the officer is.
        own | of_parts | {"organization_id"}
    )


def test_a_file_of_id_numbers_is_read_by_none_to_whom_they_are_masked(desk: Desk) -> None:
    id_ = desk.queue("CASES", as_csv([CASES, case("nobody's")]))
    until(lambda: desk.read(id_)["finishedAt"] is not None, 60)
    document = "query($id: ID!) { node(id: $id) { ... on ImportJob { file { id } refusedFile { id } } } }"
    job = desk.client.ask(document, {"id": id_}, OFFICER)["node"]
    ids = [job["file"]["id"], job["refusedFile"]["id"]]
    shown = """query($ids: [ID!]!) {
        nodes(ids: $ids) { ... on StoredFile { id downloadUrl } } files(first: 100) { nodes { id } } }"""
    for persona in (LEGAL, "county-judicial", "city-judicial", "province-judicial"):
        found = desk.client.ask(shown, {"ids": ids}, persona)
        assert found["nodes"] == [None, None]
        assert not {each["id"] for each in found["files"]["nodes"]} & set(ids)
    assert all(each["downloadUrl"] for each in desk.client.ask(shown, {"ids": ids}, OFFICER)["nodes"])


def test_a_duty_s_code_names_the_edition_of_the_day(desk: Desk) -> None:
    of = f"organization_id = '{organization_id('410302', 'DEPARTMENT', 'MARKET_REGULATION')}' AND code = 'MR-P-002'"
    today = local_day(now())
    desk.rows.execute(f"UPDATE duty_item SET state = 'SUPERSEDED', valid_to = $1 WHERE {of}", today)
    next_ = {"edition": 2, "state": "PUBLISHED", "valid_from": today + timedelta(days=1), "valid_to": None}
    copy_row(desk.rows, "duty_item", of, id=uuid4(), **next_)
    assert desk.run("CASES", as_csv([CASES, case("")]))["rowsAccepted"] == 1


def test_a_code_of_two_organs_that_assigned_it_names_neither(desk: Desk) -> None:
    """A township's officer imports a case on a duty that two departments assigned under one code."""
    other = {"id": uuid4(), "organization_id": organization_id("410302", "DEPARTMENT", "HEALTH"), "field": "HEALTH"}
    copy_row(desk.rows, "duty_item", "code = 'MR-P-009' AND region_code = '410302'", **other)
    assigned = {"id": uuid4(), "duty_item_id": other["id"], "owner_id": other["organization_id"]}
    copy_row(desk.rows, "duty_assignment", "duty_code = 'MR-P-009' AND region_code = '410302001'", **assigned)
    row = case("", 权责事项编码="MR-P-009")
    content = as_csv([CASES, row, case("", 权责事项编码="MR-P-010")])
    file = desk.upload(content, CSV, "township", TOWNSHIP)
    id_ = desk.asked(file, "CASES", "township", organizationId=TOWNSHIP)["job"]["id"]
    until(lambda: desk.read(id_, "township")["finishedAt"] is not None, 60)
    (refusal,) = desk.read(id_, "township")["refusals"]
    assert refusal["line"] == 2 and "全局标识" in refusal["reason"]


def test_a_code_of_a_township_s_own_list_is_found_for_its_team(desk: Desk) -> None:
    own = {"organization_id": organization_id("410302001", "TOWNSHIP_GOVERNMENT"), "region_code": "410302001"}
    of_market = "code = 'MR-P-002' AND region_code = '410302' AND state = 'PUBLISHED'"
    copy_row(desk.rows, "duty_item", of_market, id=uuid4(), code="T-1", **own)
    file = desk.upload(as_csv([CASES, case("", 权责事项编码="T-1")]), CSV, "township", TEAM)
    id_ = desk.asked(file, "CASES", "township", organizationId=TEAM)["job"]["id"]
    until(lambda: desk.read(id_, "township")["finishedAt"] is not None, 60)
    assert desk.read(id_, "township")["rowsAccepted"] == 1
