"""Lives of what has no states: rules are ended, records corrected, what was made for many is told to all at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from models.base import now
from models.counting import local_day
from resolvers.global_id import GlobalID
from tests.bureau import body
from tests.lives_of_rules import RULES
from tests.test_explanations import generated
from tests.test_file_reviews import case_of
from tests.test_rules import ADMIN, COUNTY, KINDS, NEW_YEAR
from tests.walks.walker import BUREAU, TODAY, Walker

JUDICIAL = body("410302", "JUDICIAL_BUREAU")
TOMORROW = str(local_day(now()) + timedelta(days=1))
_OFFERED = "query($id: ID!) {{ node(id: $id) {{ ... on {} {{ availableActions }} }} }}"


def walk_rule(walker: Walker, type_name: str) -> None:
    """Adopt a rule of a kind by mistake, and withdraw it before its first day."""
    shown, _, given = KINDS[type_name]
    asked = {"regionId": COUNTY, "legalBasis": "某办法", "authority": "PRACTICE", **given}
    walker.bureau.done(f"adopt{type_name}", ADMIN, **asked, validFrom=TOMORROW)
    assert offered(walker, type_name, shown, ADMIN) == ["END"]
    walker.act(shown, f"end{type_name}", ADMIN, validTo=TODAY)
    assert offered(walker, type_name, shown, ADMIN) == []
    again = walker.bureau.on(shown)
    assert walker.bureau.refused(f"end{type_name}", ADMIN, **again, validTo=TODAY) == "RULE_ENDED"


def walk_calendar_years(walker: Walker) -> None:
    days = [{"day": "2027-01-01", "isWorking": False, "name": "元旦"}]
    walker.bureau.done("announceCalendarYear", ADMIN, **NEW_YEAR, days=days)
    walker.act("calendarYear", "amendCalendarYear", ADMIN, source="关于调整的通知", days=days)


def walk_staffing(walker: Walker) -> None:
    take(walker, "staffing", "Staffing", "region_code = '410302'")
    walker.act("staffing", "updateStaffing", "establishment-office", authorised=9)


def walk_budgets(walker: Walker) -> None:
    take(walker, "budget", "Budget", "region_code = '410302'")
    walker.act("budget", "updateBudget", "finance", purpose="执法监督")


def walk_file_reviews(walker: Walker) -> None:
    reviewed = {"caseId": case_of(walker.bureau, "CLOSED"), "reviewerId": JUDICIAL, "defects": []}
    walker.bureau.done("reviewCaseFile", BUREAU, **reviewed)
    walker.act("fileReview", "updateCaseFileReview", BUREAU, opinion="已核对")


def walk_explanation_rounds(walker: Walker) -> None:
    generated(walker.bureau, "CONFIRMATION")
    told_at_once(walker, "SpecialExplanationRound", "round", "notifySpecialExplanations", "NOTIFY")


def walk_assessment_rounds(walker: Walker) -> None:
    period = {"level": "COUNTY", "periodFrom": "2025-10-01", "periodTo": "2025-12-31"}
    walker.bureau.done("drawUpAssessments", BUREAU, assessorId=JUDICIAL, **period)
    told_at_once(walker, "AssessmentRound", "assessmentRound", "publishAssessments", "PUBLISH")


def told_at_once(walker: Walker, type_name: str, shown: str, name: str, action: str) -> None:
    """All of a round is told, and then there is nothing left to tell."""
    assert offered(walker, type_name, shown, BUREAU) == [action]
    walker.act(shown, name, BUREAU)
    assert offered(walker, type_name, shown, BUREAU) == []
    assert walker.bureau.refused(name, BUREAU, **walker.bureau.on(shown)) == f"NOTHING_TO_{action}"


def offered(walker: Walker, type_name: str, shown: str, persona: str) -> list[str]:
    """What a persona may do with the object as it is now."""
    document, asked = _OFFERED.format(type_name), {"id": walker.bureau.objects[shown]["id"]}
    found: list[str] = walker.bureau.client.ask(document, asked, persona)["node"]["availableActions"]
    return found


def take(walker: Walker, shown: str, type_name: str, where: str) -> None:
    """Go on with a seeded object."""
    (row, *_) = walker.bureau.rows.fetch(f"SELECT id, version FROM {shown} WHERE {where} ORDER BY id LIMIT 1")
    walker.bureau.objects[shown] = {"id": str(GlobalID(type_name, str(row["id"]))), "version": row["version"]}


WALKS_OF_THE_STATELESS: dict[str, Callable[[Walker], None]] = {
    **{type_name: partial(walk_rule, type_name=type_name) for type_name in RULES},
    "CalendarYear": walk_calendar_years,
    "Staffing": walk_staffing,
    "Budget": walk_budgets,
    "CaseFileReview": walk_file_reviews,
    "SpecialExplanationRound": walk_explanation_rounds,
    "AssessmentRound": walk_assessment_rounds,
}
