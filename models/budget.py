"""Funds for supervision in the budget of the same level (本级预算): plan clause 三(一), 行政执法监督条例 38."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, Numeric, UniqueConstraint
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, code_text, term, uuid7
from models.vocabulary import EnforcementField

# 行政处罚法 74: fines are tied to nobody's funds or appraisal, openly or in disguise.  To speak of fines is no offence
# (as of what was confiscated and is stored), nor of targets, but both together are refused.
_FINES = re.compile(r"罚没|罚款|罚金|没收|罚缴|\b(?:fine[sd]?|penalt(?:y|ies)|confiscat\w*|forfeit\w*)\b")
_TIES = re.compile(
    r"指标|任务|目标|基数|返还|返拨|返回|提成|分成|挂钩|奖励|奖金|超收|比例|收入|创收|完成"
    r"|\b(?:targets?|quotas?|link\w*|shares?|return\w*|bonus\w*|income|revenue|percent\w*|proportion\w*)\b"
)
_BETWEEN_HAN = re.compile(r"(?<=[\u4e00-\u9fff])[\W_]+(?=[\u4e00-\u9fff])")


class Budget(Table, Versioned, table=True):
    """What the budget of a year has for a supervision body, in yuan, and what of it was spent.

    ``finance_id`` is the finance bureau of the body's own level, which alone records it.  There is no column for a
    target of fines, nor for what fines bring in.
    """

    __tablename__ = "budget"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "region_code"],
            ["organization.id", "organization.region_code"],
            onupdate="CASCADE",
        ),
        ForeignKeyConstraint(
            ["organization_id", "field"], ["organization.id", "organization.field"], onupdate="CASCADE"
        ),
        UniqueConstraint("organization_id", "year"),
        CheckConstraint("amount >= 0 AND spent BETWEEN 0 AND amount", name="amounts"),
        Index("budget_region_code_idx", "region_code", "id"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="organization_id", field="field"),
        Side(name="finance", organization="finance_id"),
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    organization_id: UUID
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    finance_id: UUID = Field(foreign_key="organization.id")
    year: int
    amount: Decimal = Field(sa_column=Column(Numeric(16, 2), nullable=False))
    spent: Decimal | None = Field(default=None, sa_column=Column(Numeric(16, 2)))
    purpose: str


def tie_to_fines(purpose: str) -> str | None:
    """The words by which a purpose sets a target of fines or ties funds to them; None where it does neither."""
    plain = _BETWEEN_HAN.sub("", unicodedata.normalize("NFKC", purpose).casefold())
    fines, ties = _FINES.search(plain), _TIES.search(plain)
    return f"{fines[0]}…{ties[0]}" if fines and ties else None
