"""How an assessment is drawn up: what each criterion measures, in one statement, and what that contributes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol
from uuid import UUID

from models.alert_deadlines import among, side_of, turns
from models.assessment_terms import AssessmentCriterion
from models.base import Table
from models.case import EnforcementCase
from models.clock import Deadline
from models.clue import Clue
from models.deadline_terms import DeadlineEvent
from models.evaluation_totals import WHOLE, rounded
from models.revisit import CaseRevisit
from models.revisit_rules import MEASURED
from models.supervision import SupervisionMatter
from models.transfer import CaseTransfer, Linkage

# What a mean of one is shown as, and what one of that is of the 100 points of a score.
_PERCENTAGE, _MARK, _SATISFACTION = (100, 1), (1, 1), (1, 20)
_MEANS: Mapping[AssessmentCriterion, tuple[int, int]] = {
    AssessmentCriterion.EVALUATION: _MARK,
    AssessmentCriterion.REVISIT: _SATISFACTION,
    AssessmentCriterion.FILE_REVIEW: _MARK,
    AssessmentCriterion.RECTIFICATION: _PERCENTAGE,
    AssessmentCriterion.DEADLINE: _PERCENTAGE,
}

# All that is counted the organ itself may read, and everyone in whose area or line it lies: $1 is the organ with those
# that count as one with it, $2 its region; $3–$4 are the moments and $5–$6 the days of the period.
_OF = "{0} = ANY($1) AND starts_with({1}, $2)"
_IN = "{0} >= $3 AND {0} < $4"
# A deadline counts when it is met or passed, whichever is first; one that stands still does neither.
_JUDGED = f"{_IN.format('least(d.ended_at, d.due_at)')} AND (d.ended_at IS NOT NULL OR d.suspended_at IS NULL)"
_STANDS = "m.review_result IS DISTINCT FROM 'REVOKED' AND m.state <> 'TERMINATED'"
# To rectify in time is a criterion of its own.
_COUNTED_APART = DeadlineEvent.RECTIFY
# Of these the deadlines bind the bureau and whoever assigned the revisit.
_OF_OTHERS = (Clue, CaseRevisit)
_TO_PUBLISH = (DeadlineEvent.PUBLISH_PENALTY_OR_LICENCE, DeadlineEvent.PUBLISH_OTHER_ACT)
# What ended in time because its cause fell away was not kept: there was nothing left to do.
_FELL_AWAY: Mapping[type[Table], str] = {
    CaseTransfer: "d.ended_at = w.withdrawn_at",
    Linkage: "w.state = 'WITHDRAWN'",
    SupervisionMatter: "w.state = 'TERMINATED' AND d.ended_at = w.ended_at",
    EnforcementCase: f"""(d.event = '{DeadlineEvent.SERVE_DECISION.name}' AND w.served_at IS NULL
                          AND w.service_announced_on IS NULL
                          OR d.event IN ({among(_TO_PUBLISH)}) AND w.published_at IS NULL)""",
}


def _deadlines() -> Iterator[str]:
    for link, table in Deadline.__part_of__.items():
        if table in _OF_OTHERS:
            continue
        for events, acts, _ in turns(table):
            joined, organ, region, _ = side_of(table, acts)
            fell_away = f"d.ended_at <= d.due_at AND {_FELL_AWAY.get(table, 'false')}"
            yield f"""SELECT d.ended_at <= d.due_at AS is_met
                FROM {table.__tablename__} w JOIN deadline d ON d.{link} = w.id {joined}
                WHERE {_OF.format(organ, region)} AND {_JUDGED} AND d.event <> '{_COUNTED_APART.name}'{events}
                  AND ({fell_away}) IS NOT TRUE"""


_MEASURES: Mapping[AssessmentCriterion, str] = {
    AssessmentCriterion.EVALUATION: """
        SELECT sum(s.total), count(*)
        FROM evaluation_subject s JOIN evaluation e ON e.id = s.evaluation_id
        WHERE s.organization_id = ANY($1) AND s.is_published AND e.period_to BETWEEN $5 AND $6""",
    AssessmentCriterion.REVISIT: f"""
        SELECT sum(r.satisfaction), count(*) FROM ({MEASURED}) r
        WHERE {_OF.format("r.visible_organization_id", "r.region_code")} AND {_IN.format("r.visited_at")}""",
    AssessmentCriterion.FILE_REVIEW: f"""
        SELECT sum(r.score) FILTER (WHERE NOT r.has_failed), count(*) FROM case_file_review r
        WHERE {_OF.format("r.organization_id", "r.region_code")} AND r.reviewed_on BETWEEN $5 AND $6
          AND NOT EXISTS (SELECT FROM organization own WHERE own.id = r.reviewer_id AND own.department_id = ANY($1))""",
    AssessmentCriterion.SUPERVISION: f"""
        SELECT count(*) FILTER (WHERE {_STANDS}), count(*) FROM supervision_matter m
        WHERE {_OF.format("m.visible_organization_id", "m.region_code")} AND {_IN.format("m.opinion_issued_at")}
          AND EXISTS (SELECT FROM supervision_document d
                      WHERE d.matter_id = m.id AND d.effect IN ('CORRECT', 'ORDER'))""",
    AssessmentCriterion.RECTIFICATION: f"""
        SELECT count(*) FILTER (WHERE d.ended_at <= d.due_at), count(*)
        FROM supervision_matter m JOIN deadline d ON d.matter_id = m.id
        WHERE {_OF.format("m.visible_organization_id", "m.region_code")} AND d.event = 'RECTIFY' AND {_JUDGED}
          AND {_STANDS}""",
    AssessmentCriterion.DEADLINE: f"""
        SELECT count(*) FILTER (WHERE is_met), count(*) FROM ({" UNION ALL ".join(_deadlines())}) judged""",
    AssessmentCriterion.ACCOUNTABILITY: f"""
        SELECT sum(r.points), count(*) FROM accountability_record r
        WHERE {_OF.format("r.organization_id", "r.region_code")} AND r.decided_on BETWEEN $5 AND $6
          AND NOT EXISTS (SELECT FROM supervision_matter m
                          WHERE m.id = r.matter_id AND m.review_result = 'REVOKED')""",
    AssessmentCriterion.SHIRKING: f"""
        SELECT count(*) FILTER (WHERE d.designated_id = t.receiver_id
                                  AND d.state IN ('OPINION_ISSUED', 'GOVERNMENT_DECIDED')), count(*)
        FROM case_transfer t JOIN coordination_dispute d ON d.transfer_id = t.id
        WHERE {_OF.format("t.visible_receiver_id", "t.visible_receiver_region_code")}
          AND d.designated_id IS NOT NULL AND {_IN.format("d.ended_at")}""",
}
_MEASURE = "\nUNION ALL\n".join(
    f"SELECT '{criterion.name}' AS criterion, coalesce(m.total, 0)::numeric AS total, m.sample::integer"
    f" FROM ({measure}) AS m (total, sample)"
    for criterion, measure in _MEASURES.items()
)


class RuleCriterion(Protocol):
    """A criterion of a rule."""

    @property
    def criterion(self) -> AssessmentCriterion:
        """What is measured."""

    @property
    def weight(self) -> Decimal:
        """0–100."""

    @property
    def points_per_item(self) -> Decimal | None:
        """What an item costs of 100; None where nothing is deducted."""


@dataclass(frozen=True)
class Measured:
    """The sum of what was measured, and of how many rows."""

    total: Decimal
    sample: int


@dataclass(frozen=True)
class Scored:
    """What a criterion came to; ``models.assessment.AssessmentLine`` says in which units."""

    criterion: AssessmentCriterion
    weight: Decimal
    points_per_item: Decimal | None
    value: Decimal | None
    sample: int
    score: Decimal | None
    effective_weight: Decimal
    contribution: Decimal


async def measure(
    connection: Any,
    organs: Collection[UUID],
    region_code: str,
    moments: tuple[datetime, datetime],
    days: tuple[date, date],
) -> dict[AssessmentCriterion, Measured]:
    """Measure every criterion for organs that count as one, between two moments and from one day to another."""
    found = await connection.fetch(_MEASURE, list(organs), region_code, *moments, *days)
    return {AssessmentCriterion[row["criterion"]]: Measured(row["total"], row["sample"]) for row in found}


def score(criteria: Sequence[RuleCriterion], measures: Mapping[AssessmentCriterion, Measured]) -> list[Scored]:
    """What each criterion contributes, in the order given; nothing if there is nothing to measure at all.

    Contributions add up to the total, and effective weights to 100, to the last place.
    """
    found = [_value_and_score(each, measures[each.criterion]) for each in criteria]
    scores = [mark for _, mark in found]
    measured = sum((each.weight for each, mark in zip(criteria, scores, strict=True) if mark is not None), Decimal(0))
    if not measured:
        return []
    shares = [
        Fraction(0) if mark is None else Fraction(each.weight) / Fraction(measured)
        for each, mark in zip(criteria, scores, strict=True)
    ]
    weights = apportioned([share * 100 for share in shares])
    contributions = apportioned([share * Fraction(mark or 0) for share, mark in zip(shares, scores, strict=True)])
    return [
        Scored(
            each.criterion,
            each.weight,
            each.points_per_item,
            value,
            measures[each.criterion].sample,
            mark,
            weight,
            contribution,
        )
        for each, (value, mark), weight, contribution in zip(criteria, found, weights, contributions, strict=True)
    ]


def _value_and_score(each: RuleCriterion, measured: Measured) -> tuple[Decimal | None, Decimal | None]:
    if each.points_per_item is not None:
        return measured.total, max(Decimal(0), rounded(Fraction(WHOLE - each.points_per_item * measured.total)))
    if not measured.sample:
        return None, None
    shown_as, worth = _MEANS[each.criterion]
    value = Fraction(measured.total) * shown_as / measured.sample
    return rounded(value), rounded(value * worth)


def apportioned(exact: Sequence[Fraction]) -> list[Decimal]:
    """Fractions with two places that add up to their sum with two places: the largest remainders are rounded up."""
    cents = [int(each * 100) for each in exact]
    left = int(rounded(sum(exact, Fraction(0))) * 100) - sum(cents)
    by_remainder = sorted(range(len(exact)), key=lambda place: cents[place] - exact[place] * 100)
    for place in by_remainder[:left]:
        cents[place] += 1
    return [Decimal(each).scaleb(-2) for each in cents]
