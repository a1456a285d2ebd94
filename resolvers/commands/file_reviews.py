"""Commands on reviews of case files: defects are found, and their points make the score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col
from strawberry import UNSET

from models import (
    Action,
    CaseFileDefect,
    CaseFileReview,
    EnforcementCase,
    ErrorCode,
    Fault,
    InvalidValue,
    Organization,
    OrganizationKind,
    Refusal,
)
from models.case_rules import ENDED_STATES
from models.counting import local_day
from models.file_review import FULL_MARKS, MOST_DEFECTS, defect_rules
from resolvers.commands.command import act, command, creates
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.commands.updates import apply_changes

if TYPE_CHECKING:
    from schema.inputs.file_review import CaseFileDefectInput, ReviewCaseFileInput, UpdateCaseFileReviewInput


@creates(CaseFileReview, Action.REVIEW_FILE, upon=(EnforcementCase, Action.REVIEW_FILE))
async def review_case_file(work: UnitOfWork, asked: ReviewCaseFileInput, key: UUID) -> CaseFileReview:
    """Review the file of a case that has ended, in the body's area, or in a legal unit's line."""
    case = await work.read(EnforcementCase, asked.case_id, "caseId")
    # What is published is seen by everyone, but reviewed by who supervises it.
    work.decide(Action.REVIEW_FILE, case)
    if case.state not in ENDED_STATES:
        raise Refusal(ErrorCode.FILE_NOT_COMPLETE, field="caseId", state=case.state)
    await act(work, case, Action.REVIEW_FILE, "caseId")
    reviewer = await work.read(Organization, asked.reviewer_id, "reviewerId")
    defects = _defects(key, asked.defects)
    review = CaseFileReview(
        id=key,
        case_id=case.id,
        organization_id=case.organization_id,
        region_code=case.region_code,
        field=case.field,
        reviewer_id=reviewer.id,
        reviewed_on=local_day(work.at),
        score=_score(defects),
        has_failed=_has_failed(defects),
        opinion=asked.opinion,
    )
    work.decide(Action.REVIEW_FILE, review)
    in_area = case.region_code.startswith(reviewer.region_code)
    in_line = reviewer.kind is OrganizationKind.LEGAL_UNIT and case.field is reviewer.field
    if not in_area or not (reviewer.kind is OrganizationKind.JUDICIAL_BUREAU or in_line):
        raise Refusal(ErrorCode.OUTSIDE_OF_AREA, field="caseId", what=case.number)
    await work.add(review)
    await work.add(*defects)
    return review


@command(CaseFileReview, Action.UPDATE)
async def update_case_file_review(work: UnitOfWork, review: CaseFileReview, asked: UpdateCaseFileReviewInput) -> None:
    """Correct a review; what is left out stays as it is."""
    apply_changes(review, asked, "opinion")
    if asked.defects is not UNSET:
        defects = _defects(review.id, asked.defects or [])
        review.score, review.has_failed = _score(defects), _has_failed(defects)
        await work.session.execute(delete(CaseFileDefect).where(col(CaseFileDefect.review_id) == review.id))
        await work.add(*defects)


def _defects(review_id: UUID, asked: Sequence[CaseFileDefectInput]) -> list[CaseFileDefect]:
    """The defects with their points.  Raises ``Refusal``."""
    if len(asked) > MOST_DEFECTS:
        raise InvalidValue("defects", Fault.TOO_MANY(count=len(asked), most=MOST_DEFECTS))
    found = []
    for place, each in enumerate(asked):
        rule = defect_rules()[each.kind]
        points = rule.points if each.points is None else each.points
        if not 1 <= points <= rule.points:
            raise InvalidValue(
                f"defects.{place}.points",
                Fault.NOT_WITHIN(least=1, most=rule.points),
            )
        found.append(
            CaseFileDefect(
                review_id=review_id,
                position=place + 1,
                kind=each.kind,
                points=points,
                fails=rule.fails,
                note=each.note,
            )
        )
    return found


def _score(defects: Sequence[CaseFileDefect]) -> int:
    return max(0, FULL_MARKS - sum(each.points for each in defects))


def _has_failed(defects: Sequence[CaseFileDefect]) -> bool:
    return any(each.fails for each in defects)
