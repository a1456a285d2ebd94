"""Commands on evaluations: commissioned, adopted and published by the bureau, scored and submitted by the evaluator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from models import (
    Action,
    ErrorCode,
    Evaluation,
    EvaluationIndicator,
    EvaluationKind,
    EvaluationScore,
    EvaluationSubject,
    Fault,
    IndicatorBasis,
    InvalidValue,
    Organization,
    OrganizationKind,
    Questionnaire,
    QuestionnairePurpose,
    Refusal,
    Region,
    SampledCase,
    SupervisionContent,
    SupervisionMode,
    SupervisionOrigin,
)
from models.base import uuid7
from models.counting import local_day
from models.evaluation import MOST_INDICATORS
from models.evaluation_totals import WHOLE, ranks, shares, tells_of_many, total, uneven_levels
from models.supervision import SUPERVISED_KINDS
from resolvers.commands.command import command, creates
from resolvers.commands.files import stored_file
from resolvers.commands.matters import Stated, SupervisedObject, new_matter, open_matter
from resolvers.commands.sampling import add_copy, draw_cases, draw_fields
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.command import CommandInput, ReasonInput
    from schema.inputs.evaluation import (
        AddSampledCopyInput,
        CommissionEvaluationInput,
        DrawEvaluationSampleInput,
        IndicatorInput,
        ScoreEvaluationInput,
        ScoreInput,
        SubmitEvaluationInput,
    )

_EVALUATORS = frozenset({OrganizationKind.RESEARCH_INSTITUTE, OrganizationKind.SURVEY_AGENCY})
_MOST_REGIONS = 50
_MOST_SCORES = 200
_LONGEST_CODE = 20
_LONGEST_SEED = 100


@creates(Evaluation, Action.COMMISSION)
async def commission_evaluation(work: UnitOfWork, asked: CommissionEvaluationInput, key: UUID) -> Evaluation:
    """Commission an evaluation of what lies in the bureau's area."""
    commissioner = await work.read(Organization, asked.commissioner_id, "commissionerId")
    evaluator = await work.read(Organization, asked.evaluator_id, "evaluatorId")
    evaluation = Evaluation(
        id=key,
        title=asked.title,
        kind=asked.kind,
        commissioner_id=commissioner.id,
        evaluator_id=evaluator.id,
        region_codes=await _regions(work, asked.region_ids, commissioner),
        fields=[field.name for field in dict.fromkeys(asked.fields or [])],
        period_from=asked.period_from,
        period_to=asked.period_to,
        created_at=work.at,
    )
    work.decide(Action.COMMISSION, evaluation)
    if evaluator.kind not in _EVALUATORS:
        raise Refusal(ErrorCode.NO_EVALUATOR, field="evaluatorId")
    if asked.period_to < asked.period_from:
        raise InvalidValue("periodTo", Fault.BEFORE(day=asked.period_from))
    if asked.sample_seed is not None:
        _check_seed(work, asked.sample_seed, asked.period_to)
        evaluation.sample_seed = asked.sample_seed
    if asked.questionnaire_id is not None:
        evaluation.questionnaire_id = await _poll(work, asked.questionnaire_id, evaluation)
    indicators = _tree(key, asked.kind, asked.indicators)
    await work.add(evaluation)
    await work.add(*indicators)
    return evaluation


def _check_seed(work: UnitOfWork, seed: str, period_to: date) -> None:
    if not 1 <= len(seed.strip()) <= _LONGEST_SEED:
        raise InvalidValue("sampleSeed", Fault.LENGTH_NOT_WITHIN(least=1, most=_LONGEST_SEED))
    # Who knows which cases there are could try seeds until the sample pleases.
    if period_to < local_day(work.at):
        raise InvalidValue("sampleSeed", Fault.NOT_PAST(day=local_day(work.at)))


async def _poll(work: UnitOfWork, questionnaire_id: str, evaluation: Evaluation) -> UUID:
    poll = await work.read(Questionnaire, questionnaire_id, "questionnaireId")
    is_poll = poll.purpose is QuestionnairePurpose.POLL and evaluation.kind is EvaluationKind.POLL
    if not is_poll or poll.organization_id != evaluation.commissioner_id:
        raise InvalidValue("questionnaireId", Fault.POLL_OF_BUREAU)
    return poll.id


async def _regions(work: UnitOfWork, region_ids: Sequence[str], commissioner: Organization) -> list[str]:
    if not 1 <= len(region_ids) <= _MOST_REGIONS:
        raise InvalidValue("regionIds", Fault.COUNT_NOT_WITHIN(least=1, most=_MOST_REGIONS))
    codes = set()
    for place, region_id in enumerate(region_ids):
        region = await work.read(Region, region_id, f"regionIds.{place}")
        if not region.code.startswith(commissioner.region_code):
            raise Refusal(ErrorCode.OUTSIDE_OF_AREA, field=f"regionIds.{place}", what=region.name)
        codes.add(region.code)
    return sorted(codes)


def _tree(key: UUID, kind: EvaluationKind, asked: Sequence[IndicatorInput]) -> list[EvaluationIndicator]:
    if not 1 <= len(asked) <= MOST_INDICATORS:
        raise InvalidValue("indicators", Fault.COUNT_NOT_WITHIN(least=1, most=MOST_INDICATORS))
    tree: dict[str, EvaluationIndicator] = {}
    parents = {each.parent_code for each in asked}
    for place, each in enumerate(asked):
        argument = f"indicators.{place}"
        if len(each.code) > _LONGEST_CODE or each.code in tree:
            repeated, too_long = Fault.REPEATED(what=each.code), Fault.LENGTH_NOT_WITHIN(least=1, most=_LONGEST_CODE)
            reason = repeated if each.code in tree else too_long
            raise InvalidValue(f"{argument}.code", reason)
        # Whatever stands above is named before, so that no indicator stands below itself.
        if each.parent_code is not None and each.parent_code not in tree:
            raise InvalidValue(f"{argument}.parentCode", Fault.NOT_A_BRANCH)
        weight = _of_hundred(each.weight, f"{argument}.weight")
        if weight == 0:
            raise InvalidValue(f"{argument}.weight", Fault.NOT_ABOVE(below=0, most=WHOLE))
        if (each.basis is None) != (each.code in parents):
            raise InvalidValue(f"{argument}.basis", Fault.LEAF_ONLY)
        tree[each.code] = EvaluationIndicator(
            evaluation_id=key,
            code=each.code,
            position=place + 1,
            parent_code=each.parent_code,
            name=each.name,
            weight=weight,
            basis=each.basis,
        )
    for level, weights in uneven_levels(tree.values()).items():
        raise Refusal(ErrorCode.WEIGHTS_NOT_WHOLE, field="indicators", level=level, weights=weights)
    by_case = any(each.basis is IndicatorBasis.SAMPLED_CASE for each in tree.values())
    if by_case == (kind is EvaluationKind.POLL):
        reason = Fault.NONE_OF(allowed=IndicatorBasis.SUBJECT if by_case else IndicatorBasis.SAMPLED_CASE)
        raise InvalidValue("indicators", reason)
    return list(tree.values())


def _of_hundred(value: Decimal, argument: str) -> Decimal:
    if not 0 <= value <= WHOLE:
        raise InvalidValue(argument, Fault.NOT_WITHIN(least=0, most=WHOLE))
    return value


@command(Evaluation, Action.DRAW_SAMPLE)
async def draw_evaluation_sample(work: UnitOfWork, evaluation: Evaluation, asked: DrawEvaluationSampleInput) -> None:
    """Draw the cases of the scope in an order that the seed fixes, and de-identify them; of a poll, its fields."""
    evaluation.sampled_at = work.at
    if evaluation.kind is EvaluationKind.POLL:
        await draw_fields(work, evaluation)
    else:
        await draw_cases(work, evaluation, asked.size, asked.per_organization)


@command(Evaluation, Action.ADD_COPY)
async def add_sampled_copy(work: UnitOfWork, evaluation: Evaluation, asked: AddSampledCopyInput) -> None:
    """Add a copy of one of a sampled case's files, which the evaluator can download while its commission runs."""
    case = await work.read(SampledCase, asked.sampled_case_id, "sampledCaseId")
    if case.evaluation_id != evaluation.id:
        raise Refusal(ErrorCode.NOT_FOUND, field="sampledCaseId")
    await add_copy(work, case, await stored_file(work, asked.file_id, evaluation.commissioner_id, "fileId"))


@command(Evaluation, Action.SCORE)
async def score_evaluation(work: UnitOfWork, evaluation: Evaluation, asked: ScoreEvaluationInput) -> None:
    """Enter scores, or others in the place of those before."""
    if not 1 <= len(asked.scores) <= _MOST_SCORES:
        raise InvalidValue("scores", Fault.COUNT_NOT_WITHIN(least=1, most=_MOST_SCORES))
    indicators = {each.code: each for each in await _indicators(work, evaluation)}
    known = {
        (score.indicator_code, score.sampled_case_id or score.subject_id): score
        for score in await _scores(work, evaluation)
    }
    for place, each in enumerate(asked.scores):
        argument = f"scores.{place}"
        value = _of_hundred(each.value, f"{argument}.value")
        indicator = indicators.get(each.indicator_code)
        if indicator is None or indicator.basis is None:
            raise InvalidValue(f"{argument}.indicatorCode", Fault.SCORED_AT_LEAF)
        scored = await _scored(work, evaluation, indicator.basis, each, argument)
        score = known.get((indicator.code, scored.id))
        if score is None:
            is_case = isinstance(scored, SampledCase)
            score = EvaluationScore(
                evaluation_id=evaluation.id,
                indicator_code=indicator.code,
                sampled_case_id=scored.id if is_case else None,
                subject_id=None if is_case else scored.id,
                value=value,
            )
            known[indicator.code, scored.id] = score
            work.session.add(score)
        score.value, score.remark = value, each.remark
    await work.flush()


async def _scored(
    work: UnitOfWork, evaluation: Evaluation, basis: IndicatorBasis, asked: ScoreInput, argument: str
) -> SampledCase | EvaluationSubject:
    model: type[SampledCase | EvaluationSubject]
    if basis is IndicatorBasis.SAMPLED_CASE:
        name, model, given, other = "sampledCaseId", SampledCase, asked.sampled_case_id, asked.subject_id
    else:
        name, model, given, other = "subjectId", EvaluationSubject, asked.subject_id, asked.sampled_case_id
    if given is None or other is not None:
        raise InvalidValue(f"{argument}.{name}", Fault.ONLY_GIVEN(name=name, basis=basis))
    scored = await work.read(model, given, f"{argument}.{name}")
    if scored.evaluation_id != evaluation.id:
        raise Refusal(ErrorCode.NOT_FOUND, field=f"{argument}.{name}")
    return scored


async def _indicators(work: UnitOfWork, evaluation: Evaluation) -> Sequence[EvaluationIndicator]:
    of_it = select(EvaluationIndicator).where(col(EvaluationIndicator.evaluation_id) == evaluation.id)
    return (await work.session.scalars(of_it.order_by(col(EvaluationIndicator.position)))).all()


async def _scores(work: UnitOfWork, evaluation: Evaluation) -> Sequence[EvaluationScore]:
    of_it = select(EvaluationScore).where(col(EvaluationScore.evaluation_id) == evaluation.id)
    return (await work.session.scalars(of_it)).all()


async def _subjects(work: UnitOfWork, evaluation: Evaluation) -> Sequence[EvaluationSubject]:
    of_it = select(EvaluationSubject).where(col(EvaluationSubject.evaluation_id) == evaluation.id)
    return (
        await work.session.scalars(of_it.order_by(col(EvaluationSubject.place)).with_for_update(key_share=True))
    ).all()


@command(Evaluation, Action.SUBMIT_EVALUATION)
async def submit_evaluation(work: UnitOfWork, evaluation: Evaluation, asked: SubmitEvaluationInput) -> None:
    """Submit the report: nothing may be left to score, and what was scored becomes totals and ranks."""
    indicators, subjects = await _indicators(work, evaluation), await _subjects(work, evaluation)
    values = await _values(work, evaluation, indicators, subjects)
    share = shares(indicators)
    totals = {subject.id: total(share, values[subject.id]) for subject in subjects}
    # Between two ranks that are published, one that is not would be known to a point.
    rank = ranks({subject.id: totals[subject.id] for subject in subjects if tells_of_many(subject.sampled)})
    ordered = sorted(subjects, key=lambda subject: (rank.get(subject.id, len(subjects)), subject.place))
    for place, subject in enumerate(ordered, start=1):
        subject.total, subject.rank, subject.place = totals[subject.id], rank.get(subject.id), place
    evaluation.report, evaluation.submitted_at = asked.report, work.at


async def _values(
    work: UnitOfWork,
    evaluation: Evaluation,
    indicators: Sequence[EvaluationIndicator],
    subjects: Sequence[EvaluationSubject],
) -> dict[UUID, dict[str, list[Decimal]]]:
    """Every score by subject and indicator, of which none is missing."""
    sampled = select(col(SampledCase.id), col(SampledCase.subject_id)).where(
        col(SampledCase.evaluation_id) == evaluation.id
    )
    cases = (await work.session.execute(sampled.order_by(col(SampledCase.place)))).all()
    scored = {
        (score.indicator_code, score.sampled_case_id or score.subject_id): score.value
        for score in await _scores(work, evaluation)
    }
    values: dict[UUID, dict[str, list[Decimal]]] = defaultdict(lambda: defaultdict(list))
    for indicator in indicators:
        if indicator.basis is not None:
            by_case = indicator.basis is IndicatorBasis.SAMPLED_CASE
            for key, subject_id in cases if by_case else [(subject.id, subject.id) for subject in subjects]:
                values[subject_id][indicator.code].append(scored[indicator.code, key])
    return values


@command(Evaluation, Action.ADOPT_EVALUATION)
async def adopt_evaluation(work: UnitOfWork, evaluation: Evaluation, asked: CommandInput) -> None:
    """Adopt the result, which ends the commission; a poll drafts a special supervision of the worst field."""
    evaluation.adopted_at = work.at
    if evaluation.kind is EvaluationKind.POLL:
        evaluation.worst_field = (await _subjects(work, evaluation))[-1].field
        evaluation.matter_id = await _draft_supervision(work, evaluation)


async def _draft_supervision(work: UnitOfWork, evaluation: Evaluation) -> UUID | None:
    """A matter at the commissioner about its own level's organ of the worst field, if none is open for the like."""
    bureau, field = await work.row(Organization, evaluation.commissioner_id), evaluation.worst_field
    organs = select(Organization).where(
        col(Organization.region_code) == bureau.region_code,
        col(Organization.field) == field,
        col(Organization.kind).in_(SUPERVISED_KINDS),
    )
    organ = (await work.session.scalars(organs.order_by(col(Organization.id)))).first()
    if organ is None or field is None:
        return None
    # Whoever reads the matter is told nothing of an evaluation that is not published.
    stated = Stated(SupervisionContent.CONDUCT_QUALITY, f"{field.chinese}领域行政执法专项监督", facts=None)
    matter = new_matter(uuid7(), bureau, SupervisedObject(organ), stated)
    matter.mode, matter.origin = SupervisionMode.SPECIAL, SupervisionOrigin.POLL
    try:
        await open_matter(work, matter)
    except Refusal as refusal:
        if refusal.code not in (ErrorCode.MATTER_CONFLICT, ErrorCode.MATTER_OPEN):
            raise
        return None
    return matter.id


@command(Evaluation, Action.PUBLISH)
async def publish_evaluation(work: UnitOfWork, evaluation: Evaluation, asked: CommandInput) -> None:
    """Publish the report, with the totals and ranks that do not tell of single cases."""
    evaluation.published_at = work.at
    for subject in await _subjects(work, evaluation):
        subject.is_published = tells_of_many(subject.sampled)


@command(Evaluation, Action.SUSPEND_COMMISSION)
async def suspend_commission(work: UnitOfWork, evaluation: Evaluation, asked: ReasonInput) -> None:
    """Suspend the commission: its evaluator sees nothing of it."""
    evaluation.is_suspended, evaluation.suspension_reason = True, asked.reason


@command(Evaluation, Action.RESUME_COMMISSION)
async def resume_commission(work: UnitOfWork, evaluation: Evaluation, asked: CommandInput) -> None:
    """Let the commission run on, with the sample as it was drawn."""
    evaluation.is_suspended, evaluation.suspension_reason = False, None
