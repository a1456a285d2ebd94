"""How often one organ may inspect one enterprise in a year: rows, since each department announces its own limit."""

from __future__ import annotations

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, code_text, term, uuid7
from models.deadline_terms import RuleAuthority
from models.validity import in_force
from models.vocabulary import EnforcementField


class InspectionLimit(Table, Versioned, table=True):
    """The most inspections of one enterprise by one organ in a calendar year (国办发〔2024〕54号).

    ``field`` is null for one that holds in every field.  The limit of the nearest region holds, of several that
    of the field before the general one, and then the latest.
    """

    __tablename__ = "inspection_limit"
    __table_args__ = (
        *in_force("inspection_limit", "region_code", "field"),
        CheckConstraint("most >= 0", name="most"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", field="field", public=True))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    region_code: str = Field(sa_column=Column(code_text(9), ForeignKey("region.code"), nullable=False))
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    most: int
    legal_basis: str
    authority: RuleAuthority = Field(sa_column=Column(term(RuleAuthority), nullable=False))
    valid_from: date = Field(sa_column=Column(Date, nullable=False))
    valid_to: date | None = Field(default=None, sa_column=Column(Date))
