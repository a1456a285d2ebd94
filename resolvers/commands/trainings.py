"""Commands on trainings: planned by a supervision body or an organ, held in sessions, attendance recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col

from models import (
    Action,
    ErrorCode,
    Fault,
    InvalidValue,
    Officer,
    Organization,
    Refusal,
    Training,
    TrainingAttendance,
    TrainingSession,
)
from models.counting import local_day
from resolvers.commands.command import command, creates, moves
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.commands.updates import apply_changes
from resolvers.commands.years import check_year

if TYPE_CHECKING:
    from schema.inputs.command import ReasonInput
    from schema.inputs.training import (
        AddTrainingSessionInput,
        AttendanceInput,
        PlanTrainingInput,
        RecordAttendanceInput,
        UpdateTrainingInput,
    )

_MOST_HOURS, _MOST_HOURS_A_DAY, _MOST_RECORDED = 1_000, 12, 500


@creates(Training, Action.PLAN)
async def plan_training(work: UnitOfWork, asked: PlanTrainingInput, key: UUID) -> Training:
    """Plan a training for a year."""
    organizer = await work.read(Organization, asked.organization_id, "organizationId")
    training = Training(
        id=key,
        title=asked.title,
        organization_id=organizer.id,
        region_code=organizer.region_code,
        field=organizer.field,
        year=asked.year,
        audience=asked.audience,
        required_hours=asked.required_hours,
    )
    work.decide(Action.PLAN, training)
    check_year(asked.year)
    _check(training)
    return training


@command(Training, Action.UPDATE)
async def update_training(work: UnitOfWork, training: Training, asked: UpdateTrainingInput) -> None:
    """Change what is planned; what is left out stays as it is."""
    apply_changes(training, asked, "title", "audience", "required_hours")
    _check(training)


@command(Training, Action.ADD_SESSION)
async def add_training_session(work: UnitOfWork, training: Training, asked: AddTrainingSessionInput) -> None:
    """Add a session, numbered after those that there are."""
    if asked.held_on.year != training.year:
        raise InvalidValue("heldOn", Fault.OTHER_YEAR(year=training.year))
    if not 1 <= asked.hours <= _MOST_HOURS_A_DAY:
        raise InvalidValue("hours", Fault.NOT_WITHIN(least=1, most=_MOST_HOURS_A_DAY))
    last = select(func.max(col(TrainingSession.number))).where(col(TrainingSession.training_id) == training.id)
    await work.add(
        TrainingSession(
            training_id=training.id,
            number=((await work.session.scalar(last)) or 0) + 1,
            subject=asked.subject,
            held_on=asked.held_on,
            hours=asked.hours,
            lecturer=asked.lecturer,
            venue=asked.venue,
        )
    )


@command(Training, Action.RECORD_ATTENDANCE)
async def record_attendance(work: UnitOfWork, training: Training, asked: RecordAttendanceInput) -> None:
    """Record who attended a session; who was recorded before has the hours that are given now."""
    session = await work.session.get(TrainingSession, (training.id, asked.session))
    if session is None:
        raise Refusal(ErrorCode.NOT_FOUND, field="session")
    if session.held_on > local_day(work.at):
        raise InvalidValue("session", Fault.TOO_EARLY(day=session.held_on))
    if not 1 <= len(asked.attendances) <= _MOST_RECORDED:
        raise InvalidValue("attendances", Fault.COUNT_NOT_WITHIN(least=1, most=_MOST_RECORDED))
    known = select(TrainingAttendance).where(
        col(TrainingAttendance.training_id) == training.id, col(TrainingAttendance.session_number) == session.number
    )
    recorded = {each.officer_id: each for each in await work.session.scalars(known)}
    named: set[UUID] = set()
    for place, each in enumerate(asked.attendances):
        argument = f"attendances.{place}"
        officer = await work.read(Officer, each.officer_id, f"{argument}.officerId")
        if officer.id in named or (officer.left_on is not None and officer.left_on <= session.held_on):
            raise InvalidValue(f"{argument}.officerId", Fault.NAMED_OR_LEFT(name=officer.name))
        named.add(officer.id)
        hours = _hours(session, each, argument)
        if officer.id in recorded:
            recorded[officer.id].hours = hours
        else:
            work.session.add(
                TrainingAttendance(
                    training_id=training.id,
                    session_number=session.number,
                    officer_id=officer.id,
                    organization_id=officer.organization_id,
                    region_code=officer.region_code,
                    field=officer.field,
                    subject=session.subject,
                    held_on=session.held_on,
                    hours=hours,
                )
            )
    await work.flush()


complete_training = moves("complete_training", Training, Action.COMPLETE_TRAINING)


@command(Training, Action.CANCEL_TRAINING)
async def cancel_training(work: UnitOfWork, training: Training, asked: ReasonInput) -> None:
    """Cancel a training that was not held, with the reason."""
    training.reason = asked.reason


def _hours(session: TrainingSession, asked: AttendanceInput, argument: str) -> int:
    hours = session.hours if asked.hours is None else asked.hours
    if not 1 <= hours <= session.hours:
        raise InvalidValue(f"{argument}.hours", Fault.NOT_WITHIN(least=1, most=session.hours))
    return hours


def _check(training: Training) -> None:
    for name in ("title", "audience"):
        if not getattr(training, name).strip():
            raise InvalidValue(name, Fault.EMPTY)
    if not 1 <= training.required_hours <= _MOST_HOURS:
        raise InvalidValue("requiredHours", Fault.NOT_WITHIN(least=1, most=_MOST_HOURS))
