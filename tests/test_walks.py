"""Every life is walked over HTTP, each act by one who may: what the second table allows is really done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from models import ActType
from seeds.organizations import organization_id
from tests import examples
from tests.bureau import MARKET, OFFICER, Bureau, officers, register, stand_in
from tests.cluster import Cluster, Rows
from tests.examples import copy_row, key, store_file
from tests.lives import (
    ASSESSMENTS,
    BULLETINS,
    CERTIFICATES,
    CLUES,
    CONTACT_POINTS,
    DISPUTES,
    DUTY_ASSIGNMENTS,
    DUTY_ITEMS,
    EVALUATIONS,
    EXPLANATIONS,
    INVITATIONS,
    INVITED_SUPERVISORS,
    LEADING_GROUPS,
    LINKAGES,
    LIVES,
    MATTERS,
    OFFICERS,
    PILOTS,
    QUESTIONNAIRES,
    REPORTS,
    REVISITS,
    SUPERVISION_DOCUMENTS,
    SUPERVISOR_REPORTS,
    TRAININGS,
    TRANSFERS,
)
from tests.lives_of_rules import STATELESS
from tests.serving import serving
from tests.stage import cases
from tests.walks.accounting import walk_assessments, walk_evaluations, walk_explanations, walk_reports
from tests.walks.bodies import (
    walk_certificates,
    walk_duties,
    walk_leading_groups,
    walk_officers,
    walk_pilots,
    walk_trainings,
)
from tests.walks.cases import ANNULLED, RESTORED, WALKS
from tests.walks.internal_supervision import walk_clues, walk_revisits
from tests.walks.rules import WALKS_OF_THE_STATELESS
from tests.walks.society import (
    walk_contact_points,
    walk_invitations,
    walk_invited_supervisors,
    walk_questionnaires,
    walk_supervisor_reports,
)
from tests.walks.supervision import walk_documents, walk_matters
from tests.walks.transfers import walk_disputes, walk_linkages, walk_transfers
from tests.walks.walker import RECEIVER, RECEIVERS_HEAD, Walker

CLOCKS = {"EXTEND_DEADLINE", "SUSPEND_DEADLINE", "RESUME_DEADLINE", "REPORT_CORRECTION"}
OTHER_LIVES: dict[str, tuple[Callable[[Walker], None], Mapping[Any, dict[str, set[str]]]]] = {
    "CaseTransfer": (walk_transfers, TRANSFERS),
    "CoordinationDispute": (walk_disputes, DISPUTES),
    "Clue": (walk_clues, CLUES),
    "CaseRevisit": (walk_revisits, REVISITS),
    "Linkage": (walk_linkages, LINKAGES),
    "DutyItem": (walk_duties, DUTY_ITEMS),
    "Evaluation": (walk_evaluations, EVALUATIONS),
    "DutyAssignment": (walk_duties, DUTY_ASSIGNMENTS),
    "Officer": (walk_officers, OFFICERS),
    "Certificate": (walk_certificates, CERTIFICATES),
    "LeadingGroup": (walk_leading_groups, LEADING_GROUPS),
    "Training": (walk_trainings, TRAININGS),
    "ProgressReport": (walk_reports, REPORTS),
    "Assessment": (walk_assessments, ASSESSMENTS),
    "Bulletin": (lambda walker: walk_reports(walker, 3), BULLETINS),
    "Pilot": (walk_pilots, PILOTS),
    "SpecialExplanation": (walk_explanations, EXPLANATIONS),
    "SupervisionDocument": (walk_documents, SUPERVISION_DOCUMENTS),
    "SupervisionMatter": (walk_matters, MATTERS),
    "Questionnaire": (walk_questionnaires, QUESTIONNAIRES),
    "QuestionnaireInvitation": (walk_invitations, INVITATIONS),
    "ContactPoint": (walk_contact_points, CONTACT_POINTS),
    "InvitedSupervisor": (walk_invited_supervisors, INVITED_SUPERVISORS),
    "SupervisorReport": (walk_supervisor_reports, SUPERVISOR_REPORTS),
    **{type_name: (walk, STATELESS[type_name]) for type_name, walk in WALKS_OF_THE_STATELESS.items()},
}


@pytest.fixture(scope="module")
def bureau(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[Bureau]:
    rows = Rows(cluster.create(f"walks_{worker_id}"))
    owner = organization_id("410302", *examples.MARKET)
    for walk in WALKS:
        act_type, _, review = walk.partition(" ")
        copy_row(
            rows,
            "duty_item",
            f"organization_id = '{owner}' AND state = 'PUBLISHED'",
            id=key("walk", walk),
            code=f"W-{walk}",
            act_type=act_type,
            legal_review=review if review in ("NEEDED", "AFTER_HEARING") else "NOT_NEEDED",
        )
    account = rows.value("SELECT id FROM account WHERE subject = $1", OFFICER)
    store_file(rows, key("walked"), ("410302", *examples.MARKET), account)
    with serving(rows.url, data_dir) as client:
        found = Bureau(client, rows)
        stand_in(found, RECEIVER, *examples.HEALTH)
        stand_in(found, RECEIVERS_HEAD, "LEGAL_UNIT", "HEALTH", "LEGAL_UNIT")
        yield found
    rows.close()


@pytest.mark.parametrize("act_type", [act_type.name for act_type in ActType])
def test_cases(act_type: str, bureau: Bureau) -> None:
    walker, two = Walker(bureau), officers(bureau, MARKET)[:2]
    opinion = {"kind": "RECONSIDERATION", "hasOpinion": True}
    own: dict[str, dict[str, Any]] = {"assignOfficers": {"officerIds": two}, "recordReviewOutcome": opinion}
    if act_type == "PENALTY":
        own["decideCase"] = {"penaltyKinds": ["WARNING"]}
    for walk in [each for each in WALKS if each.partition(" ")[0] == act_type]:
        for steps in WALKS[walk]:
            procedure = {"procedure": "SIMPLE"} if walk == "PENALTY SIMPLE" else {}
            register(bureau, f"W-{walk}", actType=act_type, **procedure)
            told = {"notifyParty": {"offersHearing": "NOTIFIED notifyParty" not in steps}}
            ended = (
                {"recordReviewOutcome": {**opinion, "result": "ANNULLED"}}
                if steps.endswith((ANNULLED, RESTORED))
                else {}
            )
            walker.walk(steps, **{**own, **told, **ended})
    expected = {
        (case["state"], action)
        for case in cases()
        if case["act_type"] == act_type
        for who in ("owner's officer", "reviewer", "owner's head")
        for action in LIVES["EnforcementCase"](who, case)
    }
    assert {each for each in walker.done if each[1] not in CLOCKS} == {
        each for each in expected if each[1] not in CLOCKS
    }
    assert act_type != "PENALTY" or {action for _, action in walker.done} >= CLOCKS


@pytest.mark.parametrize("type_name", [type_name for type_name in LIVES if type_name != "EnforcementCase"])
def test_everything_else(type_name: str, bureau: Bureau) -> None:
    walker, (walk, table) = Walker(bureau), OTHER_LIVES[type_name]
    walk(walker)
    assert walker.done >= {
        (state, action) for state, who in table.items() for actions in who.values() for action in actions
    }
