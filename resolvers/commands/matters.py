"""Supervision matters: how they are opened, and which one body is responsible for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from models import (
    Action,
    Alert,
    Clue,
    EnforcementCase,
    ErrorCode,
    Fault,
    InvalidValue,
    MatterSupervisor,
    Officer,
    Organization,
    OrganizationKind,
    Refusal,
    SupervisionContent,
    SupervisionMatter,
    SupervisionMatterState,
    SupervisionMode,
    SupervisionOrigin,
    SupervisionPower,
)
from models.directory import belongs_to
from models.supervision import SUPERVISED_KINDS
from resolvers.commands.command import command, creates
from resolvers.commands.duties import judicial_bureau_of
from resolvers.commands.numbering import next_matter_number
from resolvers.commands.regions import nearest_common_bureau
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.command import ReasonInput
    from schema.inputs.supervision import (
        AssignSupervisorsInput,
        DesignateBodyInput,
        RecommendMatterInput,
        RegisterMatterInput,
    )

# Of a body that the caller does not see, in both languages.
_SOME_BODY = "其他监督机构（another body）"


@dataclass(frozen=True)
class SupervisedObject:
    """What a matter is about: an organ, and where they are named one of its cases and one of its officers."""

    organ: Organization
    case: EnforcementCase | None = None
    officer: Officer | None = None


@dataclass(frozen=True)
class Stated:
    """What is said of a matter when it is opened."""

    content: SupervisionContent
    subject: str
    facts: str | None


@creates(SupervisionMatter, Action.REGISTER)
async def register_matter(work: UnitOfWork, asked: RegisterMatterInput, key: UUID) -> SupervisionMatter:
    """Register a matter at the body that will be responsible for it."""
    body = await work.read(Organization, asked.body_id, "bodyId")
    matter = new_matter(key, body, await _object(work, asked), _stated(asked))
    matter.mode, matter.origin = asked.mode, asked.origin
    await _name_grounds(work, matter, asked)
    work.decide(Action.REGISTER, matter)
    await open_matter(work, matter)
    await _assign(work, matter, body, asked.supervisor_ids or [])
    return matter


async def _name_grounds(work: UnitOfWork, matter: SupervisionMatter, asked: RegisterMatterInput) -> None:
    if asked.alert_id is not None:
        matter.alert_id = (await work.read(Alert, asked.alert_id, "alertId")).id
    if asked.clue_id is not None:
        matter.clue_id = (await work.read(Clue, asked.clue_id, "clueId")).id


@creates(SupervisionMatter, Action.RECOMMEND)
async def recommend_matter(work: UnitOfWork, asked: RecommendMatterInput, key: UUID) -> SupervisionMatter:
    """Recommend, as a judicial office, that the county's bureau supervise an organ of the township."""
    about = await _object(work, asked)
    bureau = await work.row(Organization, await judicial_bureau_of(work, about.organ))
    matter = new_matter(key, bureau, about, _stated(asked))
    matter.origin = SupervisionOrigin.RECOMMENDATION
    decision = work.decide(Action.RECOMMEND, matter)
    matter.recommender_id = decision.assignment.organization if decision.assignment else None
    await open_matter(work, matter)
    return matter


def new_matter(key: UUID, body: Organization, about: SupervisedObject, stated: Stated) -> SupervisionMatter:
    """A matter that is not opened yet, daily until its opener says otherwise.

    Raises ``Refusal`` where the organ is not the body's to supervise.
    """
    organ, case, officer = about.organ, about.case, about.officer
    return SupervisionMatter(
        id=key,
        number="",
        mode=SupervisionMode.DAILY,
        content=stated.content,
        origin=SupervisionOrigin.OTHER,
        power=power_over(body, organ),
        subject=stated.subject,
        facts=stated.facts,
        body_id=body.id,
        body_region_code=body.region_code,
        body_field=body.field,
        organization_id=organ.id,
        unit_id=organ.unit_id,
        region_code=organ.region_code,
        field=case.field if case else organ.field,
        case_id=case.id if case else None,
        officer_id=officer.id if officer else None,
    )


def power_over(body: Organization, organ: Organization) -> SupervisionPower:
    """How far a body may go with an organ.  Raises ``Refusal`` where it is not the body's to supervise."""
    is_below = organ.region_code.startswith(body.region_code)
    if organ.kind in SUPERVISED_KINDS and is_below:
        if body.kind is OrganizationKind.JUDICIAL_BUREAU:
            is_vertical = organ.kind is OrganizationKind.VERTICAL
            return SupervisionPower.INFORM if is_vertical else SupervisionPower.ORDER
        in_line = body.kind is OrganizationKind.LEGAL_UNIT and organ.field is not None and organ.field is body.field
        if in_line and organ.region_code != body.region_code:
            return SupervisionPower.GUIDE
    raise Refusal(ErrorCode.NOT_SUPERVISED_HERE, field="organizationId")


def _stated(asked: RegisterMatterInput | RecommendMatterInput) -> Stated:
    return Stated(asked.content, asked.subject, asked.facts)


async def _object(work: UnitOfWork, asked: RegisterMatterInput | RecommendMatterInput) -> SupervisedObject:
    organ = await work.read(Organization, asked.organization_id, "organizationId")
    case = officer = None
    if asked.case_id is not None:
        case = await work.read(EnforcementCase, asked.case_id, "caseId")
        if case.organization_id != organ.id:
            raise InvalidValue("caseId", Fault.OF_OTHER_ORGANIZATION)
    if asked.officer_id is not None:
        officer = await work.read(Officer, asked.officer_id, "officerId")
        if not belongs_to(officer, organ.id, organ.region_code):
            raise InvalidValue("officerId", Fault.OF_OTHER_ORGANIZATION)
    return SupervisedObject(organ, case, officer)


async def open_matter(work: UnitOfWork, matter: SupervisionMatter) -> None:
    """Number a matter and write it.  Raises ``Refusal`` where its object is supervised already."""
    keys = (matter.case_id, matter.officer_id)
    key = next((str(each) for each in keys if each is not None), matter.content.name)
    is_open = col(SupervisionMatter.state).not_in([SupervisionMatterState.CLOSED, SupervisionMatterState.TERMINATED])
    same = select(SupervisionMatter).where(
        col(SupervisionMatter.unit_id) == matter.unit_id,
        col(SupervisionMatter.object_key) == key,
        is_open,
    )
    earlier = (await work.session.scalars(same)).first()
    if earlier is not None:
        is_seen = await work.sees(earlier)
        if earlier.body_id == matter.body_id and is_seen:
            raise Refusal(ErrorCode.MATTER_OPEN, field="organizationId", number=earlier.number)
        named = (await work.row(Organization, earlier.body_id)).name if is_seen else _SOME_BODY
        raise Refusal(ErrorCode.MATTER_CONFLICT, field="organizationId", body=named)
    matter.registered_at = work.at
    matter.number = await next_matter_number(work, await work.row(Organization, matter.body_id))
    await work.add(matter)


@command(SupervisionMatter, Action.ASSIGN)
async def assign_supervisors(work: UnitOfWork, matter: SupervisionMatter, asked: AssignSupervisorsInput) -> None:
    """Name the supervisors who carry out the matter, in place of those before."""
    await work.remove(MatterSupervisor, "matter_id = $1", matter.id)
    body = await work.row(Organization, matter.body_id)
    await _assign(work, matter, body, asked.supervisor_ids)


async def _assign(work: UnitOfWork, matter: SupervisionMatter, body: Organization, ids: Sequence[str]) -> None:
    officers = await work.read_all(Officer, ids, "supervisorIds")
    if len({officer.id for officer in officers}) < len(officers):
        raise InvalidValue("supervisorIds", Fault.SAME_OFFICER)
    # A legal unit's people are those of its department.
    if any(officer.organization_id not in (body.id, body.department_id) for officer in officers):
        raise InvalidValue("supervisorIds", Fault.OF_OTHER_ORGANIZATION)
    await work.add(*(MatterSupervisor(matter_id=matter.id, officer_id=each.id, name=each.name) for each in officers))


@command(SupervisionMatter, Action.REFER)
async def refer_matter(work: UnitOfWork, matter: SupervisionMatter, asked: ReasonInput) -> None:
    """Refer the conflict with one's own responsibility to the nearest common superior of both bodies."""
    assignment = work.decide(Action.REFER, matter).assignment
    claimant = await work.row(Organization, assignment.organization if assignment else matter.body_id)
    arbiter = await nearest_common_bureau(
        work, matter.body_region_code, claimant.region_code, [matter.body_id, claimant.id]
    )
    if arbiter is None:
        raise Refusal(ErrorCode.NO_COORDINATOR)
    matter.is_referred, matter.referral, matter.designation = True, asked.reason, None
    matter.claimant_id, matter.arbiter_id = claimant.id, arbiter.id


@command(SupervisionMatter, Action.DESIGNATE)
async def designate_body(work: UnitOfWork, matter: SupervisionMatter, asked: DesignateBodyInput) -> None:
    """Designate the responsible body: the one before, the one that claims to be, or the superior itself."""
    body = await work.read(Organization, asked.body_id, "bodyId")
    if body.id not in (matter.body_id, matter.claimant_id, matter.arbiter_id):
        raise InvalidValue("bodyId", Fault.NOT_A_SIDE)
    organ = await work.row(Organization, matter.organization_id)
    matter.power = power_over(body, organ)
    if body.id != matter.body_id:
        await work.remove(MatterSupervisor, "matter_id = $1", matter.id)
        # The body before is told with the one that follows it.
        await work.notify(Action.DESIGNATE, matter, [matter.body_id])
    matter.body_id, matter.body_region_code, matter.body_field = body.id, body.region_code, body.field
    matter.is_referred, matter.designation = False, asked.reason
