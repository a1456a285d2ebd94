"""Lives of society's part: questionnaires, contact points, invited supervisors."""

from __future__ import annotations

from models.base import now
from models.counting import local_day
from resolvers.global_id import GlobalID
from tests.bureau import CREDIT_CODE, KEYS, body
from tests.walks.walker import BUREAU, Walker

QUESTIONS = [
    {"kind": "SCALE", "text": "总体满意度", "least": 1, "most": 5},
    {"kind": "SINGLE", "text": "是否遇到重复检查", "options": ["是", "否"]},
]
ENTERPRISE = {
    "organizationId": body("410302", "JUDICIAL_BUREAU"),
    "regionId": str(GlobalID("Region", "410302001")),
    "name": "洛阳新设商贸有限公司",
    "scale": "SMALL",
    "ownership": "PRIVATE",
    "isAboveDesignatedSize": False,
}
VISIT = {"method": "SYMPOSIUM", "visitedOn": str(local_day(now())), "findings": "无异议", "satisfaction": 5}


def drafted(walker: Walker) -> None:
    """Draft a questionnaire."""
    form = {"code": f"W-{next(KEYS)}", "title": "问卷", "purpose": "SURVEY", "questions": QUESTIONS}
    walker.bureau.done("draftQuestionnaire", BUREAU, organizationId=ENTERPRISE["organizationId"], **form)


def walk_questionnaires(walker: Walker) -> None:
    bureau = walker.bureau
    drafted(walker)
    walker.act("questionnaire", "updateQuestionnaire", BUREAU, title="走访问卷")
    published = walker.act("questionnaire", "publishQuestionnaire", BUREAU, "PUBLISHED")
    bureau.done("reviseQuestionnaire", BUREAU, questionnaireId=published["id"])
    second = walker.act("questionnaire", "publishQuestionnaire", BUREAU, "PUBLISHED")
    assert (second["edition"], second["predecessor"]["state"]) == (2, "CLOSED")
    closed = walker.act("questionnaire", "closeQuestionnaire", BUREAU, "CLOSED")
    bureau.done("reviseQuestionnaire", BUREAU, questionnaireId=closed["id"])
    walker.done |= {("PUBLISHED", "REVISE"), ("CLOSED", "REVISE")}


def walk_invitations(walker: Walker) -> None:
    bureau = walker.bureau
    drafted(walker)
    form = walker.act("questionnaire", "publishQuestionnaire", BUREAU, "PUBLISHED")["id"]
    designated(walker)
    bureau.done(
        "inviteToQuestionnaire", BUREAU, questionnaireId=form, contactPointId=bureau.objects["contactPoint"]["id"]
    )
    answers = [{"question": 1, "number": 5}, {"question": 2, "options": [2]}]
    walker.act("invitation", "answerQuestionnaire", "enterprise", "ANSWERED", answers=answers)
    walker.act("contactPoint", "withdrawContactPoint", BUREAU, "WITHDRAWN")


def designated(walker: Walker) -> None:
    """Nominate an enterprise and designate it, whose login is the enterprise's."""
    walker.bureau.done("nominateContactPoint", BUREAU, creditCode=CREDIT_CODE, **ENTERPRISE)
    walker.act("contactPoint", "designateContactPoint", BUREAU, "DESIGNATED", accountLogin="enterprise")


def walk_contact_points(walker: Walker) -> None:
    bureau = walker.bureau
    bureau.done("nominateContactPoint", BUREAU, creditCode=CREDIT_CODE, **ENTERPRISE)
    walker.act("contactPoint", "withdrawContactPoint", BUREAU, "WITHDRAWN")
    designated(walker)
    bureau.done("recordContactVisit", BUREAU, contactPointId=bureau.objects["contactPoint"]["id"], **VISIT)
    walker.done.add(("DESIGNATED", "RECORD_VISIT"))
    walker.act("contactPoint", "suspendContactPoint", BUREAU, "SUSPENDED")
    walker.act("contactPoint", "designateContactPoint", BUREAU, "DESIGNATED")
    walker.act("contactPoint", "suspendContactPoint", BUREAU, "SUSPENDED")
    walker.act("contactPoint", "withdrawContactPoint", BUREAU, "WITHDRAWN")
    designated(walker)
    walker.act("contactPoint", "withdrawContactPoint", BUREAU, "WITHDRAWN")


def walk_invited_supervisors(walker: Walker) -> None:
    bureau = walker.bureau
    asked = {"category": "LAWYER", "workUnit": "律师事务所", "application": "愿意参与监督"}
    for acts in ("renewInvitedSupervisor renewInvitedSupervisor", ""):
        bureau.done("applyToSupervise", "evaluator", organizationId=ENTERPRISE["organizationId"], **asked)
        walker.act("supervisor", "reviewInvitedSupervisor", BUREAU, "REVIEWED", opinion="符合条件")
        walker.act("supervisor", "appointInvitedSupervisor", BUREAU, "APPOINTED", termTo="2030-12-31")
        for year, act in enumerate(acts.split(), start=2032):
            walker.act("supervisor", act, BUREAU, "RENEWED", termTo=f"{year}-12-31")
        walker.act("supervisor", "dismissInvitedSupervisor", BUREAU, "DISMISSED")


def walk_supervisor_reports(walker: Walker) -> None:
    bureau = walker.bureau
    own = "SELECT id FROM invited_supervisor WHERE region_code = '410302' AND state = 'RENEWED'"
    seen = {"observedOn": str(local_day(now())), "content": "参与检查", "findings": [{"text": "未出示证件"}]}
    supervisor = str(GlobalID("InvitedSupervisor", str(bureau.rows.value(own))))
    bureau.done("submitSupervisorReport", "invited-supervisor", supervisorId=supervisor, **seen)
    walker.act("supervisorReport", "handleSupervisorReport", BUREAU, "HANDLED", handling="已提醒")
