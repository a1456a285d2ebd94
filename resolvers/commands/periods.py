"""Rules in force from one day to another: one takes the place of the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from sqlalchemy import ColumnElement, func, select

from models import (
    AlertStandard,
    DeadlineRule,
    ErrorCode,
    Fault,
    HearingThreshold,
    InvalidValue,
    Refusal,
    Region,
    RuleAuthority,
)
from models.counting import local_day
from resolvers.commands.unit_of_work import UnitOfWork


class InForce(Protocol):
    """A rule with the days between which it is in force; without a last day until it is ended."""

    valid_from: date
    valid_to: date | None


async def adopt(work: UnitOfWork, rule: InForce, *alike: ColumnElement[bool]) -> None:
    """Give a new rule its place among those of its table that meet the conditions.  Raises ``Refusal``."""
    await one_after_the_other(work)
    others = select(type(rule)).where(*alike).with_for_update(key_share=True)
    await take_its_place(work, rule, (await work.session.scalars(others)).all())


async def one_after_the_other(work: UnitOfWork) -> None:
    """Wait for who adopts a rule now: two would lock the rules that there are, and neither see the other's."""
    await work.session.execute(select(func.pg_advisory_xact_lock(func.hashtext("jiandu.rules"))))


async def take_its_place(work: UnitOfWork, rule: InForce, others: Sequence[InForce]) -> None:
    """End the rules that a new one follows on the day before it, and it on the day before the next.

    Raises ``Refusal``.
    """
    if rule.valid_from < local_day(work.at):
        raise InvalidValue("validFrom", Fault.BEFORE(day=local_day(work.at)))
    kept = [each for each in others if not is_withdrawn(each)]
    if any(each.valid_from == rule.valid_from for each in kept):
        raise Refusal(ErrorCode.ALREADY_EXISTS, field="validFrom")
    for each in kept:
        before, after = (each, rule) if each.valid_from < rule.valid_from else (rule, each)
        last_day = after.valid_from - timedelta(days=1)
        if before.valid_to is None or before.valid_to > last_day:
            before.valid_to = last_day
    await work.flush()


def is_withdrawn(rule: InForce) -> bool:
    """Whether a rule was put out of force before its first day."""
    return rule.valid_to is not None and rule.valid_to < rule.valid_from


def refuse_against_law(
    rules: Sequence[DeadlineRule] | Sequence[AlertStandard] | Sequence[HearingThreshold],
    region: Region,
    valid_from: date,
    field: str,
) -> None:
    """Refuse what would change, for a region, what a statute fixes for one above.  Raises ``Refusal``."""
    for each in rules:
        is_above = each.region_code != region.code and region.code.startswith(each.region_code)
        holds = each.valid_to is None or each.valid_to >= max(valid_from, each.valid_from)
        if each.authority is RuleAuthority.LAW and is_above and holds:
            raise Refusal(ErrorCode.RULE_IS_LAW, field=field, region=each.region_code)


def refuse_to_end_law(rule: DeadlineRule | AlertStandard | HearingThreshold, valid_to: date) -> None:
    """Refuse a last day in force of what a statute fixes; withdrawn it is as any other.  Raises ``Refusal``."""
    if rule.authority is RuleAuthority.LAW and valid_to >= rule.valid_from:
        raise Refusal(ErrorCode.RULE_IS_LAW, field="validTo", region=rule.region_code)


def last_day(work: UnitOfWork, rule: InForce, asked: date) -> date:
    """The last day of a rule that is put out of force; the day before its first withdraws it.  Raises ``Refusal``."""
    earliest = max(local_day(work.at), rule.valid_from - timedelta(days=1))
    if asked < earliest:
        raise InvalidValue("validTo", Fault.BEFORE(day=earliest))
    if rule.valid_to is not None and asked > rule.valid_to:
        # Another may have taken its place since.
        raise InvalidValue("validTo", Fault.AFTER(day=rule.valid_to))
    return asked
