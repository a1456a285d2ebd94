"""Commands on rules that are rows: deadlines, inspections, hearings, and the official calendar they count by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from models import (
    SUPERVISION_BODIES,
    Action,
    CalendarDay,
    CalendarYear,
    DeadlineRule,
    ErrorCode,
    Fault,
    HearingThreshold,
    InspectionLimit,
    InvalidValue,
    Refusal,
    Region,
    StaffingRule,
)
from models.recounting import recount
from resolvers.commands.command import command, creates
from resolvers.commands.periods import (
    adopt,
    last_day,
    one_after_the_other,
    refuse_against_law,
    refuse_to_end_law,
    take_its_place,
)
from resolvers.commands.unit_of_work import UnitOfWork
from resolvers.commands.years import check_year

if TYPE_CHECKING:
    from schema.inputs.rule import (
        AdoptDeadlineRuleInput,
        AdoptHearingThresholdInput,
        AdoptInspectionLimitInput,
        AmendCalendarYearInput,
        AnnounceCalendarYearInput,
        CalendarDayInput,
        EndRuleInput,
    )
    from schema.inputs.staffing import AdoptStaffingRuleInput

_DECEMBER = 12
# Units of a period, and how often it is extended: far above what any statute says, far below where days end.
_MOST, _MOST_EXTENSIONS = 10_000, 10
_MOST_POSTS, _MOST_WORK = 1_000, 1_000_000
_LARGEST_AMOUNT = 1_000_000_000


@creates(DeadlineRule, Action.ADOPT)
async def adopt_deadline_rule(work: UnitOfWork, asked: AdoptDeadlineRuleInput, key: UUID) -> DeadlineRule:
    """Adopt a rule for a region; one of the same region that runs ends on the day before.

    Deadlines that run already keep the rule they started under.
    """
    region = await work.read(Region, asked.region_id, "regionId")
    kept = ("event", "length", "unit", "rolls_over", "legal_basis", "authority", "valid_from", "extensions")
    more = ("extension_length", "is_suspensible", "resumption", "near_days")
    rule = DeadlineRule(id=key, region_code=region.code, **{name: getattr(asked, name) for name in (*kept, *more)})
    work.decide(Action.ADOPT, rule)
    lengths = range(1, _MOST + 1) if asked.extensions else (None,)
    of_extension = Fault.NOT_WITHIN(least=1, most=_MOST) if asked.extensions else Fault.NOT_EXTENSIBLE
    for field, is_wrong, reason in (
        ("length", not 1 <= asked.length <= _MOST, Fault.NOT_WITHIN(least=1, most=_MOST)),
        (
            "extensions",
            not 0 <= asked.extensions <= _MOST_EXTENSIONS,
            Fault.NOT_WITHIN(least=0, most=_MOST_EXTENSIONS),
        ),
        ("extensionLength", asked.extension_length not in lengths, of_extension),
        ("nearDays", not 0 <= asked.near_days <= _MOST, Fault.NOT_WITHIN(least=0, most=_MOST)),
    ):
        if is_wrong:
            raise InvalidValue(field, reason)
    await one_after_the_other(work)
    others = select(DeadlineRule).where(col(DeadlineRule.event) == asked.event)
    rules = (await work.session.scalars(others.with_for_update(key_share=True))).all()
    above = [each for each in rules if region.code.startswith(each.region_code)]
    if any(each.month is not None for each in above):
        raise InvalidValue("event", Fault.FIXED_BY_DATE)
    refuse_against_law(rules, region, asked.valid_from, "event")
    await take_its_place(work, rule, [each for each in rules if each.region_code == region.code])
    return rule


@creates(InspectionLimit, Action.ADOPT)
async def adopt_inspection_limit(work: UnitOfWork, asked: AdoptInspectionLimitInput, key: UUID) -> InspectionLimit:
    """Adopt a limit for a region and field; one of the same that runs ends on the day before."""
    region = await work.read(Region, asked.region_id, "regionId")
    limit = InspectionLimit(
        id=key,
        region_code=region.code,
        field=asked.field,
        most=asked.most,
        legal_basis=asked.legal_basis,
        authority=asked.authority,
        valid_from=asked.valid_from,
    )
    work.decide(Action.ADOPT, limit)
    if asked.most < 0:
        raise InvalidValue("most", Fault.TOO_SMALL(least=0))
    alike = (
        col(InspectionLimit.region_code) == region.code,
        col(InspectionLimit.field).is_not_distinct_from(asked.field),
    )
    await adopt(work, limit, *alike)
    return limit


@creates(HearingThreshold, Action.ADOPT)
async def adopt_hearing_threshold(work: UnitOfWork, asked: AdoptHearingThresholdInput, key: UUID) -> HearingThreshold:
    """Adopt a threshold for a region and field; one of the same that runs ends on the day before."""
    region = await work.read(Region, asked.region_id, "regionId")
    kept = ("field", "person_amount", "organization_amount", "legal_basis", "authority", "valid_from")
    given = {name: getattr(asked, name) for name in kept}
    threshold = HearingThreshold(id=key, region_code=region.code, **given)
    work.decide(Action.ADOPT, threshold)
    for argument, amount in (
        ("personAmount", asked.person_amount),
        ("organizationAmount", asked.organization_amount),
    ):
        if not 0 < amount <= _LARGEST_AMOUNT:
            raise InvalidValue(argument, Fault.NOT_ABOVE(below=0, most=_LARGEST_AMOUNT))
    await one_after_the_other(work)
    thresholds = (await work.session.scalars(select(HearingThreshold).with_for_update(key_share=True))).all()
    # The nearest region's holds before the field's own, so that one of every field would take the place of each.
    of_field = [each for each in thresholds if each.field is asked.field or None in (each.field, asked.field)]
    refuse_against_law(of_field, region, asked.valid_from, "regionId")
    alike = [each for each in of_field if (each.region_code, each.field) == (region.code, asked.field)]
    await take_its_place(work, threshold, alike)
    return threshold


@creates(StaffingRule, Action.ADOPT)
async def adopt_staffing_rule(work: UnitOfWork, asked: AdoptStaffingRuleInput, key: UUID) -> StaffingRule:
    """Adopt a rule for a region and a kind of body at a level; one of the same that runs ends on the day before."""
    region = await work.read(Region, asked.region_id, "regionId")
    kept = ("kind", "level", "base_posts", "cases_per_post", "organs_per_post", "townships_per_post")
    more = ("legal_basis", "authority", "valid_from")
    rule = StaffingRule(id=key, region_code=region.code, **{name: getattr(asked, name) for name in (*kept, *more)})
    work.decide(Action.ADOPT, rule)
    per_post = {"casesPerPost": asked.cases_per_post, "organsPerPost": asked.organs_per_post}
    per_post["townshipsPerPost"] = asked.townships_per_post
    of_work = Fault.NOT_WITHIN(least=1, most=_MOST_WORK)
    for field, is_wrong, reason in (
        ("kind", asked.kind not in SUPERVISION_BODIES, Fault.NONE_OF(allowed=frozenset(SUPERVISION_BODIES))),
        ("basePosts", not 0 <= asked.base_posts <= _MOST_POSTS, Fault.NOT_WITHIN(least=0, most=_MOST_POSTS)),
        *((field, value is not None and not 1 <= value <= _MOST_WORK, of_work) for field, value in per_post.items()),
    ):
        if is_wrong:
            raise InvalidValue(field, reason)
    alike = (
        col(StaffingRule.region_code) == region.code,
        col(StaffingRule.kind) == asked.kind,
        col(StaffingRule.level) == asked.level,
    )
    await adopt(work, rule, *alike)
    return rule


@command(DeadlineRule, Action.END)
async def end_deadline_rule(work: UnitOfWork, rule: DeadlineRule, asked: EndRuleInput) -> None:
    """Put a rule out of force after a day; a statutory one stays."""
    refuse_to_end_law(rule, asked.valid_to)
    rule.valid_to = last_day(work, rule, asked.valid_to)


@command(InspectionLimit, Action.END)
async def end_inspection_limit(work: UnitOfWork, limit: InspectionLimit, asked: EndRuleInput) -> None:
    """Put a limit out of force after a day."""
    limit.valid_to = last_day(work, limit, asked.valid_to)


@command(HearingThreshold, Action.END)
async def end_hearing_threshold(work: UnitOfWork, threshold: HearingThreshold, asked: EndRuleInput) -> None:
    """Put a threshold out of force after a day; a statutory one stays."""
    refuse_to_end_law(threshold, asked.valid_to)
    threshold.valid_to = last_day(work, threshold, asked.valid_to)


@command(StaffingRule, Action.END)
async def end_staffing_rule(work: UnitOfWork, rule: StaffingRule, asked: EndRuleInput) -> None:
    """Put a staffing rule out of force after a day."""
    rule.valid_to = last_day(work, rule, asked.valid_to)


@creates(CalendarYear, Action.ANNOUNCE)
async def announce_calendar_year(work: UnitOfWork, asked: AnnounceCalendarYearInput, key: UUID) -> CalendarYear:
    """Record the State Council's notice for a year; what was counted provisionally is counted again.

    So is what ends on days that it names of the year before, as after ``amend_calendar_year``.
    """
    year = CalendarYear(id=key, year=asked.year, source=asked.source, recorded_at=work.at)
    work.decide(Action.ANNOUNCE, year)
    check_year(asked.year)
    known = select(col(CalendarYear.id)).where(col(CalendarYear.year) == asked.year)
    if (await work.session.scalars(known)).first() is not None:
        raise Refusal(ErrorCode.ALREADY_EXISTS, field="year")
    days = _days_of(asked.year, asked.days)
    year.amended_from = min((each.day for each in days if each.day.year < asked.year), default=None)
    await work.add(year)
    await _record(work, days)
    await recount(await work.driver(), year.amended_from)
    return year


@command(CalendarYear, Action.UPDATE)
async def amend_calendar_year(work: UnitOfWork, year: CalendarYear, asked: AmendCalendarYearInput) -> None:
    """Record a later notice on days of a year; what runs and ends on or after them is counted again within minutes."""
    days = _days_of(year.year, asked.days)
    year.source = asked.source
    year.amended_from = min(filter(None, (year.amended_from, *(each.day for each in days))))
    await _record(work, days)


def _days_of(year: int, asked: Sequence[CalendarDayInput]) -> list[CalendarDay]:
    days = {each.day: each for each in asked}
    for day in days:
        # A notice may speak of the last December, when a holiday spans the two years.
        if day.year != year and (day.year, day.month) != (year - 1, _DECEMBER):
            raise InvalidValue("days", Fault.DATE_NOT_OF_YEAR(day=day))
    if len(days) < len(asked) or not days:
        raise InvalidValue("days", Fault.DAYS_ONCE)
    return [CalendarDay(day=day, is_working=named.is_working, name=named.name) for day, named in days.items()]


async def _record(work: UnitOfWork, days: Sequence[CalendarDay]) -> None:
    for day in days:
        await work.session.merge(day)
    await work.flush()
