"""Commands on duty lists: drafted by the owner, reviewed, published by the judicial bureau, assigned to townships."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlmodel import col

from models import (
    LEGAL_REVIEWS_OF_DUTIES,
    Action,
    DutyAssignment,
    DutyItem,
    DutyItemState,
    DutySource,
    ErrorCode,
    Fault,
    InvalidValue,
    Organization,
    OrganizationKind,
    Refusal,
)
from models.counting import local_day
from resolvers.commands.command import act, command, creates, move, moves
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.commands.updates import apply_changes

if TYPE_CHECKING:
    from schema.inputs.command import CommandInput, ReasonInput
    from schema.inputs.duty import (
        AssignDutyItemInput,
        DraftDutyItemInput,
        PublishDutyItemInput,
        ReviseDutyItemInput,
        UpdateDutyItemInput,
    )

_TEXTS = ("name", "law", "article", "method", "responsibility")
_FACTS = (*_TEXTS, "act_type", "content", "legal_review", "fine_floor", "fine_ceiling", "is_assignable")


@creates(DutyItem, Action.DRAFT)
async def draft_duty_item(work: UnitOfWork, asked: DraftDutyItemInput, key: UUID) -> DutyItem:
    """Draft the first edition of an item."""
    owner = await work.read(Organization, asked.organization_id, "organizationId")
    item = DutyItem(
        id=key,
        code=asked.code,
        organization_id=owner.id,
        region_code=owner.region_code,
        field=owner.field,
        publisher_id=await judicial_bureau_of(work, owner),
        source=asked.source or DutySource.STATUTORY,
        **{name: getattr(asked, name) for name in _FACTS},
    )
    _check(item)
    work.decide(Action.DRAFT, item)
    known = await work.where(DutyItem, "organization_id = $1 AND code = $2", item.organization_id, item.code)
    if any(each.state is not DutyItemState.WITHDRAWN for each in known):
        raise InvalidValue("code", Fault.DUTY_EXISTS(code=item.code))
    # A draft that was withdrawn keeps its number.
    item.edition = 1 + max((each.edition for each in known), default=0)
    return item


withdraw_duty_item = moves("withdraw_duty_item", DutyItem, Action.WITHDRAW)


@command(DutyItem, Action.UPDATE)
async def update_duty_item(work: UnitOfWork, item: DutyItem, asked: UpdateDutyItemInput) -> None:
    """Change a draft; what is left out stays as it is."""
    apply_changes(item, asked, *_FACTS)
    _check(item)


@creates(DutyItem, Action.REVISE, upon=(DutyItem, Action.REVISE))
async def revise_duty_item(work: UnitOfWork, asked: ReviseDutyItemInput, key: UUID) -> DutyItem:
    """Draft the next edition of a published or revoked item, as a copy of it."""
    earlier = await work.read(DutyItem, asked.duty_item_id, "dutyItemId")
    work.decide(Action.REVISE, earlier)
    await act(work, earlier, Action.REVISE, "dutyItemId")
    kept = ("code", "organization_id", "region_code", "field", "publisher_id", "source", *_FACTS)
    values: dict[str, Any] = {name: getattr(earlier, name) for name in kept}
    latest = select(col(DutyItem.edition)).where(
        col(DutyItem.organization_id) == earlier.organization_id, col(DutyItem.code) == earlier.code
    )
    edition = max(await work.session.scalars(latest)) + 1
    return DutyItem(id=key, edition=edition, predecessor_id=earlier.id, **values)


@command(DutyItem, Action.REVIEW)
async def review_duty_item(work: UnitOfWork, item: DutyItem, asked: CommandInput) -> None:
    """Pass a draft; why it was returned before is no concern of who reads it published."""
    item.reason = None


@command(DutyItem, Action.RETURN)
async def return_duty_item(work: UnitOfWork, item: DutyItem, asked: ReasonInput) -> None:
    """Return an item that is not published yet to its owner's officer, who changes the draft."""
    item.reason = asked.reason


@command(DutyItem, Action.PUBLISH)
async def publish_duty_item(work: UnitOfWork, item: DutyItem, asked: PublishDutyItemInput) -> None:
    """Put an edition in force; the one before it ends on the day before."""
    today = local_day(work.at)
    item.valid_from = asked.valid_from or today
    if item.valid_from < today:
        raise InvalidValue("validFrom", Fault.BEFORE(day=today))
    others = select(DutyItem).where(
        col(DutyItem.organization_id) == item.organization_id,
        col(DutyItem.code) == item.code,
        col(DutyItem.id) != item.id,
        col(DutyItem.valid_from).is_not(None),
        # One that was revoked by its first day was never in force.
        or_(col(DutyItem.state) != DutyItemState.REVOKED, col(DutyItem.valid_to) > col(DutyItem.valid_from)),
    )
    for earlier in (
        await work.session.scalars(others.order_by(col(DutyItem.edition)).with_for_update(key_share=True))
    ).all():
        in_force = earlier.state is DutyItemState.PUBLISHED
        since, until = earlier.valid_from, earlier.valid_from if in_force else _last_day(earlier)
        if until is not None and item.valid_from <= until:
            raise Refusal(ErrorCode.PERIODS_OVERLAP, field="validFrom", since=since, after=until)
        if in_force:
            earlier.state = DutyItemState.SUPERSEDED
            earlier.valid_to = item.valid_from - timedelta(days=1)
            # The index admits one edition in force, so the earlier one has to leave first.
            item.state = DutyItemState.REVIEWED
            await work.flush()
            item.state = DutyItemState.PUBLISHED


@command(DutyItem, Action.REVOKE)
async def revoke_duty_item(work: UnitOfWork, item: DutyItem, asked: ReasonInput) -> None:
    """Take an item out of force from today on, and back from the townships that it was assigned to.

    Of one that is not yet in force, the edition before stays in force, and so does what was assigned.
    """
    today = local_day(work.at)
    since = item.valid_from or today
    item.valid_to, item.reason = max(today, since), asked.reason
    if since > today:
        # The index admits one edition in force, so this one has to leave first.
        await work.flush()
        ended = select(DutyItem).where(
            col(DutyItem.organization_id) == item.organization_id,
            col(DutyItem.code) == item.code,
            col(DutyItem.state) == DutyItemState.SUPERSEDED,
            col(DutyItem.valid_to) == since - timedelta(days=1),
        )
        earlier = (await work.session.scalars(ended.with_for_update(key_share=True))).first()
        if earlier is not None:
            earlier.state, earlier.valid_to = DutyItemState.PUBLISHED, None
            return
    in_force = "owner_id = $1 AND duty_code = $2 AND taken_back_on IS NULL"
    for assignment in await work.where(DutyAssignment, in_force, item.organization_id, item.code):
        move(assignment, Action.TAKE_BACK)
        assignment.taken_back_on, assignment.reason = today, asked.reason
        await work.notify(Action.TAKE_BACK, assignment, [assignment.organization_id])


def _last_day(ended: DutyItem) -> date | None:
    if ended.state is DutyItemState.REVOKED and ended.valid_to is not None:
        return ended.valid_to - timedelta(days=1)
    return ended.valid_to


@creates(DutyAssignment, Action.ASSIGN, upon=(DutyItem, Action.ASSIGN))
async def assign_duty_item(work: UnitOfWork, asked: AssignDutyItemInput, key: UUID) -> DutyAssignment:
    """Assign an item in force to a township of the owner's region."""
    # Of one that is revoked at the same moment nothing is assigned.
    item = await work.read(DutyItem, asked.duty_item_id, "dutyItemId", locked=True)
    township = await work.read(Organization, asked.township_id, "townshipId")
    work.decide(Action.ASSIGN, item)
    move(item, Action.ASSIGN, "dutyItemId")
    is_township = township.kind is OrganizationKind.TOWNSHIP_GOVERNMENT
    if not (is_township and township.region_code.startswith(item.region_code)):
        raise Refusal(ErrorCode.WRONG_RECEIVER, field="townshipId", expected=Fault.TOWNSHIP_OF_OWNER)
    if await is_assigned(work, item, [township.id]):
        raise Refusal(ErrorCode.ALREADY_EXISTS, field="townshipId")
    return DutyAssignment(
        id=key,
        duty_item_id=item.id,
        owner_id=item.organization_id,
        duty_code=item.code,
        organization_id=township.id,
        region_code=township.region_code,
        publisher_id=item.publisher_id,
        assigned_on=local_day(work.at),
    )


@command(DutyAssignment, Action.TAKE_BACK)
async def take_back_duty_item(work: UnitOfWork, assignment: DutyAssignment, asked: ReasonInput) -> None:
    """Take back what was assigned; cases that run stay where they were filed."""
    assignment.taken_back_on, assignment.reason = local_day(work.at), asked.reason


async def is_assigned(work: UnitOfWork, duty: DutyItem, organizations: list[UUID]) -> bool:
    """Whether a duty is assigned to one of these organizations, in whatever edition, by this one as well."""
    # This edition may keep it with its owner.
    if not duty.is_assignable:
        return False
    # Organs list duties under the same codes: what another one assigned is another duty.
    of_its_owner = "duty_code = $1 AND organization_id = ANY($2) AND taken_back_on IS NULL AND owner_id = $3"
    return bool(await work.where(DutyAssignment, of_its_owner, duty.code, organizations, duty.organization_id))


async def owners_of_assigned(work: UnitOfWork, code: str, organizations: list[UUID]) -> list[UUID]:
    """Whose duties of this code are assigned to one of these organizations."""
    in_force = "duty_code = $1 AND organization_id = ANY($2) AND taken_back_on IS NULL"
    return [each.owner_id for each in await work.where(DutyAssignment, in_force, code, organizations)]


async def judicial_bureau_of(work: UnitOfWork, organization: Organization) -> UUID:
    """The judicial bureau of the organization's level; of the county for a township."""
    found = await work.session.scalars(
        select(col(Organization.id)).where(
            col(Organization.kind) == OrganizationKind.JUDICIAL_BUREAU,
            col(Organization.region_code) == organization.region_code[:6],
        )
    )
    bureau = found.first()
    if bureau is None:
        raise Refusal(ErrorCode.NO_COORDINATOR)
    return bureau


def _check(item: DutyItem) -> None:
    for name in (*_TEXTS, "code"):
        if not getattr(item, name).strip():
            raise InvalidValue(name, Fault.EMPTY)
    if item.legal_review not in LEGAL_REVIEWS_OF_DUTIES:
        allowed = tuple(LEGAL_REVIEWS_OF_DUTIES)
        raise InvalidValue("legalReview", Fault.NONE_OF(allowed=allowed))
    if item.fine_floor is not None and (
        item.fine_floor < 0 or (item.fine_ceiling is not None and item.fine_floor > item.fine_ceiling)
    ):
        is_negative = item.fine_floor < 0
        reason = Fault.TOO_SMALL(least=0) if is_negative else Fault.TOO_LARGE(most=item.fine_ceiling)
        raise InvalidValue("fineFloor", reason)
