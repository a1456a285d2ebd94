"""Commands on standards of alerts, which administrators adopt for their region."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from models import Action, AlertStandard, Fault, InvalidValue, Region
from models.alert_rules import RULES
from resolvers.commands.command import command, creates
from resolvers.commands.periods import (
    last_day,
    one_after_the_other,
    refuse_against_law,
    refuse_to_end_law,
    take_its_place,
)
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.alert import AdoptAlertStandardInput
    from schema.inputs.rule import EndRuleInput

_MOST = 10_000


@creates(AlertStandard, Action.ADOPT)
async def adopt_alert_standard(work: UnitOfWork, asked: AdoptAlertStandardInput, key: UUID) -> AlertStandard:
    """Adopt a standard of alerts for a region; one of the same that runs ends on the day before.

    What is raised or cleared by it is so when all rules are evaluated the next time.
    """
    region = await work.read(Region, asked.region_id, "regionId")
    kept = ("rule", "severity", "threshold", "least_sample", "days", "legal_basis", "authority", "valid_from")
    standard = AlertStandard(id=key, region_code=region.code, **{name: getattr(asked, name) for name in kept})
    work.decide(Action.ADOPT, standard)
    rule = RULES[asked.rule]
    for field, value, is_needed, least in (
        ("threshold", asked.threshold, rule.has_threshold, rule.least_threshold),
        ("leastSample", asked.least_sample, rule.has_sample, 1),
        ("days", asked.days, rule.has_days, 1),
    ):
        if (value is not None) != is_needed:
            raise InvalidValue(
                field,
                (Fault.NEEDED_FOR if is_needed else Fault.NOT_FOR)(what=asked.rule),
            )
        if value is not None and not least <= value <= _MOST:
            raise InvalidValue(field, Fault.NOT_WITHIN(least=least, most=_MOST))
    await one_after_the_other(work)
    others = select(AlertStandard).where(col(AlertStandard.rule) == asked.rule)
    standards = (await work.session.scalars(others.with_for_update(key_share=True))).all()
    refuse_against_law(standards, region, asked.valid_from, "rule")
    same = [each for each in standards if each.region_code == region.code]
    await take_its_place(work, standard, same)
    return standard


@command(AlertStandard, Action.END)
async def end_alert_standard(work: UnitOfWork, standard: AlertStandard, asked: EndRuleInput) -> None:
    """Put a standard out of force after a day; a statutory one stays."""
    refuse_to_end_law(standard, asked.valid_to)
    standard.valid_to = last_day(work, standard, asked.valid_to)
