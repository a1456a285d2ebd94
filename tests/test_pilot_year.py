"""Every clause of the plan and what proves it: a pilot year of Luoyang, act by act, over HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.base import now
from models.counting import local_day
from resolvers.global_id import GlobalID
from tests.bureau import (
    CREDIT_CODE,
    HEALTH,
    LEGAL,
    MARKET,
    OFFICER,
    TOWNSHIP,
    Bureau,
    body,
    draft,
    hand_in,
    officers,
    register,
    stand_in,
)
from tests.cluster import Rows
from tests.serving import serving
from tests.test_alerts import told
from tests.test_clues import complain
from tests.test_evaluations import INSTITUTE, POLL_TREE, commission, scores_of
from tests.test_golden import read

CLAUSES = [*(f"S{number}" for number in range(1, 13)), *(f"O{number}" for number in range(1, 4))]
PROVINCE, CITY, COUNTY = "province-judicial", "city-judicial", "county-judicial"
CITY_GOVERNMENT, GOVERNMENT, RECEIVER = "city-government", "county-government", "finance"
BUREAU_OF_COUNTY = body("410302", "JUDICIAL_BUREAU")
# Clause, and the documents of tests/queries that read what it asks for, each as the persona that it names.
DOCUMENTS: dict[str, str] = {
    "S1": "people_staffing_gaps people_staffing_estimations gaps_area organization_tree",
    "S2": "people_trainings people_training officers people_officer_figures",
    "S3": "cases_area cases_line cases_own explain_access",
    "S4": "duty_list duty_list_diff",
    "S6": "transfers_and_disputes dispute_summaries party my_tasks",
    "S5": "supervision_recommended supervision_matter supervision_matters supervision_documents accountability_records"
    " assessment_rules assessments_own",
    "S7": "clues clues_assigned complaint revisits",
    "S8": "society_supervisors society_report society_own_reports",
    "S9": "society_contact_point society_contact_points society_own_visits society_questionnaires society_invitation",
    "O1": "people_leading_groups people_budgets people_budget",
    "O2": "pilots_area pilots_township",
    "O3": "progress_reports_area progress_reports_own bulletins_own bulletins_public",
    "S10": "special_explanations_area special_explanations_own",
    "S11": "alerts alerts_own alert_of_a_fine alert_standards clues similar_cases",
    "S12": "evaluation_detail evaluation_sample evaluation_results evaluation_file_reviews evaluation_file_review_own"
    " society_poll_results assessments_ranked",
}


@dataclass
class Year(Bureau):
    """A bureau that notes for which clause each command is given."""

    clause: str = ""
    acts: dict[str, set[tuple[str, str | None]]] = field(default_factory=dict)

    def run(self, name: str, persona: str | None, /, **given: Any) -> dict[str, Any]:
        self.acts.setdefault(self.clause, set()).add((name, persona))
        return super().run(name, persona, **given)


@pytest.fixture
def year(scratch: str, data_dir: Path) -> Iterator[Year]:
    rows = Rows(scratch)
    with serving(scratch, data_dir) as client:
        yield Year(client, rows)
    rows.close()


def the_leading_group_meets(year: Year) -> None:
    """O1: 组织领导."""
    groups = "{ leadingGroups { nodes { id version } } }"
    [group, *_] = year.client.ask(groups, {}, COUNTY)["leadingGroups"]["nodes"]
    member = {"name": "李强", "position": "MEMBER", "post": "市场监管局局长", "organizationId": MARKET}
    year.done("addLeadingGroupMember", COUNTY, **group, **member)
    office = {"organizationId": body("410302002", "JUDICIAL_OFFICE"), "year": local_day(now()).year}
    year.done("recordBudget", "finance", **office, amount="5000", purpose="监督工作经费")
    refused = year.refused("updateBudget", "finance", **year.on("budget"), purpose="按罚款的 20% 返还办案经费")
    assert refused == "TIED_TO_FINES"


def pilots_are_named(year: Year) -> None:
    """O2: 试点."""
    district = {"organizationId": BUREAU_OF_COUNTY, "namedOn": "2023-03-01"}
    late = year.done("namePilot", COUNTY, **district, regionId=str(GlobalID("Region", "410302002")))
    assert late["isLate"]
    third = year.refused("namePilot", COUNTY, **district, regionId=str(GlobalID("Region", "410302003")))
    assert third == "TOO_MANY_PILOTS"
    assert year.done("confirmPilot", CITY, **year.on("pilot"))["state"] == "CONFIRMED"


def bodies_have_their_people(year: Year) -> None:
    """S1: 机构建设."""
    region = year.client.ask('{ region(by: { code: "410302" }) { id } }', {}, CITY)["region"]["id"]
    staffed = year.client.ask(
        "query($id: ID!) { node(id: $id) { ... on Organization { staffing { id version } } } }",
        {"id": BUREAU_OF_COUNTY},
        "establishment-office",
    )["node"]["staffing"]
    year.done("updateStaffing", "establishment-office", **staffed, authorised=9, actual=4, dedicatedStaff=3)
    estimation = year.done("estimateStaffing", COUNTY, regionId=region, year=local_day(now()).year)
    assert estimation["bodies"] > 0 and estimation["estimated"] > 0


def people_are_trained(year: Year) -> None:
    """S2: 队伍建设."""
    today = local_day(now())
    plan = {"title": "行政执法监督业务培训", "year": today.year, "audience": "执法人员", "requiredHours": 8}
    year.done("planTraining", COUNTY, organizationId=BUREAU_OF_COUNTY, **plan)
    year.done(
        "addTrainingSession", COUNTY, **year.on("training"), subject="行政处罚法", heldOn=today.isoformat(), hours=8
    )
    attended = [{"officerId": each, "hours": 8} for each in officers(year, MARKET)[:2]]
    year.done("recordAttendance", COUNTY, **year.on("training"), session=1, attendances=attended)
    assert len(year.done("completeTraining", COUNTY, **year.on("training"))["attendances"]["nodes"]) == 2


def duties_are_listed(year: Year) -> None:
    """S4: 权责清单."""
    year.done(
        "draftDutyItem",
        OFFICER,
        organizationId=MARKET,
        code="MR-P-PILOT",
        name="对未明码标价行为的处罚",
        actType="PENALTY",
        law="中华人民共和国价格法",
        article="第四十二条",
        method="日常巡查、投诉举报核查",
        responsibility="区市场监督管理局",
        legalReview="NOT_NEEDED",
        content="PROCEDURE_AND_LAW",
        isAssignable=True,
    )
    year.done("reviewDutyItem", LEGAL, **year.on("dutyItem"))
    item = year.done("publishDutyItem", COUNTY, **year.on("dutyItem"))
    assert item["state"] == "PUBLISHED"
    year.done("assignDutyItem", COUNTY, dutyItemId=item["id"], townshipId=TOWNSHIP)


def organs_and_areas_work_side_by_side(year: Year) -> None:
    """S3: 条块结合: one case, which its organ moves, its line reviews and its area reads."""
    register(year, "MR-P-001")
    for name in ("fileCase", "investigateCase", "requestLegalReview"):
        year.done(name, OFFICER, **year.on("case"))
    year.done("passLegalReview", LEGAL, **year.on("case"))
    seen = {persona: _sees(year, persona, year.objects["case"]["id"]) for persona in (COUNTY, CITY, PROVINCE, LEGAL)}
    assert all(seen.values()), seen
    unseen = {persona: _sees(year, persona, year.objects["case"]["id"]) for persona in ("county-judicial-2", "police")}
    assert not any(unseen.values()), unseen


def a_case_that_nobody_wants(year: Year) -> None:
    """S6: 联动机制: handed over, refused twice, made a dispute, and decided."""
    stand_in(year, RECEIVER, "DEPARTMENT", "HEALTH")
    register(year)
    year.done("fileCase", OFFICER, **year.on("case"))
    for _ in range(2):
        draft(year)
        hand_in(year)
        year.done("receiveTransfer", RECEIVER, **year.on("transfer"))
        year.done("rejectTransfer", RECEIVER, **year.on("transfer"), reason="不属于本机关职责")
    year.done("openDispute", OFFICER, transferId=year.objects["transfer"]["id"], subject="管辖权争议")
    year.done("applyForCoordination", OFFICER, **year.on("dispute"), application="请求协调")
    for name in ("acceptDispute", "coordinateDispute"):
        year.done(name, COUNTY, **year.on("dispute"))
    year.done("issueCoordinationOpinion", COUNTY, **year.on("dispute"), opinion="由卫健委办理")
    year.done("escalateDispute", RECEIVER, **year.on("dispute"))
    decision = {"decision": "由卫健委办理", "organizationId": HEALTH}
    assert year.done("decideDispute", GOVERNMENT, **year.on("dispute"), **decision)["state"] == "GOVERNMENT_DECIDED"


def organs_that_did_nothing_explain(year: Year) -> None:
    """S10: 专项说明."""
    last = local_day(now()).year - 1
    made = year.done("generateSpecialExplanations", COUNTY, organizationId=BUREAU_OF_COUNTY, year=last)
    listed = """query($id: ID!) { node(id: $id) { ... on SpecialExplanationRound {
        explanations(first: 100) { nodes { id version organization { id } } } } } }"""
    found = year.client.ask(listed, {"id": made["id"]}, COUNTY)["node"]
    [mine, *_] = [each for each in found["explanations"]["nodes"] if each["organization"]["id"] == MARKET]
    year.done("notifySpecialExplanation", COUNTY, id=mine["id"], version=mine["version"])
    for explanation in ("无", "本年度未发生此类违法行为，已加强巡查。"):
        year.done("submitSpecialExplanation", OFFICER, **year.on("explanation"), explanation=explanation)
        if explanation == "无":
            year.done("returnSpecialExplanation", GOVERNMENT, **year.on("explanation"), reason="请说明原因")
    assert year.done("acceptSpecialExplanation", GOVERNMENT, **year.on("explanation"))["state"] == "ACCEPTED"


def an_organ_is_supervised(year: Year) -> None:
    """S5: 监督办法: recommended by the judicial office, decided on by the county's bureau, with its documents."""
    stated = {"content": "PROCEDURE_AND_LAW", "subject": "未出示执法证件", "facts": "巡查发现"}
    year.done("recommendMatter", "judicial-office", organizationId=TOWNSHIP, **stated)
    two = {"supervisorIds": officers(year, BUREAU_OF_COUNTY)[:2]}
    for name, persona, given in (
        ("assignSupervisors", COUNTY, two),
        ("fileMatter", COUNTY, {}),
        ("notifyOrgan", COUNTY, {"text": "请说明情况"}),
        ("explainMatter", "township", {"explanation": "经核实情况属实"}),
        ("investigateMatter", COUNTY, {"finding": "执法时未出示证件"}),
        ("issueSupervisionOpinion", COUNTY, {"opinion": "责令改正", "type": "OPINION", "effect": "CORRECT"}),
        ("startRectification", "township", {"plan": "组织培训"}),
        ("reportRectification", "township", {"report": "已整改"}),
        ("verifyRectification", COUNTY, {"conclusion": "整改到位"}),
    ):
        year.done(name, persona, **year.on("matter"), **given)
    measure = {"measure": "INTERVIEW", "reason": "执法不规范", "points": 2}
    year.done("holdAccountable", COUNTY, matterId=year.objects["matter"]["id"], **measure)
    assert year.done("closeMatter", COUNTY, **year.on("matter"))["state"] == "CLOSED"


def a_citizen_complains(year: Year) -> None:
    """S7: 内部监督: a citizen's complaint, followed by its receipt number to the reply."""
    complaint = {"content": "执法人员没有出示执法证就查封了店铺，也没有留下清单"}
    receipt = complain(year.client, **complaint)["complaint"]["receipt"]
    document = "{ clues(first: 100, filter: { state: [RECEIVED] }) { nodes { id version content } } }"
    received = year.client.ask(document, {}, COUNTY)["clues"]["nodes"]
    [year.objects["clue"]] = [each for each in received if each["content"] == complaint["content"]]
    for name, persona, given in (
        ("screenClue", COUNTY, {}),
        ("assignClue", COUNTY, {"organizationId": MARKET}),
        ("verifyClue", OFFICER, {}),
        ("reportClueFinding", OFFICER, {"finding": "SUBSTANTIATED", "report": "情况属实"}),
        ("confirmClueFinding", COUNTY, {}),
        ("replyToClue", COUNTY, {"reply": "已责令改正"}),
        ("closeClue", COUNTY, {}),
    ):
        year.done(name, persona, **year.on("clue"), **given)
    followed = year.client.ask("query($r: String!) { complaint(receipt: $r) { state reply } }", {"r": receipt})
    assert followed["complaint"] == {"state": "CLOSED", "reply": "已责令改正"}


def closed_cases_are_revisited(year: Year) -> None:
    """S7: 内部监督: a sample of closed cases, a visitor who handled none of them, an issue that becomes a clue."""
    asked = {"organizationId": MARKET, "since": "2025-12-01", "until": "2025-12-31"}
    year.objects["revisit"] = year.done("drawRevisitSample", LEGAL, **asked)["revisits"]["nodes"][0]
    visitor = year.rows.value("SELECT id FROM account WHERE subject = $1", LEGAL)
    told = {"method": "PHONE", "satisfaction": 2, "findings": "当事人称未出示执法证"}
    for name, persona, given in (
        ("assignRevisit", LEGAL, {"visitorId": str(GlobalID("Account", str(visitor)))}),
        ("recordRevisit", LEGAL, told),
        ("raiseRevisitIssue", LEGAL, {"issue": "检查时未出示执法证件"}),
        ("handleRevisitIssue", OFFICER, {"handling": "已批评教育并致歉"}),
        ("confirmRevisitHandling", LEGAL, {}),
    ):
        year.done(name, persona, **year.on("revisit"), **given)
    document = "{ clues(filter: { source: [REVISIT], state: [RECEIVED] }) { totalCount } }"
    assert year.client.ask(document, {}, COUNTY)["clues"]["totalCount"] == 1


def society_supervises(year: Year) -> None:
    """S8: 社会监督."""
    asked = {"category": "SCHOLAR", "workUnit": "法治研究院", "application": "愿意参与监督"}
    year.done("applyToSupervise", "evaluator", organizationId=BUREAU_OF_COUNTY, **asked)
    year.done("reviewInvitedSupervisor", COUNTY, **year.on("supervisor"), opinion="符合条件")
    term = str(local_day(now()) + timedelta(days=3 * 365))
    year.done("appointInvitedSupervisor", COUNTY, **year.on("supervisor"), termTo=term)
    seen = {"observedOn": str(local_day(now())), "content": "参与检查", "findings": [{"text": "未出示证件"}]}
    document = "{ invitedSupervisors { nodes { id state } } }"
    held = year.client.ask(document, {}, "invited-supervisor")["invitedSupervisors"]["nodes"]
    [mine] = [each for each in held if each["state"] == "RENEWED"]
    year.done("submitSupervisorReport", "invited-supervisor", supervisorId=mine["id"], **seen)
    handled = {"handling": "已提醒", "followedFindings": [1]}
    year.done("handleSupervisorReport", COUNTY, **year.on("supervisorReport"), **handled)


def an_enterprise_is_visited(year: Year) -> None:
    """S9: 企业联系点."""
    enterprise = {
        "organizationId": BUREAU_OF_COUNTY,
        "regionId": str(GlobalID("Region", "410302001")),
        "creditCode": CREDIT_CODE,
        "name": "洛阳新设商贸有限公司",
        "scale": "SMALL",
        "ownership": "PRIVATE",
        "isAboveDesignatedSize": False,
    }
    year.done("nominateContactPoint", COUNTY, **enterprise)
    year.done("designateContactPoint", COUNTY, **year.on("contactPoint"), accountLogin="enterprise")
    questions = [
        {"kind": "SCALE", "text": "总体满意度", "least": 1, "most": 5},
        {"kind": "SINGLE", "text": "是否遇到重复检查", "options": ["是", "否"]},
    ]
    form = {"code": "PILOT", "title": "走访问卷", "purpose": "SURVEY", "questions": questions}
    year.done("draftQuestionnaire", COUNTY, organizationId=BUREAU_OF_COUNTY, **form)
    year.done("publishQuestionnaire", COUNTY, **year.on("questionnaire"))
    point = year.objects["contactPoint"]["id"]
    invited = {"questionnaireId": year.objects["questionnaire"]["id"], "contactPointId": point}
    year.done("inviteToQuestionnaire", COUNTY, **invited)
    answers = [{"question": 1, "number": 2}, {"question": 2, "options": [1]}]
    year.done("answerQuestionnaire", "enterprise", **year.on("invitation"), answers=answers)
    visit = {"method": "SYMPOSIUM", "visitedOn": str(local_day(now())), "findings": "重复检查", "satisfaction": 2}
    year.done("recordContactVisit", COUNTY, contactPointId=point, **visit)


def a_third_party_evaluates(year: Year) -> None:
    """S12: 第三方评估."""
    commission(year, periodTo=str(local_day(now())), fields=["MARKET_REGULATION"], sampleSeed="一号种子")
    year.done("drawEvaluationSample", COUNTY, **year.on("evaluation"), size=20)
    scores = scores_of(year.objects["evaluation"])
    year.done("scoreEvaluation", "evaluator", **year.on("evaluation"), scores=scores)
    year.done("submitEvaluation", "evaluator", **year.on("evaluation"), report="执法程序总体规范。")
    year.done("adoptEvaluation", COUNTY, **year.on("evaluation"))
    assert year.done("publishEvaluation", COUNTY, **year.on("evaluation"))["state"] == "PUBLISHED"


def what_was_supervised_counts(year: Year) -> None:
    """S5: 考核运用: the city draws up the township's year, in which it was held accountable."""
    _assess(year, TOWNSHIP)
    lines = {each["criterion"]: each for each in year.objects["assessment"]["lines"]}
    assert (lines["ACCOUNTABILITY"]["value"], lines["RECTIFICATION"]["value"]) == ("2.00", "100.00")
    year.done("objectToAssessment", "township", **year.on("assessment"), reason="整改及时，请酌情考虑")
    upheld = year.done("upholdAssessment", CITY, **year.on("assessment"), reason="按规则计分")
    assert upheld["state"] == "UPHELD" and _sees(year, "township", upheld["id"])


def what_was_evaluated_counts(year: Year) -> None:
    """S12: 结果作为考核参考: the evaluation counts in the assessment of an organ that it ranked."""
    subjects = """query($evaluation: ID, $organ: ID) {
        evaluationSubjects(filter: { evaluation: $evaluation, organization: $organ }) {
            nodes { total organization { id kind } } } }"""
    ranked = year.client.ask(subjects, {"evaluation": year.objects["evaluation"]["id"]})["evaluationSubjects"]["nodes"]
    organ = next(each["organization"]["id"] for each in ranked if each["organization"]["kind"] == "DEPARTMENT")
    published = year.client.ask(subjects, {"organ": organ})["evaluationSubjects"]["nodes"]
    _assess(year, organ)
    [line] = [each for each in year.objects["assessment"]["lines"] if each["criterion"] == "EVALUATION"]
    mean = sum((Decimal(each["total"]) for each in published), Decimal(0)) / len(published)
    assert (line["sample"], abs(Decimal(line["value"]) - mean) <= Decimal("0.005")) == (len(published), True)


def _assess(year: Year, organ: str) -> None:
    today, city = local_day(now()), body("4103", "JUDICIAL_BUREAU")
    period = {"periodFrom": f"{today.year}-01-01", "periodTo": str(today)}
    drawn = year.done("drawUpAssessment", CITY, assessorId=city, organizationId=organ, **period)
    assert sum(Decimal(each["contribution"]) for each in drawn["lines"]) == Decimal(drawn["total"])
    year.done("publishAssessment", CITY, **year.on("assessment"))


def people_vote_on_the_worst_field(year: Year) -> None:
    """S12: 第三方评估: anyone votes once in an open poll, and its worst field becomes a special supervision."""
    fields = {"options": ["交通运输", "卫生健康"], "fields": ["TRANSPORT", "HEALTH"]}
    questions = [{"kind": "SINGLE", "text": "您最不满意的执法领域", **fields}]
    form = {"code": "PILOT-POLL", "title": "人民最不满意的执法领域", "purpose": "POLL", "isAnonymous": True}
    year.done("draftQuestionnaire", COUNTY, organizationId=BUREAU_OF_COUNTY, questions=questions, **form)
    poll = year.done("publishQuestionnaire", COUNTY, **year.on("questionnaire"))["id"]
    for option in (1, 1, 2):
        code = year.done("requestPollCode", None, pollId=poll)["code"]
        vote = {"pollId": poll, "code": code, "answers": [{"question": 1, "options": [option]}]}
        year.done("answerPoll", None, **vote)
    closed = year.done("closeQuestionnaire", COUNTY, **year.on("questionnaire"))
    assert (closed["answered"], closed["worstField"]) == (3, "TRANSPORT")
    commission(year, kind="POLL", evaluatorId=INSTITUTE, indicators=POLL_TREE, questionnaireId=poll)
    drawn = year.done("drawEvaluationSample", COUNTY, **year.on("evaluation"))
    assert {each["field"] for each in drawn["subjects"]["nodes"]} == {"TRANSPORT", "HEALTH"}
    # The fewer of the votes name a field, the better it is.
    values = {"TRANSPORT": "33", "HEALTH": "67"}
    scores = [
        {"indicatorCode": "1", "subjectId": each["id"], "value": values[each["field"]]}
        for each in drawn["subjects"]["nodes"]
    ]
    year.done("scoreEvaluation", "evaluator", **year.on("evaluation"), scores=scores)
    year.done("submitEvaluation", "evaluator", **year.on("evaluation"), report="公众投票结果")
    adopted = year.done("adoptEvaluation", COUNTY, **year.on("evaluation"))
    told_of = {name: adopted["matter"][name] for name in ("mode", "origin", "state", "organization")}
    of_transport = {"name": "洛阳市老城区交通运输局"}
    assert adopted["worstField"] == "TRANSPORT"
    assert told_of == {"mode": "SPECIAL", "origin": "POLL", "state": "REGISTERED", "organization": of_transport}


def data_watches_enforcement(year: Year) -> None:
    """S11: 信息化: a suspended certificate raises an alert on the running case at once, its return clears it."""
    two = officers(year, MARKET)[:2]
    case = register(year, officerIds=two)["id"]
    year.done("fileCase", OFFICER, **year.on("case"))
    of_officer = "query($id: ID!) { node(id: $id) { ... on Officer { certificates { nodes { id version state } } } } }"
    held = year.client.ask(of_officer, {"id": two[0]}, COUNTY)["node"]["certificates"]["nodes"]
    [certificate] = [each for each in held if each.pop("state") == "VALID"]
    assert told(year, "UNCERTIFIED_OFFICER", OFFICER, case) == []
    year.done("suspendCertificate", COUNTY, **certificate, reason="违规执法")
    for persona in (OFFICER, COUNTY, CITY):
        assert [each["severity"] for each in told(year, "UNCERTIFIED_OFFICER", persona, case)] == ["RED"]
    assert told(year, "UNCERTIFIED_OFFICER", "county-judicial-2", case) == []
    year.done("restoreCertificate", COUNTY, **year.on("certificate"), reason="整改到位")
    assert told(year, "UNCERTIFIED_OFFICER", COUNTY, case) == []
    today = str(local_day(now()))
    stricter = {
        **{"rule": "FINE_OUTLIER", "regionId": str(GlobalID("Region", "4103")), "severity": "RED", "threshold": "3"},
        **{"leastSample": 10, "days": 365, "legalBasis": "洛阳市行政处罚裁量监督办法", "authority": "PRACTICE"},
    }
    year.done("adoptAlertStandard", "system-admin", **stricter, validFrom=today)
    assert year.done("endAlertStandard", "system-admin", **year.on("alertStandard"), validTo=today)["version"] == 2


def the_quarter_is_reported(year: Year) -> None:
    """O3: 评估总结: the quarter's report, reviewed by the city and told of in its government's bulletin."""
    last = {"year": local_day(now()).year - 1, "quarter": 4}
    year.done("draftProgressReport", COUNTY, organizationId=BUREAU_OF_COUNTY, **last, progress="执法监督工作站已挂牌")
    year.done("submitProgressReport", COUNTY, **year.on("report"))
    year.done("reviewProgressReport", CITY, **year.on("report"), opinion="情况属实")
    told = {"title": "年度通报", "content": "现将有关情况通报如下", "reportIds": [year.objects["report"]["id"]]}
    year.done("draftBulletin", CITY_GOVERNMENT, **told)
    bulletin = year.done("publishBulletin", CITY_GOVERNMENT, **year.on("bulletin"))
    assert _sees(year, None, bulletin["id"])


# In the order of the year.
STEPS: tuple[Callable[[Year], None], ...] = (
    the_leading_group_meets,
    pilots_are_named,
    bodies_have_their_people,
    people_are_trained,
    duties_are_listed,
    organs_and_areas_work_side_by_side,
    a_case_that_nobody_wants,
    an_organ_is_supervised,
    a_citizen_complains,
    closed_cases_are_revisited,
    society_supervises,
    an_enterprise_is_visited,
    a_third_party_evaluates,
    what_was_supervised_counts,
    what_was_evaluated_counts,
    people_vote_on_the_worst_field,
    data_watches_enforcement,
    organs_that_did_nothing_explain,
    the_quarter_is_reported,
)


def test_every_clause_is_proved(year: Year) -> None:
    assert sorted(DOCUMENTS) == sorted(CLAUSES)
    for step in STEPS:
        year.clause = (step.__doc__ or "").partition(":")[0]
        step(year)
        for name in DOCUMENTS[year.clause].split():
            document, variables, persona = read(name)
            answer = year.client.post(document, variables, persona).json()
            assert "errors" not in answer, (year.clause, name, answer)
            assert any(map(_says_something, answer["data"].values())), (year.clause, name, answer)
    assert sorted(year.acts) == sorted(CLAUSES)
    every_act_left_what_it_made(year)


def every_act_left_what_it_made(year: Year) -> None:
    """Whatever an act made stands in its entry, but for a code and a ballot, which are nobody's."""
    made = year.rows.fetch("SELECT object_type, after = '{}' AS is_empty FROM audit_entry WHERE before IS NULL")
    assert {each["object_type"] for each in made if each["is_empty"]} == {"PollBallot", "PollCode"}
    assert {"ContactVisit", "EnforcementCase"} <= {each["object_type"] for each in made}


def _sees(year: Year, persona: str | None, id_: str) -> bool:
    return year.client.ask("query($id: ID!) { node(id: $id) { id } }", {"id": id_}, persona)["node"] is not None


def _says_something(value: Any) -> bool:
    return bool(value.get("nodes", True) if isinstance(value, dict) else value)
