"""The sample of an evaluation: which cases are drawn, and what of them an evaluator is shown."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Hashable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Text, cast, func, literal_column, or_, select
from sqlmodel import col

from models import (
    CaseDocument,
    CaseOfficer,
    EnforcementCase,
    EnforcementField,
    ErrorCode,
    Evaluation,
    EvaluationSubject,
    Evidence,
    Fault,
    InvalidValue,
    Officer,
    Organization,
    PartyKind,
    Questionnaire,
    QuestionnaireResult,
    QuestionnaireState,
    Refusal,
    SampledCase,
    SampledCopy,
    SampledFact,
    SampledOriginal,
    SampledPaper,
    StoredFile,
    Table,
)
from models.anonymity import ENDED_ON, KEPT, Crowds
from models.base import uuid7
from models.case_rules import ENDED_STATES
from models.counting import local_day
from models.evaluation import MOST_COPIES, MOST_PAPERS, MOST_SAMPLED
from models.evaluation_terms import duration_band, fine_band
from resolvers.commands.unit_of_work import UnitOfWork

_SEED_BYTES = 16
_PSEUDONYM_BYTES = 4
_IS_ORIGINAL = """
SELECT EXISTS (
    SELECT FROM stored_file f
    JOIN (SELECT case_id, file_id FROM evidence
          UNION ALL SELECT case_id, file_id FROM case_document
          UNION ALL SELECT t.case_id, a.file_id FROM transfer_attachment a JOIN case_transfer t ON t.id = a.transfer_id
         ) held ON held.file_id = f.id
    JOIN enforcement_case c ON c.id = held.case_id
    WHERE f.sha256 = $1 AND starts_with(c.region_code, $2))
"""


async def draw_fields(work: UnitOfWork, evaluation: Evaluation) -> None:
    """Make the fields that a poll is about its subjects: of those named, the ones that were voted on."""
    fields = [EnforcementField[name] for name in evaluation.fields] or list(EnforcementField)
    if evaluation.questionnaire_id is not None:
        voted = await _voted_on(work, evaluation.questionnaire_id)
        fields = [field for field in voted if field in fields]
        if not fields:
            raise Refusal(ErrorCode.SAMPLE_EMPTY)
    await work.add(*(_subject(evaluation, place, field=field) for place, field in enumerate(fields, start=1)))


async def _voted_on(work: UnitOfWork, questionnaire_id: UUID) -> list[EnforcementField]:
    poll = await work.row(Questionnaire, questionnaire_id)
    if poll.state is not QuestionnaireState.CLOSED:
        raise Refusal(ErrorCode.POLL_NOT_CLOSED)
    results = select(col(QuestionnaireResult.field)).where(col(QuestionnaireResult.questionnaire_id) == poll.id)
    ordered = results.order_by(col(QuestionnaireResult.question), col(QuestionnaireResult.option))
    return list(dict.fromkeys(field for field in await work.session.scalars(ordered) if field is not None))


async def draw_cases(work: UnitOfWork, evaluation: Evaluation, size: int | None, per_organization: int | None) -> None:
    """Draw so many ended cases of the scope, of each organ so many at most, and keep of them what may be shown."""
    if size is None or not 1 <= size <= MOST_SAMPLED:
        raise InvalidValue("size", Fault.NOT_WITHIN(least=1, most=MOST_SAMPLED))
    if per_organization is not None and not 1 <= per_organization <= MOST_SAMPLED:
        raise InvalidValue("perOrganization", Fault.NOT_WITHIN(least=1, most=MOST_SAMPLED))
    evaluation.sample_seed = evaluation.sample_seed or secrets.token_hex(_SEED_BYTES)
    cases = await _drawn(work, evaluation, size, per_organization or size)
    if not cases:
        raise Refusal(ErrorCode.SAMPLE_EMPTY)
    evaluation.sampled = len(cases)
    subjects = await _organs(work, evaluation, cases)
    await work.add(*subjects.values())
    await _keep(work, evaluation, cases, subjects)


async def _drawn(
    work: UnitOfWork, evaluation: Evaluation, size: int, per_organization: int
) -> Sequence[EnforcementCase]:
    case = EnforcementCase
    # The order is that of a digest of seed and key, so whoever has the seed draws the same cases in the same order.
    digest = func.sha256(func.convert_to(func.concat(evaluation.sample_seed, ":", cast(col(case.id), Text)), "UTF8"))
    ended_on = literal_column(ENDED_ON, Date)
    # Codes of one length at a time, which the indexes of areas are for.
    within = [
        func.left(col(case.region_code), length).in_(list(codes))
        for length, codes in groupby(sorted(evaluation.region_codes, key=len), key=len)
    ]
    conditions = [
        or_(*within),
        col(case.state).in_(ENDED_STATES),
        ended_on.between(evaluation.period_from, evaluation.period_to),
    ]
    if evaluation.fields:
        conditions.append(col(case.field).in_([EnforcementField[name] for name in evaluation.fields]))
    found = select(col(case.id).label("id"), col(case.organization_id).label("organ"), digest.label("place"))
    scope = found.where(*conditions).subquery("scope")
    nth = func.row_number().over(partition_by=scope.c.organ, order_by=(scope.c.place, scope.c.id)).label("nth")
    numbered = select(scope.c.id, scope.c.place, nth).subquery("numbered")
    drawn = select(EnforcementCase).join(numbered, numbered.c.id == col(case.id))
    ordered = drawn.where(numbered.c.nth <= per_organization).order_by(numbered.c.place, numbered.c.id).limit(size)
    return (await work.session.scalars(ordered)).all()


async def _organs(
    work: UnitOfWork, evaluation: Evaluation, cases: Sequence[EnforcementCase]
) -> dict[UUID, EvaluationSubject]:
    counted: dict[UUID, int] = defaultdict(int)
    for case in cases:
        counted[case.organization_id] += 1
    organs = select(col(Organization.id)).where(col(Organization.id).in_(counted))
    ordered = organs.order_by(col(Organization.region_code), col(Organization.name), col(Organization.id))
    return {
        organ: _subject(evaluation, place, organization_id=organ, sampled=counted[organ])
        for place, organ in enumerate((await work.session.scalars(ordered)).all(), start=1)
    }


def _subject(
    evaluation: Evaluation,
    place: int,
    *,
    organization_id: UUID | None = None,
    field: EnforcementField | None = None,
    sampled: int = 0,
) -> EvaluationSubject:
    return EvaluationSubject(
        id=uuid7(),
        evaluation_id=evaluation.id,
        commissioner_id=evaluation.commissioner_id,
        place=place,
        organization_id=organization_id,
        field=field,
        sampled=sampled,
    )


async def _keep(
    work: UnitOfWork,
    evaluation: Evaluation,
    cases: Sequence[EnforcementCase],
    subjects: dict[UUID, EvaluationSubject],
) -> None:
    keys = [case.id for case in cases]
    officers = select(CaseOfficer).where(col(CaseOfficer.case_id).in_(keys)).order_by(col(CaseOfficer.officer_id))
    handled: dict[UUID, list[UUID]] = defaultdict(list)
    for officer in await work.session.scalars(officers):
        handled[officer.case_id].append(officer.officer_id)
    papers = await _papers(work, keys)
    period = evaluation.period_from, evaluation.period_to
    crowds = await Crowds.counted(await work.driver(), subjects.keys(), *period)
    people = _Pseudonyms()
    parts: list[Table] = []
    for place, case in enumerate(cases, start=1):
        shown = {
            **{name: getattr(case, name) for name in KEPT},
            "decided_within": duration_band(_days(case.filed_at or case.registered_at, case.decided_at)),
            "served_within": duration_band(_days(case.decided_at, case.served_at)),
            "fine": fine_band(case.penalty_amount),
        }
        withheld = crowds.withheld(shown)
        named = [] if SampledFact.PROCEDURE in withheld else handled[case.id]
        sampled = SampledCase(
            id=uuid7(),
            evaluation_id=evaluation.id,
            commissioner_id=evaluation.commissioner_id,
            place=place,
            subject_id=subjects[case.organization_id].id,
            party_pseudonym=people.of("当事人", _party(case)),
            officer_pseudonyms=sorted(people.of("执法人员", officer) for officer in named),
            withheld=[fact.name for fact in withheld],
            **{name: value for name, value in shown.items() if name not in {fact.column for fact in withheld}},
        )
        work.session.add(sampled)
        parts.append(SampledOriginal(sampled_case_id=sampled.id, case_id=case.id))
        for position, paper in enumerate([] if withheld else papers[case.id][:MOST_PAPERS], start=1):
            parts.append(SampledPaper(sampled_case_id=sampled.id, position=position, **paper))
    await work.flush()
    await work.add(*parts)


def _party(case: EnforcementCase) -> Hashable:
    # What is published names enterprises: two cases under one pseudonym would be sought there as two of one enterprise.
    is_named = case.party_kind is not PartyKind.PERSON
    return case.id if is_named else case.party_id_number_index or case.party_name


async def _papers(work: UnitOfWork, keys: list[UUID]) -> dict[UUID, list[dict[str, Any]]]:
    found: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    documents = select(CaseDocument).where(col(CaseDocument.case_id).in_(keys))
    for document in await work.session.scalars(documents.order_by(col(CaseDocument.issued_on), col(CaseDocument.id))):
        found[document.case_id].append({"document": document.kind})
    evidence = select(Evidence).where(col(Evidence.case_id).in_(keys))
    for piece in await work.session.scalars(evidence.order_by(col(Evidence.collected_on), col(Evidence.id))):
        found[piece.case_id].append({"evidence": piece.kind})
    return found


async def add_copy(work: UnitOfWork, sampled: SampledCase, file: StoredFile) -> None:
    """Put a file beside a sampled case.  Raises ``Refusal`` where it is an original, or its name tells whose it is."""
    # The same content under another name is no copy; of cases outside of the bureau's area nothing is told.
    if await (await work.driver()).fetchval(_IS_ORIGINAL, file.sha256, file.region_code):
        raise Refusal(ErrorCode.COPY_IS_ORIGINAL, field="fileId")
    if any(word in file.name for word in await _telling(work, sampled)):
        raise Refusal(ErrorCode.COPY_NAMES_SOMEONE, field="fileId")
    known = select(col(SampledCopy.file_id)).where(col(SampledCopy.sampled_case_id) == sampled.id)
    files = (await work.session.scalars(known)).all()
    if file.id in files or len(files) >= MOST_COPIES:
        repeated = file.id in files
        reason = Fault.SAME_FILE() if repeated else Fault.TOO_MANY(count=len(files) + 1, most=MOST_COPIES)
        raise InvalidValue("fileId", reason)
    await work.add(SampledCopy(sampled_case_id=sampled.id, position=len(files) + 1, file_id=file.id))


async def _telling(work: UnitOfWork, sampled: SampledCase) -> list[str]:
    of_it = select(col(SampledOriginal.case_id)).where(col(SampledOriginal.sampled_case_id) == sampled.id)
    case = await work.row(EnforcementCase, (await work.session.scalars(of_it)).one())
    handled = select(Officer).join(CaseOfficer, col(CaseOfficer.officer_id) == col(Officer.id))
    officers = (await work.session.scalars(handled.where(col(CaseOfficer.case_id) == case.id))).all()
    words = [case.number, case.party_name, case.party_credit_code, case.party_address]
    return [word for word in (*words, *(w for each in officers for w in (each.name, each.number))) if word]


class _Pseudonyms:
    """Names by chance: they follow from nothing, so nobody finds out whose they are by trying."""

    def __init__(self) -> None:
        self._known: dict[Hashable, str] = {}

    def of(self, what: str, person: Hashable) -> str:
        """The one pseudonym of a person."""
        while (what, person) not in self._known:
            name = f"{what}{secrets.token_hex(_PSEUDONYM_BYTES).upper()}"
            if name not in self._known.values():
                self._known[what, person] = name
        return self._known[what, person]


def _days(since: datetime | None, until: datetime | None) -> int | None:
    return (local_day(until) - local_day(since)).days if since is not None and until is not None else None
