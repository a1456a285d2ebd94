"""Lives of what an organ accounts for and is measured by: explanations, reports, assessments, evaluations."""

from __future__ import annotations

from tests.bureau import KEYS, MARKET, OFFICER, body
from tests.test_evaluations import EVALUATOR, commission, scores_of, store_copy
from tests.test_explanations import generated
from tests.walks.walker import BUREAU, GOVERNMENT, RECEIVER, Walker

JUDICIAL = body("410302", "JUDICIAL_BUREAU")


def walk_explanations(walker: Walker) -> None:
    bureau = walker.bureau
    generated(bureau, "REQUISITION")
    walker.act("explanation", "notifySpecialExplanation", BUREAU, "NOTIFIED")
    walker.act("explanation", "submitSpecialExplanation", RECEIVER, "SUBMITTED", explanation="本年度无此类事项")
    walker.act("explanation", "returnSpecialExplanation", GOVERNMENT, "RETURNED")
    walker.act("explanation", "submitSpecialExplanation", RECEIVER, "SUBMITTED", explanation="经排查无此类事项")
    walker.act("explanation", "acceptSpecialExplanation", GOVERNMENT, "ACCEPTED")


def walk_reports(walker: Walker, number: int = 4) -> None:
    bureau = walker.bureau
    # Of a year that no seeded report tells of.
    quarter = {"year": 2025, "quarter": number, "progress": "执法监督工作站已挂牌"}
    bureau.done("draftProgressReport", BUREAU, organizationId=JUDICIAL, **quarter)
    walker.act("report", "updateProgressReport", BUREAU, problems="专职人员不足")
    walker.act("report", "submitProgressReport", BUREAU, "SUBMITTED")
    walker.act("report", "returnProgressReport", "city-judicial", "RETURNED")
    corrected(walker)
    corrected(walker)
    walker.act("report", "reviewProgressReport", "city-judicial", "REVIEWED", opinion="情况属实")
    corrected(walker)
    walker.act("report", "reviewProgressReport", "city-judicial", "REVIEWED", opinion="情况属实")
    report, told = bureau.objects["report"]["id"], {"title": "年度通报", "content": "现将有关情况通报如下"}
    bureau.done("draftBulletin", "city-government", reportIds=[report], **told)
    walker.act("bulletin", "updateBulletin", "city-government", reportIds=[report, report])
    walker.act("bulletin", "publishBulletin", "city-government", "PUBLISHED")
    bureau.done("draftBulletin", "city-government", reportIds=[report], **told)
    walker.done |= {("REVIEWED", "BULLETIN"), ("BULLETINED", "BULLETIN")}
    bureau.objects["report"]["state"] = "BULLETINED"
    corrected(walker)


def corrected(walker: Walker) -> None:
    """Make the next edition of a report and submit it, which takes the place of the one before."""
    before = dict(walker.bureau.objects["report"])
    walker.bureau.done("reviseProgressReport", BUREAU, reportId=before["id"])
    walker.done.add((before["state"], "REVISE"))
    after = walker.act("report", "submitProgressReport", BUREAU, "SUBMITTED")
    assert after["edition"] == before["edition"] + 1
    assert after["predecessor"] == {"id": before["id"], "state": "SUPERSEDED"}


def walk_assessments(walker: Walker) -> None:
    bureau = walker.bureau
    for year, acts in enumerate(("publish object uphold", "publish object revoke", "publish revoke"), start=2023):
        period = {"periodFrom": f"{year}-01-01", "periodTo": f"{year}-06-30"}
        bureau.done("drawUpAssessment", BUREAU, assessorId=JUDICIAL, organizationId=MARKET, **period)
        walker.act("assessment", "redrawAssessment", BUREAU, "DRAFT")
        for act in acts.split():
            name, persona, state, given = {
                "publish": ("publishAssessment", BUREAU, "PUBLISHED", {}),
                "object": ("objectToAssessment", OFFICER, "OBJECTED", {"reason": "样本偏少"}),
                "uphold": ("upholdAssessment", BUREAU, "UPHELD", {"reason": "样本系按规定抽取"}),
                "revoke": ("revokeAssessment", BUREAU, "REVOKED", {"reason": "重新计分"}),
            }[act]
            walker.act("assessment", name, persona, state, **given)


def walk_evaluations(walker: Walker) -> None:
    bureau = walker.bureau
    commission(bureau)
    suspend(walker)
    walker.act("evaluation", "drawEvaluationSample", BUREAU, "SAMPLING", size=4, perOrganization=1)
    suspend(walker)
    add_copy(walker)
    for _ in range(2):
        walker.act(
            "evaluation", "scoreEvaluation", EVALUATOR, "SCORING", scores=scores_of(bureau.objects["evaluation"])
        )
    add_copy(walker)
    suspend(walker)
    walker.act("evaluation", "submitEvaluation", EVALUATOR, "SUBMITTED", report="总体良好")
    suspend(walker)
    walker.act("evaluation", "adoptEvaluation", BUREAU, "ADOPTED")
    walker.act("evaluation", "publishEvaluation", BUREAU, "PUBLISHED")


def add_copy(walker: Walker) -> None:
    """Put a file of the bureau beside the first sampled case."""
    case = walker.bureau.objects["evaluation"]["sample"]["nodes"][0]
    file = store_copy(walker.bureau, f"脱敏副本{next(KEYS)}.pdf")
    walker.act("evaluation", "addSampledCopy", BUREAU, sampledCaseId=case["id"], fileId=file)


def suspend(walker: Walker) -> None:
    """Suspend the commission and let it run on."""
    walker.act("evaluation", "suspendCommission", BUREAU)
    walker.act("evaluation", "resumeCommission", BUREAU)
