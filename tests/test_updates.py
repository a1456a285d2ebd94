"""Null in an update empties what may be empty and is refused by its field elsewhere; what is left out stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from graphql import get_named_type
from strawberry.utils.str_converters import to_snake_case

from models.base import now
from models.counting import local_day
from resolvers.global_id import GlobalID
from tests.bureau import KEYS, MARKET, OFFICER, SCHEMA, Bureau, draft, register
from tests.test_file_reviews import case_of
from tests.test_reports import draft as report
from tests.test_reports import reviewed
from tests.walks.rules import JUDICIAL, take
from tests.walks.society import drafted
from tests.walks.walker import BUREAU, Walker

TODAY = str(local_day(now()))


@dataclass(frozen=True)
class Update:
    """An update, on what and by whom; what it may empty, each with a value to empty; what null may do besides."""

    shown: str
    persona: str
    make: Callable[[Bureau], object]
    emptied: dict[str, Any]
    emptied_parts: dict[str, Any]
    kept: frozenset[str] = frozenset()


def _duty(bureau: Bureau) -> None:
    texts = dict.fromkeys(("name", "law", "article", "method", "responsibility"), "依法")
    facts = {"code": f"U-{next(KEYS)}", "actType": "PENALTY", "legalReview": "NOT_NEEDED"}
    bureau.done("draftDutyItem", OFFICER, organizationId=MARKET, **texts, **facts)


def _officer(bureau: Bureau) -> None:
    person = {"number": f"U-{next(KEYS)}", "name": "李明", "bornOn": "1990-05-20", "inEstablishedPost": True}
    bureau.done("registerOfficer", OFFICER, organizationId=MARKET, **person)


def _bulletin(bureau: Bureau) -> None:
    reports = [reviewed(bureau, 2)]
    bureau.done("draftBulletin", "city-government", reportIds=reports, title="通报", content="正文")


def _review(bureau: Bureau) -> None:
    reviewed = {"caseId": case_of(bureau, "CLOSED"), "reviewerId": JUDICIAL, "defects": []}
    bureau.done("reviewCaseFile", BUREAU, **reviewed)


def _transfer(bureau: Bureau) -> None:
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau)


def _training(bureau: Bureau) -> None:
    plan = {"title": "培训", "year": local_day(now()).year, "audience": "全体", "requiredHours": 8}
    bureau.done("planTraining", OFFICER, organizationId=MARKET, **plan)


UPDATES: dict[str, Update] = {
    "updateDutyItem": Update(
        "dutyItem",
        OFFICER,
        _duty,
        {"fineFloor": "100", "fineCeiling": "200", "content": "CONDUCT_QUALITY"},
        {},
    ),
    "updateOfficer": Update(
        "officer",
        OFFICER,
        _officer,
        {"examinationPassedOn": "2020-05-06", "leftOn": TODAY},
        {"accountLogin": OFFICER},
    ),
    "updateProgressReport": Update(
        "report", BUREAU, lambda b: report(b, 1), {"problems": "人员不足", "plans": "补充人员"}, {}
    ),
    "updateBulletin": Update("bulletin", "city-government", _bulletin, {}, {}),
    "updateCaseFileReview": Update(
        "fileReview", BUREAU, _review, {"opinion": "已核对"}, {"defects": [{"kind": "SERVICE_FLAWED"}]}
    ),
    "updateCase": Update("case", OFFICER, register, {"facts": "超市仓库"}, {}),
    "updateTransfer": Update(
        "transfer", OFFICER, _transfer, {"legalBasis": "第二十二条"}, {"attachments": [{"name": "案件卷宗"}]}
    ),
    "updateTraining": Update("training", OFFICER, _training, {}, {}),
    "updateBudget": Update(
        "budget", "finance", lambda b: take(Walker(b), "budget", "Budget", "region_code = '410302'"), {"spent": "1"}, {}
    ),
    "updateStaffing": Update(
        "staffing",
        "establishment-office",
        lambda b: take(Walker(b), "staffing", "Staffing", "region_code = '410302'"),
        {},
        {},
        # The day from which it holds is today where none is named.
        frozenset({"effectiveOn"}),
    ),
    "updateQuestionnaire": Update(
        "questionnaire", BUREAU, lambda b: drafted(Walker(b)), {"introduction": "请如实填写"}, {}
    ),
}
_TABLES = {
    "dutyItem": "duty_item",
    "report": "progress_report",
    "case": "enforcement_case",
    "transfer": "case_transfer",
    "fileReview": "case_file_review",
}
_PARTS = {
    "accountLogin": "SELECT account_id FROM officer WHERE id = $1::uuid",
    "defects": "SELECT nullif(count(*), 0) FROM case_file_defect WHERE review_id = $1::uuid",
    "attachments": "SELECT nullif(count(*), 0) FROM transfer_attachment WHERE transfer_id = $1::uuid",
}


def test_every_update_is_tried() -> None:
    mutation: Any = SCHEMA.mutation_type
    assert set(UPDATES) == {name for name in mutation.fields if name.startswith("update")}


def test_null_empties_what_may_be_empty(bureau: Bureau) -> None:
    for name, update in UPDATES.items():
        update.make(bureau)
        _empties(bureau, name, update)


def _empties(bureau: Bureau, name: str, update: Update) -> None:
    key = GlobalID.parse(bureau.objects[update.shown]["id"])
    assert key is not None
    table = _TABLES.get(update.shown, update.shown)

    def kept() -> dict[str, Any]:
        (row,) = bureau.rows.fetch(f"SELECT * FROM {table} WHERE id = $1::uuid", key.key)
        return {column: value for column, value in row.items() if column not in ("version", "updated_at")}

    mutation: Any = SCHEMA.mutation_type
    fields = get_named_type(mutation.fields[name].args["input"].type).fields
    optional = set(fields) - {"idempotencyKey", "id", "version"} - update.kept
    for field, value in (update.emptied | update.emptied_parts).items():
        found = _PARTS.get(field, f"SELECT {to_snake_case(field)} FROM {table} WHERE id = $1::uuid")
        bureau.done(name, update.persona, **bureau.on(update.shown), **{field: value})
        assert bureau.rows.value(found, key.key) is not None
        before = kept()
        bureau.done(name, update.persona, **bureau.on(update.shown))
        assert kept() == before and bureau.rows.value(found, key.key) is not None, field
        bureau.done(name, update.persona, **bureau.on(update.shown), **{field: None})
        assert bureau.rows.value(found, key.key) is None, field
    before = kept()
    for field in sorted(optional - set(update.emptied) - set(update.emptied_parts)):
        payload = bureau.run(name, update.persona, **bureau.on(update.shown), **{field: None})
        refused = [(each["code"], each["field"]) for each in payload["userErrors"]]
        assert refused == [("INVALID_VALUE", field)], (name, field)
        assert kept() == before
    for field in sorted(update.kept):
        bureau.done(name, update.persona, **bureau.on(update.shown), **{field: None})
        assert kept() == before


def test_a_key_is_not_used_again_for_null_in_place_of_nothing(bureau: Bureau) -> None:
    take(Walker(bureau), "budget", "Budget", "region_code = '410302'")
    bureau.done("updateBudget", "finance", **bureau.on("budget"), spent="1")
    on = bureau.on("budget")
    key = f"updates {next(KEYS)}"
    bureau.done("updateBudget", "finance", **on, idempotencyKey=key)
    again = bureau.refused("updateBudget", "finance", **on, idempotencyKey=key, spent=None)
    assert again == "IDEMPOTENCY_KEY_REUSED"


def test_an_officer_who_came_back_and_is_examined_acts_again(bureau: Bureau) -> None:
    register(bureau)
    on = {"id": _first_officer(bureau)}
    found = bureau.rows.fetch("SELECT version, examination_passed_on FROM officer WHERE id = $1::uuid", _key(on["id"]))
    ((version, examined_on),) = (row.values() for row in found)
    bureau.objects["officer"] = {**on, "version": version}
    for hindered, mended in (
        ({"leftOn": TODAY}, {"leftOn": None}),
        ({"examinationPassedOn": None}, {"examinationPassedOn": str(examined_on)}),
    ):
        bureau.done("updateOfficer", OFFICER, **bureau.on("officer"), **hindered)
        assert bureau.refused("fileCase", OFFICER, **bureau.on("case")) == "OFFICERS_NOT_QUALIFIED"
        bureau.done("updateOfficer", OFFICER, **bureau.on("officer"), **mended)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))


def _first_officer(bureau: Bureau) -> str:
    of_case = "SELECT officer_id FROM case_officer WHERE case_id = $1::uuid ORDER BY officer_id LIMIT 1"
    return str(GlobalID("Officer", str(bureau.rows.value(of_case, _key(bureau.objects["case"]["id"])))))


def _key(id_: str) -> Any:
    parsed = GlobalID.parse(id_)
    assert parsed is not None
    return parsed.key
