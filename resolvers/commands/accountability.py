"""Accountability (责任追究): what an organ or an officer is held to upon a matter, with its effect on certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from models import (
    AccountabilityMeasure,
    AccountabilityRecord,
    Action,
    Certificate,
    Fault,
    InvalidValue,
    Officer,
    Organization,
    SupervisionMatter,
)
from models.counting import local_day
from models.directory import belongs_to
from resolvers.commands.command import act, creates, move
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.supervision import HoldAccountableInput

_ON_CERTIFICATES = {
    AccountabilityMeasure.CERTIFICATE_SUSPENDED: Action.SUSPEND,
    AccountabilityMeasure.CERTIFICATE_REVOKED: Action.REVOKE,
}
_MOST_POINTS = 100


@creates(AccountabilityRecord, Action.HOLD_ACCOUNTABLE, upon=(SupervisionMatter, Action.HOLD_ACCOUNTABLE))
async def hold_accountable(work: UnitOfWork, asked: HoldAccountableInput, key: UUID) -> AccountabilityRecord:
    """Hold the supervised organ, or one of its officers, accountable; a certificate is suspended or revoked with it."""
    matter = await work.read(SupervisionMatter, asked.matter_id, "matterId", locked=True)
    work.decide(Action.HOLD_ACCOUNTABLE, matter)
    await act(work, matter, Action.HOLD_ACCOUNTABLE, "matterId")
    if not 0 <= asked.points <= _MOST_POINTS:
        raise InvalidValue("points", Fault.NOT_WITHIN(least=0, most=_MOST_POINTS))
    certificate = await _certificate(work, asked)
    officer_id = certificate.officer_id if certificate else None
    if asked.officer_id is not None:
        officer = await work.read(Officer, asked.officer_id, "officerId")
        if officer_id not in (None, officer.id):
            raise InvalidValue("certificateId", Fault.OF_OTHER_OFFICER)
        officer_id = officer.id
    organ = await work.row(Organization, matter.organization_id)
    if officer_id is not None:
        officer = await work.row(Officer, officer_id)
        if not belongs_to(officer, organ.id, organ.region_code):
            raise InvalidValue("officerId", Fault.OF_OTHER_ORGANIZATION)
    return AccountabilityRecord(
        id=key,
        matter_id=matter.id,
        measure=asked.measure,
        organization_id=organ.id,
        region_code=organ.region_code,
        field=matter.field,
        officer_id=officer_id,
        certificate_id=certificate.id if certificate else None,
        body_id=matter.body_id,
        body_region_code=matter.body_region_code,
        body_field=matter.body_field,
        reason=asked.reason,
        points=asked.points,
        decided_on=local_day(work.at),
    )


async def _certificate(work: UnitOfWork, asked: HoldAccountableInput) -> Certificate | None:
    action = _ON_CERTIFICATES.get(asked.measure)
    if (action is None) != (asked.certificate_id is None):
        fault = Fault.NEEDED_FOR if asked.certificate_id is None else Fault.NOT_FOR
        raise InvalidValue("certificateId", fault(what=asked.measure))
    if action is None or asked.certificate_id is None:
        return None
    certificate = await work.read(Certificate, asked.certificate_id, "certificateId", locked=True)
    work.decide(action, certificate)
    move(certificate, action, "certificateId")
    certificate.reason = asked.reason
    return certificate
