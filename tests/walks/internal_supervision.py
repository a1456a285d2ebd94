"""Lives of internal supervision: clues and revisits."""

from __future__ import annotations

from typing import Any

from resolvers.global_id import GlobalID
from tests.bureau import LEGAL, MARKET, OFFICER, body
from tests.walks.walker import BUREAU, Walker


def walk_clues(walker: Walker) -> None:
    bureau = walker.bureau
    judicial = body("410302", "JUDICIAL_BUREAU")

    def opened() -> None:
        bureau.done(
            "openClue", BUREAU, organizationId=judicial, source="LEGAL_AID", content="未出示执法证", concernedId=MARKET
        )

    def act(name: str, persona: str, expected: str | None = None, **given: Any) -> None:
        walker.act("clue", name, persona, expected, **given)

    def suspended() -> None:
        act("suspendClue", BUREAU)
        act("resumeClue", BUREAU)
        extended()

    def extended() -> None:
        # As though it were the first time, in every state.
        bureau.rows.execute("UPDATE deadline SET extensions = 0 WHERE ended_at IS NULL")
        act("extendClueDeadline", BUREAU)

    for finding in ("SUBSTANTIATED", "UNSUBSTANTIATED"):
        opened()
        suspended()
        act("screenClue", BUREAU, "SCREENED")
        suspended()
        act("assignClue", BUREAU, "ASSIGNED", organizationId=MARKET)
        suspended()
        act("verifyClue", OFFICER, "VERIFYING")
        suspended()
        act("reportClueFinding", OFFICER, finding=finding, report="经核查")
        act("returnClueFinding", BUREAU)
        act("reportClueFinding", OFFICER, finding=finding, report="再次核查")
        act("confirmClueFinding", BUREAU, finding)
        extended()
        act("replyToClue", BUREAU, "REPLIED", reply="已责令改正")
        act("closeClue", BUREAU, "CLOSED")
    for is_screened in (False, True):
        for name, state, given in (
            ("rejectClue", "REJECTED", {}),
            ("transferClue", "TRANSFERRED", {"receiverId": body("4103", "JUDICIAL_BUREAU")}),
        ):
            opened()
            if is_screened:
                act("screenClue", BUREAU, "SCREENED")
            act(name, BUREAU, state, **given)


def walk_revisits(walker: Walker) -> None:
    bureau = walker.bureau
    asked = {"organizationId": MARKET, "since": "2025-12-01", "until": "2025-12-31"}
    drawn = bureau.done("drawRevisitSample", LEGAL, **asked)["revisits"]["nodes"]
    visitor = bureau.rows.value("SELECT id FROM account WHERE subject = $1", LEGAL)
    for reached in (False, True):
        bureau.objects["revisit"] = drawn[reached]
        for expected in ("ASSIGNED", None):
            walker.act("revisit", "assignRevisit", LEGAL, expected, visitorId=str(GlobalID("Account", str(visitor))))
        if not reached:
            walker.act("revisit", "recordUnreachable", LEGAL, "UNREACHABLE")
            continue
        walker.act("revisit", "recordRevisit", LEGAL, "DONE", method="PHONE", satisfaction=2, findings="不满意")
        walker.act("revisit", "raiseRevisitIssue", LEGAL, "ISSUE_RAISED", issue="未出示证件")
        walker.act("revisit", "handleRevisitIssue", OFFICER, "HANDLED", handling="已批评教育")
        walker.act("revisit", "returnRevisitHandling", LEGAL, "ISSUE_RAISED")
        walker.act("revisit", "handleRevisitIssue", OFFICER, "HANDLED", handling="已道歉")
        walker.act("revisit", "confirmRevisitHandling", LEGAL)
