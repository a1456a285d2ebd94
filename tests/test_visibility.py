"""On the full seed, for every persona and every type: exactly the rows that the oracle names, on every path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from models import anchored_tables
from resolvers.declarations import NODES
from resolvers.global_id import GlobalID, primary_key
from resolvers.signed_links import file_path
from seeds.organizations import rows as seed_rows
from server.files.links import make_links
from server.settings import Settings
from tests.cluster import Cluster, Rows
from tests.examples import insert_examples
from tests.oracle import (
    CARRIERS,
    OWN_RECORDS,
    READS,
    SEEN_WITH_OTHERS,
    Person,
    attach_wholes,
    counts_as_one,
    join_cases,
    running_commissions,
    sees,
)
from tests.serving import Client, serving

PERSONAS = [None, *(persona["subject"] for persona in seed_rows("personas.csv"))]
TYPES = sorted(definition.type_name for model, definition in NODES.items() if model.__module__.startswith("models"))
UNKNOWN = {
    "Region": "419999",
    **dict.fromkeys((name for name in TYPES if name != "Region"), "00000000-0000-5000-8000-000000000000"),
}

# Why a persona sees no row of a type, or every row. What is not here must be seen in part.
COMMISSION = "supervisory-commission"
NO_RECORDS: dict[str | None, str] = {
    None: "no token",
    "province-system": "aggregates only",
    "establishment-office": "staffing only",
    "finance": "budget only",
    COMMISSION: "what is transferred to it only",
    "leading-group-member": "reports and aggregates, no rows",
    "evaluator": "COMMISSION: samples only",
    "invited-supervisor": "SELF: reports only",
    "enterprise": "SELF: visits only",
    "system-admin": "users, roles, organizations and rules only",
    "security-admin": "policy, limits and clients only",
    "audit-admin": "audit entries only",
}
GOVERNMENTS: dict[str | None, str] = {
    "city-government": "reports, summaries and aggregates, no file",
    "county-government": "reports, summaries and aggregates, no file",
}
NO_FILES = {**NO_RECORDS, **GOVERNMENTS}
# Of how the supervision bodies of an area stand, none but who leads, funds or supervises the area is told.
NO_RECORDS_OF_BODIES: dict[str | None, str] = dict.fromkeys(
    (
        *("judicial-office", "city-market-legal", "county-market-legal", "county-market-officer"),
        *("vertical-tax-officer", "township", "township-head", "police"),
    ),
    "leads, funds and supervises no area",
)


def _except(reasons: dict[str | None, str], *personas: str) -> dict[str | None, str]:
    return {persona: why for persona, why in reasons.items() if persona not in personas}


# Bureaus, and those who speak for society: enterprises and invited supervisors.
NOT_SOCIETY: dict[str | None, str] = {
    **{persona: why for persona, why in NO_FILES.items() if persona not in ("invited-supervisor", "enterprise")},
    **dict.fromkeys(
        (
            *("judicial-office", "city-market-legal", "county-market-legal", "county-market-officer"),
            *("vertical-tax-officer", "township", "township-head", "police"),
        ),
        "no part in social supervision",
    ),
}
NO_CONTACT_POINTS: dict[str | None, str] = {
    **{persona: why for persona, why in NOT_SOCIETY.items() if persona != "judicial-office"},
    "invited-supervisor": "SELF: reports only",
}
SEES_NOTHING: dict[str, dict[str | None, str]] = {
    "Staffing": {
        **{persona: why for persona, why in NO_FILES.items() if persona != "establishment-office"},
        "county-market-officer": "OWN: its department is no supervision body",
        "vertical-tax-officer": "OWN: a tax bureau is no supervision body",
        "township": "OWN: a township government is no supervision body",
        "township-head": "its township's files only",
        "police": "transfers only",
    },
    "Account": {None: "no token"},
    "RoleAssignment": {None: "no token"},
    "StaffingEstimation": {
        **NO_RECORDS_OF_BODIES,
        **_except(NO_RECORDS, "establishment-office", "leading-group-member"),
    },
    "LeadingGroup": {**NO_RECORDS_OF_BODIES, **_except(NO_RECORDS, "leading-group-member")},
    "Budget": {**NO_RECORDS_OF_BODIES, **_except(NO_RECORDS, "finance")},
    "Training": {**NO_FILES, "police": "plans none"},
    "TrainingAttendance": NO_FILES,
    "Officer": NO_FILES,
    "Certificate": NO_FILES,
    "CaseTransfer": _except(NO_FILES, COMMISSION),
    "StoredFile": {persona: why for persona, why in NO_FILES.items() if persona not in ("evaluator", COMMISSION)},
    "ImportJob": {
        **NO_FILES,
        **dict.fromkeys(
            ("judicial-office", "township-head", "city-market-legal", "county-market-legal"), "enters no row"
        ),
    },
    "HandedOverCase": NO_FILES,
    "Linkage": {**NO_FILES, "police": "no licence is supervised there"},
    "Alert": NO_FILES,
    "QuestionnaireInvitation": NOT_SOCIETY,
    "QuestionnaireResponse": NOT_SOCIETY,
    "InvitedSupervisor": NOT_SOCIETY,
    "SupervisorReport": {**NOT_SOCIETY, "enterprise": "SELF: visits only"},
    "ContactPoint": NO_CONTACT_POINTS,
    "ContactVisit": NO_CONTACT_POINTS,
    "CoordinationDispute": NO_RECORDS,
    "ProgressReport": {
        **{persona: why for persona, why in NO_RECORDS.items() if persona != "leading-group-member"},
        **dict.fromkeys(
            (
                *("judicial-office", "township", "township-head", "police", "vertical-tax-officer"),
                *("county-market-legal", "county-market-officer"),
            ),
            "makes no report",
        ),
    },
    "Assessment": {
        **_except(NO_RECORDS, "leading-group-member"),
        "vertical-tax-officer": "no bureau here assesses a vertical organ",
    },
    "Pilot": {
        **{persona: why for persona, why in NO_RECORDS.items() if persona != "leading-group-member"},
        **dict.fromkeys(
            (
                *("police", "vertical-tax-officer", "city-market-legal", "county-market-legal"),
                "county-market-officer",
            ),
            "no pilot is its own",
        ),
    },
    "SpecialExplanation": {**NO_RECORDS, "police": "holds no duty list"},
    "SpecialExplanationRound": {
        **NO_RECORDS,
        **dict.fromkeys(
            (
                *("judicial-office", "township", "township-head", "police", "vertical-tax-officer"),
                *("city-market-legal", "county-market-legal", "county-market-officer"),
            ),
            "sees its own explanation",
        ),
    },
    "SupervisionMatter": NO_FILES,
    "SupervisionDocument": NO_FILES,
    "AccountabilityRecord": NO_FILES,
    "CaseFileReview": NO_FILES,
    "SampledCase": {
        persona: "samples are their bureau's and their evaluator's"
        for persona in PERSONAS
        if persona != "evaluator" and "judicial" not in (persona or "")
    }
    | {"judicial-office": "commissions nothing"},
    "AssessmentRound": {
        **{persona: "draws nothing up" for persona in PERSONAS if "judicial" not in (persona or "")},
        "judicial-office": "draws nothing up",
    },
    "Notification": {persona: why for persona, why in NO_RECORDS.items() if persona not in ("evaluator", COMMISSION)},
    "Clue": _except(NO_FILES, COMMISSION),
    "CaseRevisit": NO_FILES,
    "RevisitSample": {
        **NO_FILES,
        **dict.fromkeys(
            ("judicial-office", "township", "township-head", "county-market-officer", "vertical-tax-officer", "police"),
            "draws no sample",
        ),
        "city-market-legal": "its line's samples would tell which revisits are still to come",
    },
}
NEVER_PUBLIC = (
    *("SupervisionMatter", "SupervisionDocument", "AccountabilityRecord"),
    "StaffingEstimation",
    "LeadingGroup",
    "Budget",
    "Officer",
    "Certificate",
    "Training",
    "TrainingAttendance",
    "CaseTransfer",
    "Linkage",
    "CoordinationDispute",
    "CaseFileReview",
    "Alert",
    "Clue",
    "Questionnaire",
    "QuestionnaireInvitation",
    "ContactPoint",
    "ContactVisit",
    "InvitedSupervisor",
    "SupervisorReport",
    "CaseRevisit",
    "RevisitSample",
)
OF_AN_AREA = (
    *("Staffing", "DutyItem", "EnforcementCase", "HandedOverCase", "Enterprise"),
    *("SpecialExplanation", "SpecialExplanationRound", "Pilot"),
)
SEES_EVERYTHING: dict[str, dict[str | None, str]] = {
    **dict.fromkeys(
        (
            *("Region", "Organization", "DeadlineRule", "InspectionLimit", "CalendarYear", "DutyAssignment"),
            *("StaffingRule", "ContactVisitLimit", "SupervisorTarget", "RevisitPolicy", "AlertStandard"),
            *("AssessmentRule", "HearingThreshold"),
        ),
        dict.fromkeys(PERSONAS, "published by law"),
    ),
    **{type_name: {"province-judicial": "AREA of the whole province"} for type_name in (*OF_AN_AREA, *NEVER_PUBLIC)},
}
# Where a root field lists a type.
LISTS = {
    "EnforcementCase": "cases",
    "CaseTransfer": "transfers",
    "CoordinationDispute": "disputes",
    "Linkage": "linkages",
    "Clue": "clues",
    "CaseRevisit": "revisits",
    "RevisitSample": "revisitSamples",
    "RevisitPolicy": "revisitPolicies",
    "Alert": "alerts",
    "Officer": "officers",
    "Training": "trainings",
    "LeadingGroup": "leadingGroups",
    "Budget": "budgets",
    "TrainingAttendance": "trainingAttendances",
    "Certificate": "certificates",
    "DutyItem": "dutyItems",
    "DutyAssignment": "dutyAssignments",
    "Notification": "notifications",
    "DeadlineRule": "deadlineRules",
    "InspectionLimit": "inspectionLimits",
    "HearingThreshold": "hearingThresholds",
    "Staffing": "supervisionBodies",
    "StaffingRule": "staffingRules",
    "StaffingEstimation": "staffingEstimations",
    "AlertStandard": "alertStandards",
    "CalendarYear": "calendarYears",
    "StoredFile": "files",
    "Questionnaire": "questionnaires",
    "QuestionnaireInvitation": "questionnaireInvitations",
    "QuestionnaireResponse": "questionnaireResponses",
    "ContactPoint": "contactPoints",
    "InvitedSupervisor": "invitedSupervisors",
    "SupervisorReport": "supervisorReports",
    "SupervisorTarget": "supervisorTargets",
    "ContactVisit": "contactVisits",
    "ContactVisitLimit": "contactVisitLimits",
    "ImportJob": "importJobs",
    "Pilot": "pilots",
    "ProgressReport": "progressReports",
    "Bulletin": "bulletins",
    "Assessment": "assessments",
    "AssessmentRound": "assessmentRounds",
    "AssessmentRule": "assessmentRules",
    "SpecialExplanation": "specialExplanations",
    "SpecialExplanationRound": "specialExplanationRounds",
    "SupervisionMatter": "supervisionMatters",
    "SupervisionDocument": "supervisionDocuments",
    "AccountabilityRecord": "accountabilityRecords",
    "Evaluation": "evaluations",
    "EvaluationSubject": "evaluationSubjects",
    "SampledCase": "sampledCases",
    "CaseFileReview": "caseFileReviews",
}


@dataclass
class World:
    """All rows there are, by type and global id, and who each persona is."""

    rows: dict[str, dict[str, dict[str, Any]]]
    people: dict[str | None, Person]
    _visible: dict[tuple[str | None, str], set[str]] = field(default_factory=dict)

    def visible(self, persona: str | None, type_name: str) -> set[str]:
        if (persona, type_name) not in self._visible:
            person = self.people[persona]
            seen = {id_ for id_, row in self.rows[type_name].items() if sees(person, type_name, row)}
            self._visible[persona, type_name] = seen
        return self._visible[persona, type_name]

    def invisible(self, persona: str | None, type_name: str) -> set[str]:
        return set(self.rows[type_name]) - self.visible(persona, type_name)


@pytest.fixture(scope="module")
def examples(cluster: Cluster, worker_id: str) -> str:
    """The URL of a copy of the database with rows on every boundary."""
    cluster.prepared("jiandu_examples", insert_examples)
    return cluster.create(f"examples_{worker_id}", template="jiandu_examples")


@pytest.fixture(scope="module")
def client(examples: str, data_dir: Path) -> Iterator[Client]:
    with serving(examples, data_dir) as running:
        yield running


@pytest.fixture(scope="module")
def world(examples: str) -> World:
    rows = Rows(examples)
    found = {}
    for model, definition in NODES.items():
        if definition.type_name in TYPES:
            key = primary_key(model).name
            found[definition.type_name] = {
                str(GlobalID(definition.type_name, str(row[key]))): row
                for row in rows.fetch(f"SELECT * FROM {model.__tablename__}")
            }
    join_cases(found["Enterprise"].values(), found["EnforcementCase"].values())
    parts = {table: rows.fetch(f"SELECT * FROM {table}") for table, _, _ in CARRIERS}
    wholes = {type_name: list(found[type_name].values()) for _, _, type_name in CARRIERS}
    attach_wholes(found["StoredFile"].values(), parts, wholes)
    organizations = list(found["Organization"].values())
    by_id = {row["id"]: row for row in organizations}
    people: dict[str | None, Person] = {None: Person()}
    for account in found["Account"].values():
        (held,) = [row for row in found["RoleAssignment"].values() if row["account_id"] == account["id"]]
        here = by_id[held["organization_id"]]
        own, commissions = counts_as_one(here, organizations), running_commissions(here, found["Evaluation"].values())
        people[account["subject"]] = Person(account["id"], held["role"], here, own, commissions)
    rows.close()
    return World(found, people)


def pages(client: Client, document: str, persona: str | None, **variables: Any) -> Iterator[list[dict[str, Any]]]:
    """The nodes of every page of the connection that a document selects as ``page``."""
    after = None
    while True:
        page = client.ask(document, {**variables, "after": after}, persona)["page"]
        yield page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


def by_ids(client: Client, persona: str | None, ids: list[str]) -> set[str]:
    """Those of the ids under which the persona finds an object."""
    found = set()
    for start in range(0, len(ids), 100):
        document = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }"
        nodes = client.ask(document, {"ids": ids[start : start + 100]}, persona)["nodes"]
        found |= {node["id"] for node in nodes if node is not None}
    return found


def test_every_type_that_a_policy_can_speak_of_is_tried() -> None:
    tried = {definition.model.__name__ for definition in NODES.values()}
    own = {name: table for name, table in anchored_tables().items() if table.__module__.startswith("models")}
    # What is wholly public can be out of nobody's scope.
    assert {
        name for name, table in own.items() if any(each.public is not True for each in table.__anchors__.sides)
    } <= tried
    assert set(READS) == {persona["role"] for persona in seed_rows("personas.csv")}


def tried(share: int = 1) -> Iterator[Any]:
    """Every type with its personas, or a share of them, of each type others; the rest when all is tried.

    Of those whose role reads a type as the public does, one is tried before.
    """
    roles = {persona["subject"]: persona["role"] for persona in seed_rows("personas.csv")}
    for place, type_name in enumerate(TYPES):
        reached_otherwise = type_name in OWN_RECORDS or type_name in SEEN_WITH_OTHERS
        alike = [] if reached_otherwise else [who for who, role in roles.items() if type_name not in READS[role]]
        one = alike[place % len(alike)] if alike else None
        now = [
            persona
            for number, persona in enumerate(PERSONAS)
            if (persona not in alike or persona == one) and (place + number) % share == 0
        ]
        later = [persona for persona in PERSONAS if persona not in now]
        yield pytest.param(type_name, now, id=type_name)
        if later:
            yield pytest.param(type_name, later, marks=[pytest.mark.full], id=f"{type_name}, others")


@pytest.mark.parametrize(("type_name", "personas"), list(tried()))
class TestEveryPersonaAndType:
    def test_both_sets_are_there_unless_a_table_says_why(
        self, type_name: str, personas: list[str | None], world: World
    ) -> None:
        for persona in personas:
            has_none, has_all = SEES_NOTHING.get(type_name, {}), SEES_EVERYTHING.get(type_name, {})
            assert bool(world.visible(persona, type_name)) != (persona in has_none), persona
            assert bool(world.invisible(persona, type_name)) != (persona in has_all), persona

    def test_by_id(self, type_name: str, personas: list[str | None], world: World, client: Client) -> None:
        ids = sorted(world.rows[type_name])
        for persona in personas:
            # Of a large table a part is tried for each persona, and what it sees of it.
            seen = world.visible(persona, type_name)
            sample = ids if len(ids) < 600 else [*ids[::30], *sorted(seen)[:100]]
            assert by_ids(client, persona, sample) == seen & set(sample), persona

    def test_listed_and_counted(self, type_name: str, personas: list[str | None], world: World, client: Client) -> None:
        if type_name not in LISTS:
            return
        document = f"{{ page: {LISTS[type_name]}(first: 100) {{ totalCount totalCountAtLeast nodes {{ id }} }} }}"
        for persona in personas:
            seen, page = world.visible(persona, type_name), client.ask(document, None, persona)["page"]
            assert page["totalCount"] == page["totalCountAtLeast"] == len(seen), persona
            listed = {node["id"] for node in page["nodes"]}
            assert listed <= seen and len(listed) == min(len(seen), 100), persona


@pytest.mark.parametrize(("type_name", "personas"), list(tried(share=3)))
def test_one_at_a_time_and_out_of_scope_like_what_does_not_exist(
    type_name: str, personas: list[str | None], world: World, client: Client
) -> None:
    for persona in personas:
        one_at_a_time(persona, type_name, world, client)


def one_at_a_time(persona: str | None, type_name: str, world: World, client: Client) -> None:
    """What is seen is found by its id; what is not is told of in the words of what does not exist."""
    unknown = str(GlobalID(type_name, UNKNOWN[type_name]))
    hidden = sorted(world.invisible(persona, type_name))[:2]
    # One document, since of each the server makes a plan for each persona and type.
    reading = """query($id: ID!) {
        node(id: $id) { id }
        explainAccess(id: $id, action: UPDATE) { allowed reason rule { text } }
        reading: explainAccess(id: $id, action: READ) { allowed reason rule { text } } }"""
    for id_ in sorted(world.visible(persona, type_name))[:2]:
        assert client.ask(reading, {"id": id_}, persona)["node"] == {"id": id_}
    writing = """mutation($id: ID!) {
        updateStaffing(input: { id: $id, version: 1, idempotencyKey: "k", authorised: 1 }) {
          staffing { id } userErrors { code message field } } }"""
    for document in (reading, writing):
        told = client.ask(document, {"id": unknown}, persona)
        assert document is writing or told["node"] is None
        for id_ in hidden:
            assert client.ask(document, {"id": id_}, persona) == told, persona


@pytest.mark.parametrize("persona", PERSONAS[1:])
def test_a_file_is_downloaded_exactly_by_whom_its_link_is_shown_to(
    persona: str, world: World, client: Client, data_dir: Path
) -> None:
    links, account = make_links(Settings(app_env="development"), data_dir), world.people[persona].account
    document = "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on StoredFile { downloadUrl } } }"
    # Some that it sees and as many that it does not; each takes a request.
    seen = world.visible(persona, "StoredFile")
    sample = [*sorted(seen)[:20], *sorted(set(world.rows["StoredFile"]) - seen)[:20]]
    nodes = client.ask(document, {"ids": sample}, persona)["nodes"]
    shown = {node["id"] for node in nodes if node is not None and node["downloadUrl"] is not None}
    statuses = {
        id_: client.http.head(links.issue(file_path(world.rows["StoredFile"][id_]["id"]), "GET", account)).status_code
        for id_ in sample
    }
    assert statuses == {id_: 200 if id_ in shown else 404 for id_ in sample}


@pytest.mark.parametrize("persona", PERSONAS)
class TestStaffing:
    """The scoped type of the directory, at the root, nested, counted and filtered."""

    def test_root(self, persona: str | None, world: World, client: Client) -> None:
        document = """query($after: String) { page: supervisionGaps(first: 100, after: $after) {
            nodes { id } pageInfo { hasNextPage endCursor } } }"""
        listed = [node["id"] for nodes in pages(client, document, persona) for node in nodes]
        expected = {id_ for id_ in world.visible(persona, "Staffing") if world.rows["Staffing"][id_]["gaps"]}
        assert len(listed) == len(set(listed))
        assert set(listed) == expected

    def test_nested(self, persona: str | None, world: World, client: Client) -> None:
        document = """query($after: String) { page: organizations(first: 100, after: $after,
              filter: { kind: [JUDICIAL_BUREAU, LEGAL_UNIT, JUDICIAL_OFFICE] }) {
            nodes { staffing { id organization { staffing { id } } } } pageInfo { hasNextPage endCursor } } }"""
        reached = {
            node["staffing"]["organization"]["staffing"]["id"]
            for nodes in pages(client, document, persona)
            for node in nodes
            if node["staffing"] is not None
        }
        assert reached == world.visible(persona, "Staffing")

    def test_counts_and_filters_tell_nothing_more(self, persona: str | None, world: World, client: Client) -> None:
        document = """query($within: ID!, $field: [EnforcementField!], $gap: [SupervisionGapKind!]) {
            supervisionGaps(first: 1, filter: { within: $within, field: $field, gap: $gap }) {
              totalCount totalCountAtLeast nodes { id } pageInfo { hasNextPage startCursor } } }"""
        visible = [world.rows["Staffing"][id_] for id_ in world.visible(persona, "Staffing")]
        for region in ("41", "4101", "4103", "410302", "410303", "410302001", "419001"):
            for subject in (None, "MARKET_REGULATION", "HEALTH"):
                for gap in (None, "VACANT_POSTS", "NO_DEDICATED_BODY"):
                    variables = {
                        "within": str(GlobalID("Region", region)),
                        "field": subject and [subject],
                        "gap": gap and [gap],
                    }
                    expected = sum(
                        bool(row["gaps"])
                        and row["region_code"].startswith(region)
                        and subject in (None, row["field"])
                        and (gap is None or gap in row["gaps"])
                        for row in visible
                    )
                    answer = client.ask(document, variables, persona)["supervisionGaps"]
                    assert answer["totalCount"] == answer["totalCountAtLeast"] == expected
                    assert len(answer["nodes"]) == min(expected, 1)
                    assert answer["pageInfo"]["hasNextPage"] == (expected > 1)
                    assert (answer["pageInfo"]["startCursor"] is None) == (expected == 0)


@pytest.mark.parametrize("persona", PERSONAS)
def test_the_viewer_is_the_caller(persona: str | None, world: World, client: Client) -> None:
    document = "{ viewer { name assignments { totalCount nodes { id } } organization { id } } }"
    viewer = client.ask(document, None, persona)["viewer"]
    person = world.people[persona]
    if person.organization is None:
        assert viewer is None
        return
    assert viewer["organization"]["id"] == str(GlobalID("Organization", str(person.organization["id"])))
    held = {id_ for id_, row in world.rows["RoleAssignment"].items() if row["account_id"] == person.account}
    assert {node["id"] for node in viewer["assignments"]["nodes"]} == held
    assert viewer["assignments"]["totalCount"] == len(held)
