"""From which amount on a party has a right to a hearing: rows, since the statute names none and each province does."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Numeric
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, code_text, term, uuid7
from models.deadline_terms import RuleAuthority
from models.enforcement_terms import PartyKind
from models.validity import in_force
from models.vocabulary import EnforcementField


class HearingThreshold(Table, Versioned, table=True):
    """From which amount on, itself included (民法典 1259), a fine or a confiscation is a large one (行政处罚法 63).

    In yuan: ``person_amount`` for natural persons, sole traders among them (民法典 54), ``organization_amount`` for all
    others.  ``field`` is null for one that holds in every field.  The threshold of the nearest region holds, of several
    that of the field before the general one, and then the latest; where there is none no amount calls for a hearing.
    """

    __tablename__ = "hearing_threshold"
    __table_args__ = (
        *in_force("hearing_threshold", "region_code", "field"),
        CheckConstraint("person_amount > 0 AND organization_amount > 0", name="amounts"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", field="field", public=True))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    region_code: str = Field(sa_column=Column(code_text(9), ForeignKey("region.code"), nullable=False))
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    person_amount: Decimal = Field(sa_column=Column(Numeric(16, 2), nullable=False))
    organization_amount: Decimal = Field(sa_column=Column(Numeric(16, 2), nullable=False))
    legal_basis: str
    authority: RuleAuthority = Field(sa_column=Column(term(RuleAuthority), nullable=False))
    valid_from: date = Field(sa_column=Column(Date, nullable=False))
    valid_to: date | None = Field(default=None, sa_column=Column(Date))

    def amount_for(self, party: PartyKind) -> Decimal:
        """The amount that counts for a party of this kind."""
        return self.organization_amount if party is PartyKind.ENTERPRISE else self.person_amount


def threshold_for(
    thresholds: Iterable[HearingThreshold], region_code: str, field: EnforcementField | None, on: date
) -> HearingThreshold | None:
    """The threshold that holds in a region and field on a day."""
    fitting = [
        each
        for each in thresholds
        if region_code.startswith(each.region_code)
        and each.field in (None, field)
        and each.valid_from <= on
        and (each.valid_to is None or on <= each.valid_to)
    ]
    return max(fitting, key=lambda each: (len(each.region_code), each.field is not None, each.valid_from), default=None)
