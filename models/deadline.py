"""Deadline rules: every period of law and practice is a row."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, code_text, term, uuid7
from models.deadline_terms import DeadlineEvent, DeadlineUnit, Resumption, RuleAuthority
from models.validity import in_force


class DeadlineRule(Table, Versioned, table=True):
    """How long a period is, from which event, on what basis, and what may be done to it.

    ``length`` counts ``unit``; ``month`` and ``day`` instead name a fixed date of the year.  The rule of the
    nearest region that is valid on the day applies.  A deadline is near from ``near_days`` before its end.  One that
    ``is_suspensible`` its organ may suspend; whatever it is, those of a case stand still while a transfer offers it.
    """

    __tablename__ = "deadline_rule"
    __table_args__ = (
        *in_force("deadline_rule", "event", "region_code"),
        CheckConstraint("(length IS NULL) <> (month IS NULL)", name="length_or_date"),
        CheckConstraint(
            "(month IS NULL) = (day IS NULL) AND month BETWEEN 1 AND 12 AND day BETWEEN 1 AND 31", name="date"
        ),
        CheckConstraint("length > 0 AND extensions >= 0 AND near_days >= 0", name="counts"),
        CheckConstraint("(extensions > 0) = (extension_length IS NOT NULL) AND extension_length > 0", name="extension"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", public=True))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    event: DeadlineEvent = Field(sa_column=Column(term(DeadlineEvent, is_open=True), nullable=False))
    length: int | None = None
    unit: DeadlineUnit = Field(sa_column=Column(term(DeadlineUnit), nullable=False))
    month: int | None = None
    day: int | None = None
    rolls_over: bool = True
    legal_basis: str
    authority: RuleAuthority = Field(sa_column=Column(term(RuleAuthority), nullable=False))
    region_code: str = Field(sa_column=Column(code_text(9), ForeignKey("region.code"), nullable=False))
    valid_from: date = Field(sa_column=Column(Date, nullable=False))
    valid_to: date | None = Field(default=None, sa_column=Column(Date))
    extensions: int = 0
    extension_length: int | None = None
    is_suspensible: bool = True
    resumption: Resumption = Field(default=Resumption.RESUME, sa_column=Column(term(Resumption), nullable=False))
    near_days: int = 3


def rule_for(rules: Iterable[DeadlineRule], event: DeadlineEvent, region_code: str, on: date) -> DeadlineRule | None:
    """The rule for an event in a region on a day: that of the nearest region, the latest of several."""
    fitting = [
        rule
        for rule in rules
        if rule.event is event
        and region_code.startswith(rule.region_code)
        and rule.valid_from <= on
        and (rule.valid_to is None or on <= rule.valid_to)
    ]
    return max(fitting, key=lambda rule: (len(rule.region_code), rule.valid_from), default=None)
