"""Bodies and people over HTTP: trainings with attendance and hours."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from models.base import now
from models.counting import local_day
from resolvers.global_id import GlobalID
from seeds.organizations import organization_id
from tests.bureau import MARKET, OFFICER, TOWNSHIP, Bureau, body, officers, register

BUREAU = "county-judicial"
TODAY = local_day(now())
OWN_BUREAU = body("410302", "JUDICIAL_BUREAU")


def refused(bureau: Bureau, name: str, persona: str, /, **given: Any) -> tuple[str, str | None]:
    """The code and the field of a refusal."""
    payload = bureau.run(name, persona, **given)
    assert payload["userErrors"], payload
    return payload["userErrors"][0]["code"], payload["userErrors"][0]["field"]


def hours(bureau: Bureau, persona: str) -> int:
    """The class hours of this year at the market bureau, as a persona sees them."""
    document = "query($id: ID!, $year: Int!) { organization(by: { id: $id }) { trainingHours(year: $year) } }"
    found = bureau.client.ask(document, {"id": MARKET, "year": TODAY.year}, persona)["organization"]
    total: int = found["trainingHours"]
    return total


def test_a_training_with_its_attendance_and_hours(bureau: Bureau) -> None:
    plan = {"organizationId": OWN_BUREAU, "title": "执法骨干培训", "audience": "执法骨干", "requiredHours": 16}
    for field, value in (("requiredHours", 0), ("year", 1999)):
        asked: dict[str, Any] = {**plan, "year": TODAY.year, field: value}
        assert refused(bureau, "planTraining", BUREAU, **asked) == ("INVALID_VALUE", field)
    # Nobody plans for another body.
    assert refused(bureau, "planTraining", OFFICER, **plan, year=TODAY.year) == ("FORBIDDEN", None)
    bureau.done("planTraining", BUREAU, **plan, year=TODAY.year)

    def act(name: str, /, **given: Any) -> dict[str, Any]:
        return bureau.done(name, BUREAU, **bureau.on("training"), **given)

    def not_done(name: str, /, **given: Any) -> tuple[str, str | None]:
        return refused(bureau, name, BUREAU, **bureau.on("training"), **given)

    session = {"subject": "案卷评查", "heldOn": str(TODAY), "hours": 4}
    assert not_done("addTrainingSession", **session | {"heldOn": "2020-01-01"}) == ("INVALID_VALUE", "heldOn")
    assert not_done("addTrainingSession", **session | {"hours": 13}) == ("INVALID_VALUE", "hours")
    act("addTrainingSession", **session)
    assert len(act("addTrainingSession", **session)["sessions"]) == 2
    first, second = officers(bureau, MARKET)[:2]
    elsewhere = officers(bureau, body("4101", "DEPARTMENT", "MARKET_REGULATION"))[0]
    attended: dict[str, Any] = {"session": 1, "attendances": [{"officerId": first}]}
    wrong: list[tuple[dict[str, Any], tuple[str, str]]] = [
        ({"session": 3}, ("NOT_FOUND", "session")),
        ({"attendances": []}, ("INVALID_VALUE", "attendances")),
        ({"attendances": [{"officerId": elsewhere}]}, ("NOT_FOUND", "attendances.0.officerId")),
        ({"attendances": [{"officerId": first}] * 2}, ("INVALID_VALUE", "attendances.1.officerId")),
        ({"attendances": [{"officerId": first, "hours": 5}]}, ("INVALID_VALUE", "attendances.0.hours")),
    ]
    for given, expected in wrong:
        assert not_done("recordAttendance", **attended | given) == expected
    before = {persona: hours(bureau, persona) for persona in (BUREAU, OFFICER, "township", "county-judicial-2")}
    assert before[BUREAU] == before[OFFICER] and before["township"] == before["county-judicial-2"] == 0
    act("recordAttendance", session=1, attendances=[{"officerId": first}, {"officerId": second, "hours": 2}])
    assert hours(bureau, OFFICER) == before[OFFICER] + 6
    # Recorded again, the hours are those given last; nobody is counted twice.
    act("recordAttendance", session=1, attendances=[{"officerId": second, "hours": 3}])
    assert {persona: hours(bureau, persona) - before[persona] for persona in before} == {
        BUREAU: 7,
        OFFICER: 7,
        "township": 0,
        "county-judicial-2": 0,
    }
    act("completeTraining")
    assert not_done("recordAttendance", **attended)[0] == "INVALID_STATE"


def test_of_another_s_training_an_organ_sees_its_own_people_s_records(bureau: Bureau) -> None:
    document = """{ trainings(first: 100) { nodes { organization { id } } }
        trainingAttendances(first: 100) { nodes { organization { id } training { title } history { command } } } }"""
    found = bureau.client.ask(document, persona="township")
    assert {each["organization"]["id"] for each in found["trainings"]["nodes"]} == {TOWNSHIP}
    records = found["trainingAttendances"]["nodes"]
    assert {each["organization"]["id"] for each in records} == {TOWNSHIP}
    assert {each["training"] is None for each in records} == {True, False}


def test_no_attendance_before_the_session(bureau: Bureau) -> None:
    later = TODAY + timedelta(days=1)
    plan = {"organizationId": MARKET, "title": "培训", "audience": "全体", "requiredHours": 4, "year": later.year}
    bureau.done("planTraining", OFFICER, **plan)
    session = {"subject": "行政处罚法", "heldOn": str(later), "hours": 4}
    bureau.done("addTrainingSession", OFFICER, **bureau.on("training"), **session)
    attended = {"session": 1, "attendances": [{"officerId": officers(bureau, MARKET)[0]}]}
    on = bureau.on("training")
    assert refused(bureau, "recordAttendance", OFFICER, **on, **attended) == ("INVALID_VALUE", "session")
    bureau.done("cancelTraining", OFFICER, **on, reason="师资未落实")
    key = GlobalID("Organization", str(organization_id("410302", "DEPARTMENT", "HEALTH")))
    assert refused(bureau, "planTraining", OFFICER, **plan | {"organizationId": str(key)}) == ("FORBIDDEN", None)


ESTABLISHMENT, ADMIN = "establishment-office", "system-admin"
COUNTY, CITY = (str(GlobalID("Region", code)) for code in ("410302", "4103"))


def staffing_of(bureau: Bureau, organization: str, persona: str) -> dict[str, Any]:
    """The staffing of a body with its changes and estimates."""
    document = """query($id: ID!) { organization(by: { id: $id }) { staffing {
        id version authorised estimated shortfall gaps
        changes { version effectiveOn authorised }
        estimates { year cases organs townships posts rule { basePosts } estimation { id } } } } }"""
    found: dict[str, Any] = bureau.client.ask(document, {"id": organization}, persona)["organization"]["staffing"]
    return found


def test_each_change_of_staffing_is_kept_with_its_day(bureau: Bureau) -> None:
    before = staffing_of(bureau, OWN_BUREAU, ESTABLISHMENT)
    bureau.objects["staffing"] = before
    for day in ("2025-12-31", str(TODAY + timedelta(days=1))):
        asked = {**bureau.on("staffing"), "authorised": 9, "effectiveOn": day}
        assert refused(bureau, "updateStaffing", ESTABLISHMENT, **asked) == ("INVALID_VALUE", "effectiveOn")
    bureau.done("updateStaffing", ESTABLISHMENT, **bureau.on("staffing"), authorised=9, effectiveOn="2026-06-01")
    after = bureau.done("updateStaffing", ESTABLISHMENT, **bureau.on("staffing"), authorised=10)
    assert after["changes"] == [
        {"version": 1, "effectiveOn": "2026-01-01", "authorised": before["authorised"]},
        {"version": 2, "effectiveOn": "2026-06-01", "authorised": 9},
        {"version": 3, "effectiveOn": str(TODAY), "authorised": 10},
    ]


def test_posts_are_estimated_by_the_rule_and_the_work_of_the_year(bureau: Bureau) -> None:
    rule = {
        "regionId": CITY,
        "kind": "JUDICIAL_BUREAU",
        "level": "COUNTY",
        "basePosts": 5,
        "casesPerPost": 10,
        "legalBasis": "洛阳市编制测算办法",
        "authority": "PLAN",
        "validFrom": str(TODAY),
    }
    wrong: list[tuple[str, Any]] = [("kind", "FINANCE"), ("basePosts", -1), ("casesPerPost", 0)]
    for field, value in wrong:
        asked = {**rule, field: value}
        assert refused(bureau, "adoptStaffingRule", ADMIN, **asked) == ("INVALID_VALUE", field)
    assert refused(bureau, "adoptStaffingRule", BUREAU, **rule) == ("FORBIDDEN", None)
    bureau.done("adoptStaffingRule", ADMIN, **rule)
    assert refused(bureau, "adoptStaffingRule", ADMIN, **rule) == ("ALREADY_EXISTS", "validFrom")
    for persona, given, expected in (
        (BUREAU, {"regionId": CITY, "year": 2025}, ("FORBIDDEN", None)),
        (OFFICER, {"regionId": COUNTY, "year": 2025}, ("FORBIDDEN", None)),
        (BUREAU, {"regionId": COUNTY, "year": TODAY.year + 1}, ("INVALID_VALUE", "year")),
    ):
        assert refused(bureau, "estimateStaffing", persona, **given) == expected
    made = bureau.done("estimateStaffing", ESTABLISHMENT, regionId=COUNTY, year=2025)
    bodies = bureau.rows.fetch("SELECT * FROM staffing WHERE region_code LIKE '410302%'")
    assert made["bodies"] == len(bodies)
    assert made["shortfall"] == sum(max(each["estimated"] - each["authorised"], 0) for each in bodies) > 0
    # The county's own rule, the cases of its organs and townships in that year, and nothing for organs.
    cases = bureau.rows.value(
        """SELECT count(*) FROM enforcement_case WHERE region_code LIKE '410302%'
           AND extract(year FROM registered_at AT TIME ZONE 'Asia/Shanghai') = 2025"""
    )
    found = staffing_of(bureau, OWN_BUREAU, BUREAU)
    latest = found["estimates"][-1]
    assert (latest["cases"], latest["townships"]) == (cases, 9)
    assert latest["rule"] == {"basePosts": 5} and latest["estimation"] == {"id": made["id"]}
    assert found["estimated"] == latest["posts"] == int(5 + cases / 10 + 0.5)
    assert found["shortfall"] == latest["posts"] - found["authorised"] and "BELOW_ESTIMATE" in found["gaps"]
    # A legal unit is measured by its field, a judicial office by its township.
    field = """SELECT count(*) FROM enforcement_case
        WHERE registered_at >= '2025-01-01+08' AND registered_at < '2026-01-01+08'"""
    unit = staffing_of(bureau, body("410302", "LEGAL_UNIT", "MARKET_REGULATION"), BUREAU)["estimates"][-1]
    of_field = f"{field} AND region_code LIKE '410302%' AND field = 'MARKET_REGULATION'"
    assert unit["cases"] == bureau.rows.value(of_field) and unit["organs"] == 1
    office = staffing_of(bureau, body("410302001", "JUDICIAL_OFFICE"), BUREAU)["estimates"][-1]
    assert office["cases"] == bureau.rows.value(f"{field} AND region_code = '410302001'")
    # Enough posts, and the gap is gone; the estimate stays.
    bureau.objects["staffing"] = found
    bureau.done("updateStaffing", ESTABLISHMENT, **bureau.on("staffing"), authorised=latest["posts"])
    after = staffing_of(bureau, OWN_BUREAU, BUREAU)
    assert after["shortfall"] == 0 and "BELOW_ESTIMATE" not in after["gaps"] and after["estimated"] == latest["posts"]
    ended = bureau.done("endStaffingRule", ADMIN, **bureau.on("staffingRule"), validTo=str(TODAY))
    assert ended["validTo"] == str(TODAY)
    bureau.rows.execute("UPDATE staffing_rule SET valid_from = '2020-01-01', valid_to = '2020-12-31'")
    asked = {"regionId": COUNTY, "year": 2025}
    assert refused(bureau, "estimateStaffing", ESTABLISHMENT, **asked) == ("NO_STAFFING_RULE", "regionId")


FINANCE = "finance"


def test_funds_are_the_same_level_s_and_tied_to_no_fines(bureau: Bureau) -> None:
    funds = {"organizationId": body("410302", "LEGAL_UNIT", "HEALTH"), "year": 2026, "purpose": "法制审核"}
    office = {"organizationId": body("410302002", "JUDICIAL_OFFICE"), "year": 2026, "purpose": "监督"}
    assert refused(bureau, "recordBudget", BUREAU, **funds, amount="1") == ("FORBIDDEN", None)
    elsewhere = {**funds, "organizationId": body("4103", "JUDICIAL_BUREAU")}
    assert refused(bureau, "recordBudget", FINANCE, **elsewhere, amount="1") == ("FORBIDDEN", None)
    wrong: list[tuple[str, Any]] = [("organizationId", MARKET), ("year", TODAY.year + 2), ("spent", "100.01")]
    for field, value in wrong:
        asked = {**funds, "amount": "100", field: value}
        assert refused(bureau, "recordBudget", FINANCE, **asked) == ("INVALID_VALUE", field)
    ties = ("完成罚没指标 50 万元", "按罚款的 20% 返还办案经费", "罚 没 收 入挂钩", "a share of fines", "罚款　任务")
    for purpose in ties:
        asked = {**funds, "amount": "100", "purpose": purpose}
        assert refused(bureau, "recordBudget", FINANCE, **asked) == ("TIED_TO_FINES", "purpose"), purpose
    assert bureau.done("recordBudget", FINANCE, **office, amount="5000")["finance"]["name"] == "洛阳市老城区财政局"
    assert refused(bureau, "recordBudget", FINANCE, **office, amount="6000") == ("ALREADY_EXISTS", "year")
    # To store what was confiscated, or to define targets of another kind, is tied to no fine.
    for purpose in ("罚没物资保管和罚款收缴分离系统", "完成培训目标任务，refined targets"):
        done = bureau.done("updateBudget", FINANCE, **bureau.on("budget"), purpose=purpose, spent="4000.5")
        assert (done["purpose"], done["amount"], done["spent"]) == (purpose, "5000.00", "4000.50")
    on = bureau.on("budget")
    assert refused(bureau, "updateBudget", FINANCE, **on, amount="4000") == ("INVALID_VALUE", "spent")
    assert refused(bureau, "updateBudget", FINANCE, **on, purpose="罚款提成") == ("TIED_TO_FINES", "purpose")
    assert refused(bureau, "updateBudget", BUREAU, **on, amount="9000") == ("FORBIDDEN", None)
    assert refused(bureau, "updateBudget", OFFICER, **on, amount="9000") == ("NOT_FOUND", "id")


def test_a_government_has_one_leading_group_whose_office_keeps_its_members(bureau: Bureau) -> None:
    named = {"name": "领导小组", "document": "老政办〔2026〕9号"}
    government = body("410302", "GOVERNMENT")
    assert refused(bureau, "establishLeadingGroup", BUREAU, governmentId=MARKET, **named) == (
        "INVALID_VALUE",
        "governmentId",
    )
    # Another level's bureau is not its office, whatever area it supervises.
    assert refused(bureau, "establishLeadingGroup", "city-judicial", governmentId=government, **named)[0] == "FORBIDDEN"
    assert refused(bureau, "establishLeadingGroup", BUREAU, governmentId=government, **named) == (
        "ALREADY_EXISTS",
        "governmentId",
    )
    document = "{ leadingGroups { nodes { id version } } }"
    (bureau.objects["leadingGroup"],) = bureau.client.ask(document, persona=BUREAU)["leadingGroups"]["nodes"]
    member = {"name": "李强", "position": "MEMBER", "post": "市场监管局局长", "organizationId": MARKET}
    asked = {**bureau.on("leadingGroup"), **member, "joinedOn": "2020-01-01"}
    assert refused(bureau, "addLeadingGroupMember", BUREAU, **asked) == ("INVALID_VALUE", "joinedOn")
    group = bureau.done("addLeadingGroupMember", BUREAU, **bureau.on("leadingGroup"), **member)
    number = group["members"][-1]["number"]
    assert number == len(group["members"]) and group["members"][-1]["leftOn"] is None
    for given, expected in (
        ({"member": 99}, ("NOT_FOUND", "member")),
        ({"member": number, "leftOn": str(TODAY + timedelta(days=1))}, ("INVALID_VALUE", "leftOn")),
    ):
        assert refused(bureau, "removeLeadingGroupMember", BUREAU, **bureau.on("leadingGroup"), **given) == expected
    left = bureau.done("removeLeadingGroupMember", BUREAU, **bureau.on("leadingGroup"), member=number)
    assert left["members"][-1] == {"number": number, "leftOn": str(TODAY)}
    on = bureau.on("leadingGroup")
    assert refused(bureau, "removeLeadingGroupMember", BUREAU, **on, member=number) == ("NOT_FOUND", "member")


FIGURES = """query($id: ID!) { organization(by: { id: $id }) { officerFigures {
    officers certified certifiedPercent supervisors legalReviewers legalReviewerPercent legalReviewersLacking } } }"""


def figures(bureau: Bureau, persona: str) -> dict[str, Any]:
    """The figures of the officers of the market bureau as a persona sees them."""
    found: dict[str, Any] = bureau.client.ask(FIGURES, {"id": MARKET}, persona)["organization"]["officerFigures"]
    return found


def test_who_is_certified_and_who_reviews_is_counted_in_scope(bureau: Bureau) -> None:
    key = GlobalID.parse(MARKET)
    assert key is not None
    bureau.rows.execute("UPDATE officer SET is_legal_reviewer = false WHERE organization_id = $1::uuid", key.key)
    before = figures(bureau, OFFICER)
    # Of five officers the last has no valid certificate; 5% of five is one reviewer.
    assert before == {
        "officers": 5,
        "certified": 4,
        "certifiedPercent": 80.0,
        "supervisors": 0,
        "legalReviewers": 0,
        "legalReviewerPercent": 0.0,
        "legalReviewersLacking": 1,
    }
    assert figures(bureau, BUREAU) == before
    nothing = {"officers": 0, "certified": 0, "certifiedPercent": None, "legalReviewersLacking": 0}
    assert figures(bureau, "county-judicial-2").items() >= nothing.items()
    first, second, *_ = officers(bureau, MARKET)
    bureau.objects["officer"] = {"id": first, "version": 1}
    wrong: list[tuple[str, Any]] = [
        ("leftOn", str(TODAY + timedelta(days=1))),
        ("examinationPassedOn", "1900-01-01"),
        ("name", " "),
    ]
    for field, value in wrong:
        asked = {**bureau.on("officer"), field: value}
        assert refused(bureau, "updateOfficer", OFFICER, **asked) == ("INVALID_VALUE", field)
    assert refused(bureau, "updateOfficer", BUREAU, **bureau.on("officer"), name="张三") == ("FORBIDDEN", None)
    bureau.done("updateOfficer", OFFICER, **bureau.on("officer"), isLegalReviewer=True)
    after = figures(bureau, OFFICER)
    assert (after["legalReviewers"], after["legalReviewerPercent"], after["legalReviewersLacking"]) == (1, 20.0, 0)
    # Who left counts no more, and acts in no case, whatever certificate is held.
    register(bureau, officerIds=[first, second])
    bureau.done("updateOfficer", OFFICER, **bureau.on("officer"), leftOn=str(TODAY))
    after = figures(bureau, OFFICER)
    assert (after["officers"], after["certified"], after["certifiedPercent"]) == (4, 3, 75.0)
    assert refused(bureau, "fileCase", OFFICER, **bureau.on("case"))[0] == "OFFICERS_NOT_QUALIFIED"
    assert refused(bureau, "issueCertificate", BUREAU, **CERTIFICATE, officerId=first)[0] == "CERTIFICATE_NOT_ALLOWED"
    # A certificate that is suspended is not a valid one.
    bureau.rows.execute(
        "UPDATE certificate SET kind = 'SUPERVISION' WHERE state = 'VALID' AND organization_id = $1::uuid", key.key
    )
    assert figures(bureau, OFFICER)["supervisors"] == 3
    bureau.rows.execute("UPDATE certificate SET state = 'SUSPENDED' WHERE organization_id = $1::uuid", key.key)
    assert figures(bureau, OFFICER)["certified"] == figures(bureau, OFFICER)["supervisors"] == 0


BORN = "query($id: ID!) { node(id: $id) { ... on Officer { bornOn history { changes { field before } } } } }"


def check_day_of_birth(bureau: Bureau, registered: dict[str, Any]) -> None:
    """One that is wrong is seen by who sees the number, and corrected; nobody under age enforces."""
    young = str(TODAY.replace(day=1, year=TODAY.year - 17))
    for day in (young, str(TODAY)):
        asked = {**registered, "number": "Z-0", "bornOn": day}
        assert refused(bureau, "registerOfficer", OFFICER, **asked) == ("INVALID_VALUE", "bornOn")
        asked = {**bureau.on("officer"), "bornOn": day}
        assert refused(bureau, "updateOfficer", OFFICER, **asked) == ("INVALID_VALUE", "bornOn")
    bureau.done("updateOfficer", OFFICER, **bureau.on("officer"), bornOn="1991-05-20")
    on = {"id": bureau.objects["officer"]["id"]}
    for persona in (BUREAU, OFFICER):
        shown = bureau.client.ask(BORN, on, persona)["node"]
        assert shown["bornOn"] == "1991-05-20"
        assert {"field": "born_on", "before": "1990-05-20"} in shown["history"][0]["changes"]


CERTIFICATE = {"kind": "SUPERVISION", "number": "JD-1", "validFrom": "2026-01-01", "validTo": "2030-12-31"}


def test_nobody_holds_two_certificates_of_a_kind_at_once_or_one_before_the_examination(bureau: Bureau) -> None:
    born = {
        "organizationId": MARKET,
        "number": "Z-1",
        "name": "赵一",
        "bornOn": "1990-05-20",
        "inEstablishedPost": True,
    }
    for wrong in (str(TODAY + timedelta(days=1)), "1990-05-20"):
        asked = {**born, "examinationPassedOn": wrong}
        assert refused(bureau, "registerOfficer", OFFICER, **asked) == ("INVALID_VALUE", "examinationPassedOn")
    officer = bureau.done("registerOfficer", OFFICER, **born, examinationPassedOn="2026-03-01")["id"]
    check_day_of_birth(bureau, born)
    asked = {**CERTIFICATE, "officerId": officer}
    assert refused(bureau, "issueCertificate", BUREAU, **asked) == ("INVALID_VALUE", "validFrom")
    first = {**asked, "validFrom": "2026-03-01"}
    bureau.done("issueCertificate", BUREAU, **first)
    bureau.done("suspendCertificate", BUREAU, **bureau.on("certificate"), reason="违规")
    # A second would let who is suspended act; one of the other kind, or for the time after it, would not.
    second = {**first, "number": "JD-2"}
    for overlapping in ({}, {"validFrom": "2030-12-31", "validTo": "2035-12-30"}):
        answer = refused(bureau, "issueCertificate", BUREAU, **{**second, **overlapping})
        assert answer == ("PERIODS_OVERLAP", "validFrom")
    assert refused(bureau, "issueCertificate", BUREAU, **{**first, "kind": "ENFORCEMENT"}) == (
        "ALREADY_EXISTS",
        "number",
    )
    bureau.done("issueCertificate", BUREAU, **{**second, "kind": "ENFORCEMENT"})
    bureau.done(
        "issueCertificate", BUREAU, **{**second, "number": "JD-3", "validFrom": "2031-01-01", "validTo": "2035-12-30"}
    )
