"""Commands on assessments (考核): rules are adopted, sheets drawn up, published, objected to, upheld or revoked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from sqlalchemy import delete, func, literal, or_, select
from sqlmodel import col

from models import (
    Action,
    Assessment,
    AssessmentLine,
    AssessmentRound,
    AssessmentRule,
    AssessmentRuleCriterion,
    AssessmentState,
    DeadlineEvent,
    ErrorCode,
    Fault,
    InvalidValue,
    Organization,
    OrganizationKind,
    Refusal,
    Region,
    SupervisionPower,
)
from models.assessing import measure, score
from models.counting import local_day, moments_of
from models.evaluation_totals import WHOLE
from models.supervision import SUPERVISED_KINDS
from resolvers.commands import clocks
from resolvers.commands.command import command, creates, move
from resolvers.commands.matters import power_over
from resolvers.commands.periods import adopt, last_day
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.assessment import (
        AdoptAssessmentRuleInput,
        AssessmentCriterionInput,
        DrawUpAssessmentInput,
        DrawUpAssessmentsInput,
    )
    from schema.inputs.command import CommandInput, ReasonInput
    from schema.inputs.rule import EndRuleInput

# Of one round; what is more is drawn up by the bureaus below.
MOST_SHEETS = 1_000
# A vertical organ is assessed by its superior, a team with its township's government.
_NOT_ASSESSED = {OrganizationKind.VERTICAL, OrganizationKind.TOWNSHIP_ENFORCEMENT}


class AssessedPeriod(Protocol):
    """An input that names a period."""

    period_from: date
    period_to: date


@creates(AssessmentRule, Action.ADOPT)
async def adopt_assessment_rule(work: UnitOfWork, asked: AdoptAssessmentRuleInput, key: UUID) -> AssessmentRule:
    """Adopt the rule of assessments for a region and level; one of the same that runs ends on the day before."""
    region = await work.read(Region, asked.region_id, "regionId")
    kept = ("level", "legal_basis", "authority", "valid_from")
    rule = AssessmentRule(id=key, region_code=region.code, **{name: getattr(asked, name) for name in kept})
    work.decide(Action.ADOPT, rule)
    criteria = _criteria(rule, asked.criteria)
    await adopt(work, rule, col(AssessmentRule.region_code) == region.code, col(AssessmentRule.level) == asked.level)
    await work.add(rule)
    await work.add(*criteria)
    return rule


def _criteria(rule: AssessmentRule, asked: Sequence[AssessmentCriterionInput]) -> list[AssessmentRuleCriterion]:
    known = set()
    for place, each in enumerate(asked):
        points = each.points_per_item
        of_criterion = Fault.NOT_FOR if points is not None else Fault.NEEDED_FOR
        for field, is_wrong, reason in (
            ("criterion", each.criterion in known, Fault.REPEATED(what=each.criterion)),
            ("weight", not 0 < each.weight <= WHOLE, Fault.NOT_ABOVE(below=0, most=WHOLE)),
            ("pointsPerItem", (points is not None) != each.criterion.is_deducted, of_criterion(what=each.criterion)),
            ("pointsPerItem", points is not None and not 0 < points <= WHOLE, Fault.NOT_ABOVE(below=0, most=WHOLE)),
        ):
            if is_wrong:
                raise InvalidValue(f"criteria.{place}.{field}", reason)
        known.add(each.criterion)
    weights = sum((each.weight for each in asked), Decimal(0))
    if weights != WHOLE:
        raise Refusal(ErrorCode.WEIGHTS_NOT_WHOLE, field="criteria", level=rule.level.chinese, weights=weights)
    return [
        AssessmentRuleCriterion(
            rule_id=rule.id,
            criterion=each.criterion,
            position=place,
            weight=each.weight,
            points_per_item=each.points_per_item,
        )
        for place, each in enumerate(asked, start=1)
    ]


@command(AssessmentRule, Action.END)
async def end_assessment_rule(work: UnitOfWork, rule: AssessmentRule, asked: EndRuleInput) -> None:
    """Put a rule of assessments out of force after a day."""
    rule.valid_to = last_day(work, rule, asked.valid_to)


@creates(Assessment, Action.DRAW_UP)
async def draw_up_assessment(work: UnitOfWork, asked: DrawUpAssessmentInput, key: UUID) -> Assessment:
    """Draw up the sheet of an organ that the bureau supervises, for a period whose last day has come."""
    assessor = await work.read(Organization, asked.assessor_id, "assessorId")
    organ = await work.read(Organization, asked.organization_id, "organizationId")
    assessment = _sheet(assessor, organ, asked, id=key)
    work.decide(Action.DRAW_UP, assessment)
    if power_over(assessor, organ) is not SupervisionPower.ORDER:
        raise Refusal(ErrorCode.NOT_SUPERVISED_HERE, field="organizationId")
    if organ.kind is OrganizationKind.TOWNSHIP_ENFORCEMENT:
        # It counts as one with its township's government.
        raise InvalidValue("organizationId", Fault.COUNTED_WITH_TOWNSHIP)
    _check_period(work, asked)
    lines = await _draw_up(work, assessment)
    await work.add(assessment)
    await work.add(*lines)
    return assessment


@creates(AssessmentRound, Action.DRAW_UP)
async def draw_up_assessments(work: UnitOfWork, asked: DrawUpAssessmentsInput, key: UUID) -> AssessmentRound:
    """Draw up the sheets of every organ of a level that the bureau supervises and that has none of the period yet."""
    assessor = await work.read(Organization, asked.assessor_id, "assessorId")
    made = AssessmentRound(
        id=key,
        assessor_id=assessor.id,
        level=asked.level,
        period_from=asked.period_from,
        period_to=asked.period_to,
        drawn_up_at=work.at,
    )
    work.decide(Action.DRAW_UP, made)
    _check_period(work, asked)
    organs = await _not_assessed(work, assessor, asked)
    if len(organs) > MOST_SHEETS:
        raise InvalidValue("level", Fault.TOO_MANY(count=len(organs), most=MOST_SHEETS))
    await work.add(made)
    for organ in organs:
        sheet = _sheet(assessor, organ, asked, round_id=key)
        try:
            lines = await _draw_up(work, sheet)
        except Refusal as refusal:
            if refusal.code is not ErrorCode.NOTHING_TO_ASSESS:
                raise
            made.not_measured += 1
            continue
        await work.add(sheet)
        await work.add(*lines)
        made.drawn_up += 1
    if not made.drawn_up:
        raise Refusal(ErrorCode.NOTHING_TO_ASSESS, field="level")
    return made


def _sheet(assessor: Organization, organ: Organization, asked: AssessedPeriod, **given: Any) -> Assessment:
    return Assessment(
        assessor_id=assessor.id,
        organization_id=organ.id,
        region_code=organ.region_code,
        field=organ.field,
        level=organ.level,
        # Known once it is drawn up; a rule of the policy speaks of it no more than of the total.
        rule_id=assessor.id,
        period_from=asked.period_from,
        period_to=asked.period_to,
        **given,
    )


def _check_period(work: UnitOfWork, asked: AssessedPeriod) -> None:
    if asked.period_to < asked.period_from:
        raise InvalidValue("periodTo", Fault.BEFORE(day=asked.period_from))
    if local_day(work.at) < asked.period_to:
        raise Refusal(ErrorCode.TOO_EARLY, field="periodTo", since=asked.period_to)


async def _not_assessed(work: UnitOfWork, assessor: Organization, asked: DrawUpAssessmentsInput) -> list[Organization]:
    if assessor.kind is not OrganizationKind.JUDICIAL_BUREAU:
        raise Refusal(ErrorCode.NOT_SUPERVISED_HERE, field="assessorId")
    sheet = select(col(Assessment.id)).where(
        col(Assessment.assessor_id) == assessor.id,
        col(Assessment.organization_id) == col(Organization.id),
        col(Assessment.period_from) == asked.period_from,
        col(Assessment.period_to) == asked.period_to,
        col(Assessment.state) != AssessmentState.REVOKED,
    )
    found = await work.session.scalars(
        select(Organization)
        .where(
            col(Organization.kind).in_(SUPERVISED_KINDS - _NOT_ASSESSED),
            col(Organization.level) == asked.level,
            func.starts_with(col(Organization.region_code), assessor.region_code),
            ~sheet.exists(),
        )
        .order_by(col(Organization.region_code), col(Organization.id))
        .limit(MOST_SHEETS + 1)
    )
    return list(found)


@command(Assessment, Action.DRAW_UP)
async def redraw_assessment(work: UnitOfWork, assessment: Assessment, asked: CommandInput) -> None:
    """Draw a draft up anew, from the facts and the rule as they stand now."""
    lines = await _draw_up(work, assessment)
    await work.session.execute(delete(AssessmentLine).where(col(AssessmentLine.assessment_id) == assessment.id))
    await work.add(*lines)


async def _draw_up(work: UnitOfWork, assessment: Assessment) -> list[AssessmentLine]:
    rule = await _rule(work, assessment)
    of_it = select(AssessmentRuleCriterion).where(col(AssessmentRuleCriterion.rule_id) == rule.id)
    criteria = (await work.session.scalars(of_it.order_by(col(AssessmentRuleCriterion.position)))).all()
    since, until = moments_of(assessment.period_from, assessment.period_to)
    measures = await measure(
        await work.driver(),
        await _counting_as_one(work, assessment.organization_id),
        assessment.region_code,
        (since, min(until, work.at)),
        (assessment.period_from, assessment.period_to),
    )
    scored = score(criteria, measures)
    if not scored:
        raise Refusal(ErrorCode.NOTHING_TO_ASSESS)
    assessment.rule_id, assessment.drawn_up_at = rule.id, work.at
    assessment.total = sum((each.contribution for each in scored), Decimal(0))
    return [
        AssessmentLine(assessment_id=assessment.id, position=place, **vars(each))
        for place, each in enumerate(scored, start=1)
    ]


async def _rule(work: UnitOfWork, assessment: Assessment) -> AssessmentRule:
    assessor = await work.row(Organization, assessment.assessor_id)
    region, valid_to = col(AssessmentRule.region_code), col(AssessmentRule.valid_to)
    in_force = select(AssessmentRule).where(
        col(AssessmentRule.level) == assessment.level,
        func.starts_with(literal(assessor.region_code), region),
        col(AssessmentRule.valid_from) <= assessment.period_to,
        or_(valid_to.is_(None), valid_to >= assessment.period_to),
    )
    nearest = in_force.order_by(func.length(region).desc(), col(AssessmentRule.valid_from).desc()).limit(1)
    rule = (await work.session.scalars(nearest)).first()
    if rule is None:
        raise Refusal(ErrorCode.NO_ASSESSMENT_RULE, field="periodTo")
    return rule


async def _counting_as_one(work: UnitOfWork, organ_id: UUID) -> list[UUID]:
    # A township's government counts as one with its enforcement team.
    team = select(col(Organization.id)).where(
        col(Organization.kind) == OrganizationKind.TOWNSHIP_ENFORCEMENT, col(Organization.government_id) == organ_id
    )
    return [organ_id, *(await work.session.scalars(team)).all()]


@command(Assessment, Action.PUBLISH)
async def publish_assessment(work: UnitOfWork, assessment: Assessment, asked: CommandInput) -> None:
    """Publish a sheet to the organ, its line and its area; it stays as it is from then on."""
    assessment.published_at = work.at


@command(AssessmentRound, Action.PUBLISH)
async def publish_assessments(work: UnitOfWork, made: AssessmentRound, asked: CommandInput) -> None:
    """Publish every sheet of a round that is a draft still."""
    drafts = select(Assessment).where(
        col(Assessment.round_id) == made.id, col(Assessment.state) == AssessmentState.DRAFT
    )
    sheets = (await work.session.scalars(drafts.order_by(col(Assessment.id)).with_for_update(key_share=True))).all()
    for sheet in sheets:
        move(sheet, Action.PUBLISH)
        sheet.published_at = work.at
        await work.notify(Action.PUBLISH, sheet, [sheet.organization_id])
    await clocks.start_for_all(work, sheets, [DeadlineEvent.OBJECT_TO_ASSESSMENT])


@command(Assessment, Action.OBJECT)
async def object_to_assessment(work: UnitOfWork, assessment: Assessment, asked: ReasonInput) -> None:
    """Object to a sheet, as the organ that was assessed."""
    assessment.objection, assessment.objected_at = asked.reason, work.at


@command(Assessment, Action.UPHOLD)
async def uphold_assessment(work: UnitOfWork, assessment: Assessment, asked: ReasonInput) -> None:
    """Uphold a sheet upon the organ's objection, with the reason."""
    assessment.conclusion, assessment.concluded_at = asked.reason, work.at


@command(Assessment, Action.REVOKE)
async def revoke_assessment(work: UnitOfWork, assessment: Assessment, asked: ReasonInput) -> None:
    """Revoke a sheet, with the reason; another can then be drawn up."""
    assessment.conclusion, assessment.concluded_at = asked.reason, work.at
