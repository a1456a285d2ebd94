"""Commands on officers and their certificates."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from strawberry import UNSET

from models import (
    Action,
    Certificate,
    CertificateState,
    ErrorCode,
    Fault,
    InvalidValue,
    Officer,
    Organization,
    Refusal,
    Role,
)
from models.counting import local_day
from models.people_terms import OF_AGE
from resolvers.commands.accounts import account_of
from resolvers.commands.command import act, command, creates
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.commands.updates import apply_changes

if TYPE_CHECKING:
    from schema.inputs.command import ReasonInput
    from schema.inputs.officer import IssueCertificateInput, RegisterOfficerInput, UpdateOfficerInput

# Those of people who act in cases and matters.
_ROLES = (
    *(Role.ORGAN_OFFICER, Role.TOWNSHIP_OFFICER, Role.TOWNSHIP_HEAD, Role.POLICE),
    *(Role.LEGAL_UNIT, Role.JUDICIAL_BUREAU),
)


@creates(Officer, Action.REGISTER)
async def register_officer(work: UnitOfWork, asked: RegisterOfficerInput, key: UUID) -> Officer:
    """Register a person who enforces for an organization."""
    organization = await work.read(Organization, asked.organization_id, "organizationId")
    _check_age(work, asked.born_on)
    officer = Officer(
        id=key,
        number=asked.number,
        name=asked.name,
        organization_id=organization.id,
        region_code=organization.region_code,
        field=organization.field,
        born_on=asked.born_on,
        in_established_post=asked.in_established_post,
        examination_passed_on=asked.examination_passed_on,
        is_legal_reviewer=asked.is_legal_reviewer,
    )
    # Who may not register here does not learn either which numbers there are.
    work.decide(Action.REGISTER, officer)
    await _sign_in(work, officer, asked.account_login)
    _check_day(work, officer, "examinationPassedOn", asked.examination_passed_on)
    known = select(col(Officer.id)).where(
        col(Officer.organization_id) == organization.id, col(Officer.number) == asked.number
    )
    if (await work.session.scalars(known)).first() is not None:
        raise Refusal(ErrorCode.ALREADY_EXISTS, field="number")
    return officer


@command(Officer, Action.UPDATE)
async def update_officer(work: UnitOfWork, officer: Officer, asked: UpdateOfficerInput) -> None:
    """Change what is recorded of a person; what is left out stays as it is.

    Who has left, is in no established post any more, or passed no examination, acts in no case, whatever certificate
    is held.
    """
    correctable = ("name", "born_on", "in_established_post", "examination_passed_on", "is_legal_reviewer", "left_on")
    apply_changes(officer, asked, *correctable)
    if asked.born_on is not UNSET:
        _check_age(work, officer.born_on)
    for field, day in (("examinationPassedOn", officer.examination_passed_on), ("leftOn", officer.left_on)):
        _check_day(work, officer, field, day)
    if asked.account_login is not UNSET:
        await _sign_in(work, officer, asked.account_login)
    if not officer.name.strip():
        raise InvalidValue("name", Fault.EMPTY)


async def _sign_in(work: UnitOfWork, officer: Officer, login: str | None) -> None:
    officer.account_id = (
        None if login is None else await account_of(work, officer.organization_id, _ROLES, login, "accountLogin")
    )


def _check_age(work: UnitOfWork, born_on: date) -> None:
    # 行政处罚法 42: who could hold no certificate enforces nothing.
    if _years(born_on, local_day(work.at)) < OF_AGE:
        raise InvalidValue("bornOn", Fault.UNDER_AGE(age=OF_AGE))


def _check_day(work: UnitOfWork, officer: Officer, field: str, day: date | None) -> None:
    today = local_day(work.at)
    if day is not None and not officer.born_on < day <= today:
        raise InvalidValue(
            field,
            Fault.NOT_WITHIN(least=officer.born_on + timedelta(days=1), most=today),
        )


@creates(Certificate, Action.ISSUE, upon=(Officer, Action.ISSUE))
async def issue_certificate(work: UnitOfWork, asked: IssueCertificateInput, key: UUID) -> Certificate:
    """Issue a certificate to an officer who may hold one (行政处罚法 42) and holds none of the kind in its time."""
    # Of two that are issued at once the second waits, and finds the first.
    officer = await work.read(Officer, asked.officer_id, "officerId", locked=True)
    work.decide(Action.ISSUE, officer)
    await act(work, officer, Action.ISSUE, "officerId")
    if asked.valid_to < asked.valid_from:
        raise InvalidValue("validTo", Fault.BEFORE(day=asked.valid_from))
    examined_on = officer.examination_passed_on or asked.valid_from
    if asked.valid_from < examined_on or _years(officer.born_on, asked.valid_from) < OF_AGE:
        # Nobody held one before being able to.
        raise InvalidValue("validFrom", Fault.NO_HOLDER_YET(day=examined_on, age=OF_AGE))
    await _check_only_one(work, officer, asked)
    return Certificate(
        id=key,
        officer_id=officer.id,
        organization_id=officer.organization_id,
        region_code=officer.region_code,
        field=officer.field,
        kind=asked.kind,
        number=asked.number,
        valid_from=asked.valid_from,
        valid_to=asked.valid_to,
    )


async def _check_only_one(work: UnitOfWork, officer: Officer, asked: IssueCertificateInput) -> None:
    # With another beside it, one that is suspended would keep nobody from acting.
    held = select(Certificate).where(
        col(Certificate.officer_id) == officer.id,
        col(Certificate.kind) == asked.kind,
        col(Certificate.state) != CertificateState.REVOKED,
        col(Certificate.valid_from) <= asked.valid_to,
        col(Certificate.valid_to) >= asked.valid_from,
    )
    other = (await work.session.scalars(held.order_by(col(Certificate.valid_to).desc()))).first()
    if other is not None:
        raise Refusal(ErrorCode.PERIODS_OVERLAP, field="validFrom", since=other.valid_from, after=other.valid_to)


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


@command(Certificate, Action.SUSPEND)
async def suspend_certificate(work: UnitOfWork, certificate: Certificate, asked: ReasonInput) -> None:
    """Suspend a certificate, with the reason."""
    certificate.reason = asked.reason


@command(Certificate, Action.RESTORE)
async def restore_certificate(work: UnitOfWork, certificate: Certificate, asked: ReasonInput) -> None:
    """Restore a suspended certificate, with the reason."""
    certificate.reason = asked.reason


@command(Certificate, Action.REVOKE)
async def revoke_certificate(work: UnitOfWork, certificate: Certificate, asked: ReasonInput) -> None:
    """Revoke a certificate for good, with the reason."""
    certificate.reason = asked.reason
