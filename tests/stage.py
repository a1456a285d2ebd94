"""Objects of every type that has a life, in every state and on every side, and what each persona may do with them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any

from models import (
    AssessmentState,
    BulletinState,
    DisputeState,
    ExplanationState,
    ReportState,
    SupervisionEffect,
    TransferState,
)
from models.base import now
from resolvers.declarations import NODES
from resolvers.global_id import GlobalID
from seeds.organizations import organization_id
from seeds.organizations import rows as seed_rows
from tests.cluster import Rows
from tests.examples import (
    ASSESSED,
    AUTHORS,
    BUREAUS,
    MARKET,
    PAIRS,
    PILOTS,
    POLICE,
    SUPERVISED,
    TOWNSHIP,
    about,
    copy_row,
    evaluate,
    insert_examples,
    key,
    matter,
    side,
)
from tests.lives import (
    BEFORE_THE_OPINION,
    CERTIFICATES,
    CLUES,
    CONTACT_POINTS,
    DUTY_ASSIGNMENTS,
    DUTY_ITEMS,
    EVALUATIONS,
    INVITATIONS,
    INVITED_SUPERVISORS,
    LINKAGES,
    LIVES,
    MATTERS,
    OTHER_STATES,
    PENALTY_STATES,
    PUBLISHED_STATES,
    QUESTIONNAIRES,
    REVISITS,
    SUPERVISOR_REPORTS,
    TRAININGS,
    VARIANTS,
    WHO,
    barred,
)
from tests.oracle import Person, counts_as_one, running_commissions, sees
from tests.stage_of_rules import ROUNDS_TO_DO, stateless

PERSONAS = [None, *(persona["subject"] for persona in seed_rows("personas.csv"))]
# Those who act in the county and its township, each in relations that no other stands in there.
ACTING = (
    "county-market-officer",
    "county-market-legal",
    "county-judicial",
    "township",
    "township-head",
    "police",
    "county-government",
    "evaluator",
    "enterprise",
    "supervisory-commission",
    "establishment-office",
    "finance",
    "system-admin",
)
COUNTY, STREET = "410302", "410302001"
NO_CLOCKS = {"next_due_at": None, "is_suspended": False, "is_correction_due": False}
OWNERS = {COUNTY: MARKET, STREET: TOWNSHIP}
# Where what an organ may do is to wait for a coordinator.
_DISPUTED_STATES = (
    *(("PENALTY", state) for state in ("CLUE", "FILED", "INVESTIGATING", "LEGAL_REVIEW", "NOTIFIED", "HEARING")),
    *(("LICENSING", "ACCEPTED"), ("LICENSING", "REVIEWING"), ("INSPECTION", "PLANNED"), ("COERCION", "APPROVED")),
    ("LEVY", "REGISTERED"),
)
# The acts that are alike in everything but their name; one of them stands for the rest.
_ALIKE = ("REQUISITION", "CONFIRMATION", "BENEFIT", "REWARD", "ADJUDICATION", "OTHER")
_TABLES = {definition.type_name: model.__tablename__ for model, definition in NODES.items()}
# What can be extended of those that may be, each by a clock with its event and what it is of.
_CLOCKS = (
    ("EnforcementCase", "case_id", "DECIDE_PENALTY", "w.act_type <> 'COERCION'"),
    ("EnforcementCase", "case_id", "SEIZURE", "w.act_type = 'COERCION'"),
    ("SupervisionMatter", "matter_id", "RECTIFY", "true"),
    ("Clue", "clue_id", "ANSWER_CLUE", "true"),
    ("CaseTransfer", "transfer_id", "TRANSFER_ANSWER", "true"),
    ("CoordinationDispute", "dispute_id", "COORDINATE_DISPUTE", "true"),
    ("Linkage", "linkage_id", "LINKED_INSPECTION", "true"),
)
_RUNNING = """INSERT INTO deadline (id, rule_id, event, {link}, started_at, due_at, near_at, is_provisional, extensions)
              SELECT md5($1 || w.id)::uuid, r.id, r.event, w.id, '2026-01-05', d.at, d.at, false, 0
              FROM {table} w JOIN deadline_rule r ON r.event = $2 AND r.region_code = '41'
              CROSS JOIN LATERAL (SELECT coalesce(w.next_due_at, now() + interval '90 days') AS at) d
              WHERE w.id = ANY($3::uuid[]) AND {of}"""
_DUE_AT, _NEAR_AT = ((now() + timedelta(days=days)).isoformat() for days in (90, 81))
# Nothing is lacking on the stage: two are named for each, whose certificates hold.
_NAMED = {
    "EnforcementCase": ("case_officer (case_id, officer_id) SELECT w, o.id", "ENFORCEMENT"),
    "SupervisionMatter": ("matter_supervisor (matter_id, officer_id, name) SELECT w, o.id, o.name", "SUPERVISION"),
}
_TWO = """INSERT INTO {named}
          FROM unnest($1::uuid[]) w CROSS JOIN (
              SELECT o.id, o.name FROM officer o WHERE o.left_on IS NULL AND o.in_established_post AND EXISTS (
                  SELECT FROM certificate c WHERE c.officer_id = o.id AND c.kind = $2 AND c.state = 'VALID'
                    AND current_date BETWEEN c.valid_from AND c.valid_to - 1)
              ORDER BY o.id LIMIT 2) o"""
# Transfers whose case was handed over since.
_GONE = """SELECT t.id FROM case_transfer t WHERE t.created_at < (
               SELECT max(h.handed_over_at) FROM handed_over_case h JOIN case_transfer l ON l.id = h.transfer_id
               WHERE l.case_id = t.case_id)"""
_ANNULLED = """INSERT INTO review_outcome (id, case_id, kind, result, body, decided_on, has_opinion, is_of_revocation)
               VALUES (md5($1)::uuid, $1::text::uuid, 'LITIGATION', 'ANNULLED', 'x', '2026-01-06', false, $2)"""
_ANNULLED_CASES = "SELECT case_id FROM review_outcome WHERE result = 'ANNULLED' AND is_of_revocation = $1"
# Transfers of cases whose handling a dispute settled since, and of those that are in dispute.
_SETTLED = """SELECT t.id FROM case_transfer t JOIN coordination_dispute d USING (case_id)
              WHERE d.designated_id IS NOT NULL GROUP BY t.id HAVING max(d.ended_at) > t.created_at"""
_DISPUTED = """SELECT DISTINCT t.id FROM case_transfer t JOIN coordination_dispute d USING (case_id)
               WHERE d.ended_at IS NULL"""
_COORDINATED = """SELECT case_id FROM coordination_dispute
                  WHERE ended_at IS NULL AND state NOT IN ('NEGOTIATING', 'APPLIED', 'GOVERNMENT_DECIDED')"""
_ASSIGNED = """SELECT d.id FROM duty_item d
               JOIN duty_assignment a ON a.owner_id = d.organization_id AND a.duty_code = d.code
               WHERE a.region_code = $1 AND a.state = 'ASSIGNED' AND d.state = 'PUBLISHED' ORDER BY d.id LIMIT 1"""
_OVERDUE = ("NOTIFIED", "OPINION_ISSUED", "RECTIFYING", "REVIEWED")
Placed = tuple[str, str, bool]


@dataclass(frozen=True)
class Subject:
    """An object as it stands; ``is_first`` if it stands for those that differ from it in a variant or an owner only."""

    type_name: str
    id: str
    row: Mapping[str, Any]
    is_first: bool


@dataclass(frozen=True)
class Stage:
    """Everything that may be acted on, and who is looking."""

    subjects: tuple[Subject, ...]
    people: Mapping[str | None, Person]

    def of(self, type_name: str) -> tuple[Subject, ...]:
        """The objects of one type."""
        return tuple(subject for subject in self.subjects if subject.type_name == type_name)

    def may(self, persona: str | None, subject: Subject) -> set[str] | None:
        """What the second table lets a persona do with an object; None where it does not see it."""
        may = self.stands(persona, subject)
        if may is None:
            return None
        return {action for action in may if barred(subject.type_name, action, subject.row) is None}

    def stands(self, persona: str | None, subject: Subject) -> set[str] | None:
        """What the object's state and the persona's relations to it admit, whatever bars it now."""
        person, name, row = self.people[persona], subject.type_name, dict(subject.row)
        if not sees(person, name, row):
            return None
        return {action for who in relations(person, name, row) for action in LIVES[name](who, row)}

    def acts_on(self, persona: str | None, subject: Subject) -> bool:
        """Whether a persona stands in any relation to an object."""
        return any(relations(self.people[persona], subject.type_name, subject.row))

    def may_ever(self, persona: str | None, subject: Subject) -> set[str]:
        """What those who stand where the persona stands may do with such an object in one state or another."""
        known = self._known
        found = relations(self.people[persona], subject.type_name, subject.row)
        return {action for who in found for action in known[subject.type_name, who]}

    def may_in_state(self, persona: str | None, subject: Subject) -> set[str]:
        """What they may do with an object that stands in the same state, however it stands otherwise."""
        known, place = self._known_in_state, _place(subject)
        found = relations(self.people[persona], subject.type_name, subject.row)
        return {action for who in found for action in known.get((place, who), ())}

    @cached_property
    def _known_in_state(self) -> Mapping[tuple[Any, str], set[str]]:
        known: dict[tuple[Any, str], set[str]] = {}
        for subject in self.subjects:
            for who, _, _ in WHO[subject.type_name]:
                may = known.setdefault((_place(subject), who), set())
                may |= LIVES[subject.type_name](who, subject.row)
        return known

    @cached_property
    def _known(self) -> Mapping[tuple[str, str], set[str]]:
        return {
            (name, who): {action for subject in self.of(name) for action in LIVES[name](who, subject.row)}
            for name in LIVES
            for who, _, _ in WHO[name]
        }


def _place(subject: Subject) -> tuple[str, str | None, str | None]:
    return subject.type_name, subject.row.get("state"), subject.row.get("act_type")


def relations(person: Person, type_name: str, row: Mapping[str, Any]) -> Iterator[str]:
    """In which relations a person stands to an object."""
    for who, roles, column in WHO[type_name]:
        if person.role in roles and person.organization is not None:
            if column == "region_code":
                if row[column].startswith(person.organization["region_code"]):
                    yield who
            elif column == "city or above":
                if person.organization["level"] in ("PROVINCE", "CITY"):
                    yield who
            elif column == "commission":
                if row["id"] in person.commissions:
                    yield who
            elif column == "line":
                here = person.organization
                if row["region_code"].startswith(here["region_code"]) and row["field"] == here["field"]:
                    yield who
            elif row[column] in (*person.own, person.account):
                yield who


def set_stage(rows: Rows) -> Stage:
    """Insert an object for every row of the second table and every side of it."""
    insert_examples(rows)
    assigned = {"duty_item_id": rows.value(_ASSIGNED, STREET)}
    placed = [
        *(each for number, case in enumerate(cases()) for each in _case(rows, number, case, assigned)),
        *_transfers(rows),
        *_disputes(rows),
        *_clues(rows),
        *_revisits(rows),
        *_linkages(rows),
        *_duty_items(rows),
        *_duty_assignments(rows),
        *_evaluations(rows),
        *_certificates(rows),
        *_officers(rows),
        *_leading_groups(rows),
        *_trainings(rows),
        *_explanations(),
        *(
            ("ProgressReport", key("report", number, state.name), number < 2)
            for number, state in itertools.product(range(len(AUTHORS)), ReportState)
        ),
        *(
            # Of the county's own the department's and the township's, and what the city draws up in the county.
            ("Assessment", key("assessment", number, state.name), number in (0, 1, 3))
            for number, state in itertools.product(range(len(ASSESSED)), AssessmentState)
        ),
        *(("Bulletin", key("bulletin", "4103", state.name), True) for state in BulletinState),
        *(("Pilot", key("pilot", region, state), region.startswith(COUNTY)) for region, state in PILOTS),
        *_matters(rows),
        *_society(rows),
        *stateless(rows),
    ]
    found = {}
    gone, settled, disputed = ({row["id"] for row in rows.fetch(of)} for of in (_GONE, _SETTLED, _DISPUTED))
    annulled, restorable = ({row["case_id"] for row in rows.fetch(_ANNULLED_CASES, of)} for of in (False, True))
    coordinated = {row["case_id"] for row in rows.fetch(_COORDINATED)}
    to_do = {row["round_id"] for row in rows.fetch(ROUNDS_TO_DO)}
    for type_name in LIVES:
        keys = [id_ for name, id_, _ in placed if name == type_name]
        for row in rows.fetch(f"SELECT * FROM {_TABLES[type_name]} WHERE id = ANY($1::uuid[])", keys):
            facts = {"is_case_gone": gone, "is_annulled": annulled, "is_to_do": to_do}
            facts |= {"is_revocation_annulled": restorable, "is_settled": settled, "is_disputed": disputed}
            facts |= {"is_coordinated": coordinated}
            found[str(row["id"])] = row | {fact: row["id"] in of for fact, of in facts.items()}
        if type_name in _NAMED:
            named, kind = _NAMED[type_name]
            rows.execute(_TWO.format(named=named), keys, kind)
        for clocked, link, event, of in _CLOCKS:
            if clocked == type_name:
                rows.execute(_RUNNING.format(table=_TABLES[type_name], link=link, of=of), link, event, keys)
    subjects = [Subject(name, str(GlobalID(name, id_)), found[id_], is_first) for name, id_, is_first in placed]
    assert {subject.row["version"] for subject in subjects} == {1}
    return Stage(tuple(subjects), _people(rows))


def _people(rows: Rows) -> dict[str | None, Person]:
    organizations, evaluations = (rows.fetch(f"SELECT * FROM {table}") for table in ("organization", "evaluation"))
    by_id = {row["id"]: row for row in organizations}
    people: dict[str | None, Person] = {None: Person()}
    for row in rows.fetch(
        "SELECT a.id, a.subject, r.role, r.organization_id FROM account a JOIN role_assignment r ON r.account_id = a.id"
    ):
        here = by_id[row["organization_id"]]
        commissions = running_commissions(here, evaluations)
        people[row["subject"]] = Person(row["id"], row["role"], here, counts_as_one(here, organizations), commissions)
    return people


def cases() -> Iterator[dict[str, Any]]:
    """What the cases on the stage are like."""
    plain = {"procedure": None, "legal_review": "NOT_NEEDED", "hearing_right": "NOT_OFFERED", "hearing_held": False}
    for region in (COUNTY, STREET):
        owned = {"region": region, "is_offered": False, "is_published": False, **NO_CLOCKS, "is_annulled": False}
        owned["dispute"] = None
        for state, (name, variant), is_offered in itertools.product(PENALTY_STATES, VARIANTS.items(), (False, True)):
            first = name == "review needed" and not is_offered
            yield {**owned, "act_type": "PENALTY", "state": state, **variant, "is_offered": is_offered, "first": first}
        for state in PENALTY_STATES[PENALTY_STATES.index("DECIDED") : PENALTY_STATES.index("ARCHIVED") + 1]:
            decided = {**owned, "act_type": "PENALTY", "state": state, **VARIANTS["review passed"]}
            yield {**decided, "is_annulled": True, "first": True}
        for ended in ("NOT_PENALIZED", "WITHDRAWN"):
            archived = {**owned, "act_type": "PENALTY", "state": "ARCHIVED", **VARIANTS["review passed"]}
            yield {**archived, "ended": ended, "first": True}
        yield {**decided, "state": "DECIDED", "service_announced_on": "2026-01-06", "first": True}
        for act_type, states in OTHER_STATES.items():
            for state in states:
                first = region == COUNTY and act_type not in _ALIKE
                yield {**owned, "act_type": act_type, "state": state, **plain, "first": first}
        for (act_type, state), dispute in itertools.product(_DISPUTED_STATES, ("NEGOTIATING", "COORDINATING")):
            variant = VARIANTS["review passed"] if act_type == "PENALTY" else plain
            disputed = {**owned, "act_type": act_type, "state": state, **variant, "dispute": dispute}
            yield {**disputed, "first": region == COUNTY and dispute == "COORDINATING"}
        for term in ("2025-12-31", "2030-12-31"):
            granted = {**owned, "act_type": "LICENSING", "state": "GRANTED", **plain, "first": region == COUNTY}
            yield {**granted, "licence_valid_to": term}
            yield {**granted, "state": "REVOKED", "licence_valid_to": term, "is_revocation_annulled": True}
        for act_type, states in PUBLISHED_STATES.items():
            variant = VARIANTS["review passed"] if act_type == "PENALTY" else plain
            for state in states:
                yield {**owned, "act_type": act_type, "state": state, **variant, "is_published": True, "first": False}


def _case(rows: Rows, number: int, case: dict[str, Any], assigned: dict[str, Any]) -> Iterator[Placed]:
    id_, region = key("life", number), case["region"]
    owner, reviewer, duty = MARKET, ("LEGAL_UNIT", "MARKET_REGULATION"), {}
    if region == STREET:
        owner, reviewer, duty = TOWNSHIP, ("JUDICIAL_BUREAU", ""), assigned
    ended = case.get("ended", case["state"])
    is_penalized = case["act_type"] == "PENALTY" and ended in PUBLISHED_STATES["PENALTY"]
    # While it is offered another organ of the county sees it.
    offered = side("offered", (COUNTY, "VERTICAL", "TAX")) if case["is_offered"] else side("offered", None)
    copy_row(
        rows,
        "enforcement_case",
        "published_at IS NULL",
        id=id_,
        number=id_,
        version=1,
        organization_id=organization_id(region, *owner),
        region_code=region,
        field="MARKET_REGULATION",
        legal_reviewer_id=organization_id(COUNTY, *reviewer),
        offered_organization_id=offered.pop("offered_id"),
        published_at="2026-01-05T09:00:00+08:00" if case["is_published"] else None,
        next_due_at=_DUE_AT if number % 2 else None,
        next_near_at=_NEAR_AT if number % 2 else None,
        **duty,
        is_suspended=number % 3 == 0,
        is_correction_due=number % 5 == 0,
        decided_at="2026-01-05T09:00:00+08:00" if is_penalized or ended == "NOT_PENALIZED" else None,
        penalty_kinds=["WARNING"] if is_penalized else [],
        licence_valid_to=case.get("licence_valid_to"),
        service_announced_on=case.get("service_announced_on"),
        revoked_at="2026-01-05T09:00:00+08:00" if case["state"] == "REVOKED" else None,
        **offered,
        **{
            name: case[name]
            for name in (
                *("act_type", "state", "procedure", "legal_review", "hearing_right", "hearing_held", "is_offered"),
            )
        },
    )
    if case["is_annulled"]:
        rows.execute(_ANNULLED, id_, False)
    if case.get("is_revocation_annulled"):
        rows.execute(_ANNULLED, id_, True)
    if case["dispute"]:
        over = {"case_id": id_, "state": case["dispute"]}
        copy_row(rows, "coordination_dispute", f"id = '{key('dispute', 0)}'", id=key("over", number), **over)
    yield "EnforcementCase", id_, case["first"]


def _transfers(rows: Rows) -> Iterator[Placed]:
    for pair, state in itertools.product(range(len(PAIRS)), TransferState):
        # From the county's organs to each other, to the police and back, up from the township and down to it.
        yield "CaseTransfer", key("transfer", pair, state.name), pair in (0, 1, 4, 5, 6, 7, 15)
    for pair in (0, 1, 6):
        # Rejected, and then accepted by somebody else.
        id_, copied = key("rejected before", pair), f"id = '{key('transfer', pair, 'REJECTED')}'"
        gone = {"case_id": key("case", key("transfer", pair, "ACCEPTED")), "created_at": "2020-01-02T09:00:00+08:00"}
        copy_row(rows, "case_transfer", copied, id=id_, **gone)
        yield "CaseTransfer", id_, pair != 6
    for pair, (of, since) in itertools.product(
        (0, 6), (("DISPUTED", now()), ("WITHDRAWN", "2020-01-02T09:00:00+08:00"))
    ):
        # Rejected while another transfer was in dispute, and before one was decided of.
        id_, copied = key(f"rejected beside {of}", pair), f"id = '{key('transfer', pair, 'REJECTED')}'"
        case_id = key("case", key("transfer", pair, of))
        copy_row(rows, "case_transfer", copied, id=id_, case_id=case_id, created_at=since)
        yield "CaseTransfer", id_, pair == 0
    for pair in (0, 1):
        id_, copied = key("left", pair), f"id = '{key('transfer', pair, 'DESIGNATED')}'"
        copy_row(rows, "case_transfer", copied, id=id_, is_left_with_sender=True)
        yield "CaseTransfer", id_, True


def _disputes(rows: Rows) -> Iterator[Placed]:
    for number, ((pair, _), state) in enumerate(itertools.product(enumerate(PAIRS), DisputeState)):
        yield "CoordinationDispute", key("dispute", number), pair in (0, 4, 5, 6)
        copied = f"id = '{key('dispute', number)}'"
        if state.name == "APPLIED":
            asked = {"supplement_asked": "x", "is_supplement_asked": True}
            for variant, values in (("supplemented", asked), ("applicant's", {"is_applied_by_applicant": True})):
                id_ = key(variant, number)
                copy_row(rows, "coordination_dispute", copied, id=id_, **values)
                yield "CoordinationDispute", id_, pair == 0
        if state.name in ("AGREED", "OPINION_ISSUED"):
            id_ = key("designated", number)
            organ = rows.value(f"SELECT applicant_id FROM coordination_dispute WHERE {copied}")
            ended = {"designated_id": organ, "ended_at": "2026-01-20T09:00:00+08:00"}
            copy_row(rows, "coordination_dispute", copied, id=id_, **ended)
            yield "CoordinationDispute", id_, pair == 0
        if state.name == "AGREED":
            # Another transfer of the same sides, which it settled.
            settled = {"case_id": key("case", key("transfer", pair, "WITHDRAWN")), "designated_id": organ}
            ended = {"ended_at": "2026-01-20T09:00:00+08:00"}
            copy_row(rows, "coordination_dispute", copied, id=key("settled", number), **settled, **ended)
        if pair in (0, 6) and state.name != "GOVERNMENT_DECIDED":
            # Withdrawn, or over a case that went elsewhere.
            id_, ended = key("ended", number), {"end_reason": "x", "ended_at": "2026-01-20T09:00:00+08:00"}
            copy_row(rows, "coordination_dispute", copied, id=id_, **ended)
            yield "CoordinationDispute", id_, pair == 0


def _clues(rows: Rows) -> Iterator[Placed]:
    organs = (COUNTY, *MARKET), (COUNTY, "POLICE", "PUBLIC_SECURITY"), (STREET, *TOWNSHIP)
    for organ, state, (finding, reason) in itertools.product(
        organs, CLUES, ((None, None), ("SUBSTANTIATED", None), ("UNSUBSTANTIATED", None), (None, "x"))
    ):
        # Only what is verified has a finding, and only what is open is suspended.
        if (finding and state != "VERIFYING") or (
            reason and not CLUES[state].get("bureau", set()) & {"SUSPEND_HANDLING"}
        ):
            continue
        id_ = key("clue", *organ, state, finding, reason)
        is_assigned = state not in ("RECEIVED", "SCREENED", "TRANSFERRED", "REJECTED")
        copy_row(
            rows,
            "clue",
            f"region_code = '{COUNTY}'",
            id=id_,
            state=state,
            receipt=None,
            finding=finding,
            is_suspended=reason is not None,
            suspension_reason=reason,
            **side("assignee", organ if is_assigned else None),
            **side("transferee", organ if state == "TRANSFERRED" else None),
        )
        yield "Clue", id_, organ[0] == COUNTY and organ[1] == MARKET[0]


def _revisits(rows: Rows) -> Iterator[Placed]:
    drawers = ("JUDICIAL_BUREAU", "", "county-judicial"), (*MARKET, "county-market-legal")
    for (kind, field, visitor), owner, state in itertools.product(drawers, (COUNTY, STREET), REVISITS):
        if owner == STREET and field:
            continue
        account = rows.value("SELECT id FROM account WHERE subject = $1", visitor)
        for is_confirmed in (False, True)[: 1 + (state == "HANDLED")]:
            place = (kind, owner, state, is_confirmed)
            case_id, organ = key("revisited", *place), organization_id(owner, *OWNERS[owner])
            changes = {"organization_id": organ, "region_code": owner, "field": "MARKET_REGULATION"}
            copy_row(rows, "enforcement_case", "published_at IS NULL", id=case_id, number=case_id, **changes)
            copy_row(
                rows,
                "case_revisit",
                f"region_code LIKE '{COUNTY}%'",
                id=key("revisit", *place),
                case_id=case_id,
                state=state,
                assigner_id=organization_id(COUNTY, kind, field),
                visitor_id=None if state == "SAMPLED" else account,
                is_handling_confirmed=is_confirmed,
                **changes,
            )
            yield "CaseRevisit", key("revisit", *place), True


def _linkages(rows: Rows) -> Iterator[Placed]:
    for pair, state in itertools.product((0, 1, 2, 6, 7, 9), LINKAGES):
        id_, (sender, receiver) = key("linked", pair, state), PAIRS[pair]
        sides = {**side("sender", sender), **side("receiver", receiver)}
        case_id = key("case", key("transfer", pair, "DRAFT"))
        copy_row(rows, "linkage", "true", id=id_, state=state, next_due_at=None, **about(rows, case_id), **sides)
        yield "Linkage", id_, pair in (1, 7)


def _duty_items(rows: Rows) -> Iterator[Placed]:
    owners = (COUNTY, MARKET), (COUNTY, ("JUDICIAL_BUREAU", "")), (STREET, TOWNSHIP)
    for (region, owner), state in itertools.product(owners, DUTY_ITEMS):
        id_, of = key("item", *owner, state), organization_id(region, *owner)
        copied = f"organization_id = '{organization_id(COUNTY, *MARKET) if region == STREET else of}'"
        changes = {"organization_id": of, "region_code": region, "edition": 1, "predecessor_id": None}
        # A township's may not be assigned on.
        changes["is_assignable"] = region != STREET
        if region == STREET:
            changes["field"] = None
        copied = f"{copied} AND state = 'PUBLISHED'"
        copy_row(rows, "duty_item", copied, id=id_, code=f"L-{state}", state=state, **changes)
        yield "DutyItem", id_, True


def _duty_assignments(rows: Rows) -> Iterator[Placed]:
    for state in DUTY_ASSIGNMENTS:
        id_ = key("assigned", state)
        taken_back = "2026-10-01" if state == "TAKEN_BACK" else None
        changes = {"state": state, "taken_back_on": taken_back, "duty_code": f"L-{state}"}
        copy_row(rows, "duty_assignment", f"region_code = '{STREET}'", id=id_, **changes)
        yield "DutyAssignment", id_, True


def _explanations() -> Iterator[Placed]:
    for number, end in enumerate(dict.fromkeys(end for pair in PAIRS for end in pair)):
        for state in ExplanationState:
            # The county's department and the township.
            first = end in ((COUNTY, *MARKET), (STREET, *TOWNSHIP))
            yield "SpecialExplanation", key("explanation", number, state.name), first


def _evaluations(rows: Rows) -> Iterator[Placed]:
    for state, is_suspended in itertools.product(EVALUATIONS, (False, True)):
        if not (is_suspended and state in ("ADOPTED", "PUBLISHED")):
            id_ = key("evaluated", state, is_suspended)
            evaluate(rows, id_, COUNTY, "RESEARCH_INSTITUTE", state, is_suspended=is_suspended)
            yield "Evaluation", id_, True


def _certificates(rows: Rows) -> Iterator[Placed]:
    for region, state in itertools.product((COUNTY, STREET), CERTIFICATES):
        id_, of = key("certificate", region, state), organization_id(region, *OWNERS[region])
        copy_row(rows, "certificate", f"organization_id = '{of}'", id=id_, number=f"L-{region}-{state}", state=state)
        yield "Certificate", id_, region == COUNTY
        over = {"valid_from": "2020-01-01", "valid_to": "2025-12-31", "number": f"O-{region}-{state}"}
        copy_row(rows, "certificate", f"id = '{id_}'", id=key("over", region, state), **over)
        yield "Certificate", key("over", region, state), region == COUNTY


def _officers(rows: Rows) -> Iterator[Placed]:
    may_hold = {"in_established_post": True, "examination_passed_on": "2020-05-06", "born_on": "1990-05-20"}
    lacking: list[dict[str, Any]] = [
        {},
        {"in_established_post": False},
        {"examination_passed_on": None},
        {"born_on": "2010-05-20"},
        {"left_on": "2026-01-05"},
    ]
    owners = (COUNTY, MARKET), (COUNTY, ("JUDICIAL_BUREAU", "")), (COUNTY, POLICE), (STREET, TOWNSHIP)
    for (region, owner), (number, changes) in itertools.product(owners, enumerate(lacking)):
        id_, of = key("person", region, *owner, number), organization_id(region, *owner)
        kept = {"organization_id": of, "region_code": region, "field": owner[1] or None, "left_on": None}
        given = {**may_hold, **kept, "account_id": None, "number": f"L-{number}", **changes}
        copy_row(rows, "officer", f"region_code LIKE '{COUNTY}%'", id=id_, **given)
        yield "Officer", id_, region == COUNTY


def _leading_groups(rows: Rows) -> Iterator[Placed]:
    # A government has one group at a time.
    id_ = str(rows.value("SELECT id FROM leading_group WHERE region_code = $1", COUNTY))
    yield "LeadingGroup", id_, True
    dissolved = {"state": "DISSOLVED", "dissolved_on": "2025-12-31"}
    copy_row(rows, "leading_group", f"id = '{id_}'", id=key("dissolved"), **dissolved)
    yield "LeadingGroup", key("dissolved"), True


def _trainings(rows: Rows) -> Iterator[Placed]:
    for (region, organizer), state in itertools.product(
        ((COUNTY, MARKET), (COUNTY, ("JUDICIAL_BUREAU", "")), (STREET, TOWNSHIP)), TRAININGS
    ):
        id_, of = key("training", region, *organizer, state), organization_id(region, *organizer)
        copy_row(rows, "training", f"organization_id = '{of}'", id=id_, state=state)
        yield "Training", id_, organizer != ("JUDICIAL_BUREAU", "")


def _matters(rows: Rows) -> Iterator[Placed]:
    variants: list[tuple[str, dict[str, Any]]] = [
        *((state, {}) for state in MATTERS),
        *((state, {"is_referred": True}) for state in BEFORE_THE_OPINION),
        *((state, {"next_due_at": _DUE_AT}) for state in ("NOTIFIED", "RECTIFYING", "REVIEWED")),
        *((state, {"next_due_at": "2026-03-01T23:59:59+08:00"}) for state in _OVERDUE),
        ("INVESTIGATED", {"informed_id": organization_id("4103", "VERTICAL", "TAX")}),
        ("REVIEWED", {"review_result": "REVOKED"}),
        ("CLOSED", {"review_result": "REVOKED"}),
        ("REVIEWED", {"review_result": "CHANGED", "is_appealed": True}),
    ]
    for (pair, (body, organ)), (number, (state, variant)) in itertools.product(
        enumerate(SUPERVISED), enumerate(variants)
    ):
        id_ = key("supervised", pair, number)
        arbiter = organization_id("4103" if len(body[0]) == 6 else "41", "JUDICIAL_BUREAU")
        changes = {"state": state, "version": 1, "arbiter_id": arbiter, "reviewer_id": organization_id(*body)}
        changes |= {"review_result": "UPHELD"} if state == "REVIEWED" else {}
        matter(rows, id_, body, organ, **{**changes, **variant})
        # Those of the township differ from the county's in who answers only.
        yield "SupervisionMatter", id_, pair == 0 or (pair == 1 and number % 3 == 0)
        if number == 0:
            yield from _documents(rows, key("document", id_), is_first=pair == 0)


def _documents(rows: Rows, one: str, *, is_first: bool) -> Iterator[Placed]:
    for effect, reply in itertools.product(SupervisionEffect, (None, "x")):
        id_ = key(one, effect.name, str(reply))
        copy_row(rows, "supervision_document", f"id = '{one}'", id=id_, number=id_, effect=effect.name, reply=reply)
        yield "SupervisionDocument", id_, is_first


def _society(rows: Rows) -> Iterator[Placed]:
    for bureau, place, login in BUREAUS:
        owner, is_first = {"organization_id": organization_id(bureau, "JUDICIAL_BUREAU")}, bureau == COUNTY
        account = rows.value("SELECT id FROM account WHERE subject = $1", login)
        for state in QUESTIONNAIRES:
            yield "Questionnaire", key("form", bureau, "SURVEY", state), is_first
        for state in INVITATIONS:
            form, id_ = key("form asked", bureau, state), key("invited", bureau, state)
            copied = f"id = '{key('form', bureau, 'SURVEY', 'CLOSED')}'"
            copy_row(rows, "questionnaire", copied, id=form, code=f"I-{state}")
            invited = {"questionnaire_id": form, "account_id": account, "region_code": bureau, "state": state}
            copy_row(rows, "questionnaire_invitation", "true", id=id_, **invited, **owner)
            yield "QuestionnaireInvitation", id_, is_first
        for state in CONTACT_POINTS:
            id_ = key("point", bureau, state)
            point = {"credit_code": f"L{bureau}{state[:3]}", "region_code": place, "account_id": account, **owner}
            copy_row(rows, "contact_point", "true", id=id_, state=state, **point)
            yield "ContactPoint", id_, is_first
        yield from _invited_supervisors(rows, bureau, is_first)


def _invited_supervisors(rows: Rows, bureau: str, is_first: bool) -> Iterator[Placed]:
    owner = {"organization_id": organization_id(bureau, "JUDICIAL_BUREAU"), "region_code": bureau}
    # One application of a person to a bureau is open at a time.
    applicants = {"APPLIED": "finance", "REVIEWED": "evaluator"}
    for state, term_to in itertools.product(INVITED_SUPERVISORS, ("2030-12-31", "2025-12-31")):
        id_, login = key("supervisor", bureau, state, term_to), applicants.get(state, "invited-supervisor")
        if state in applicants and term_to == "2025-12-31":
            continue
        account = rows.value("SELECT id FROM account WHERE subject = $1", login)
        served = {"state": state, "term_from": "2024-01-01", "term_to": term_to, "account_id": account}
        copy_row(rows, "invited_supervisor", "true", id=id_, **served, **owner)
        yield "InvitedSupervisor", id_, is_first
    for state in SUPERVISOR_REPORTS:
        id_ = key("report", bureau, state)
        copy_row(rows, "supervisor_report", "true", id=id_, state=state, **owner)
        yield "SupervisorReport", id_, is_first
