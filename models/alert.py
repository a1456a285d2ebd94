"""Alerts (预警): what is not as it should be, raised once and cleared when the cause is gone (plan clause 11)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Numeric,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, areas, code_text, computed, moment, now, term, timestamp, uuid7
from models.deadline_terms import RuleAuthority
from models.validity import in_force
from models.vocabulary import EnforcementField, Vocabulary


class AlertRule(Vocabulary):
    """预警规则 · What an alert is raised for"""

    DEADLINE_NEAR = "期限临近", "A deadline is near"
    DEADLINE_PASSED = "期限届满未办结", "A deadline passed; the threshold is by how many days"
    LINKAGE_UNANSWERED = "衔接事项逾期未答复", "A linkage was not answered in time; the threshold is by how many days"
    RECTIFICATION_OVERDUE = "整改逾期", "A rectification was not reported in time; the threshold is by how many days"
    DEADLINE_SUSPENDED = (
        "期限中止过久",
        "A deadline of a case is suspended for long; the threshold is in days, those of earlier suspensions with them",
    )
    TRANSFER_REFUSED = "移送多次被拒（推诿）", "A case was refused again and again; the threshold is how often"
    ZERO_ACTS = "履职为零", "An organ with a duty performed no such act in the year; the threshold is the month to look"
    INSPECTION_TOO_OFTEN = "检查频次超限", "An enterprise is inspected more than allowed; the threshold is by how often"
    FINE_OUTLIER = (
        "罚款畸轻畸重",
        "A fine far from its peers of one cause and field; the threshold is in robust deviations",
    )
    UNCERTIFIED_OFFICER = "无有效执法证办案", "An officer without a valid certificate handles a running case"
    PILOT_LATE = (
        "试点逾期确定",
        "A pilot was named or entered late and is not confirmed yet; the threshold is by how many days",
    )
    PILOT_MISSING = (
        "逾期未确定试点乡镇",
        "A county has named no township as a pilot; the threshold is by how many days",
    )
    SATISFACTION_LOW = (
        "满意度偏低",
        "What an organ's revisits, or a bureau's contact points, told is on average under the threshold, of 1 to 5",
    )
    CONTACT_POINT_UNVISITED = (
        "联系点未走访",
        "A contact point was visited less than the year's rule asks; the threshold is the month to look",
    )
    CONTACT_POINT_VISITED_TOO_OFTEN = (
        "联系点走访超限",
        "A contact point was visited more than the year's rule allows; the threshold is by how often",
    )


class AlertSeverity(Vocabulary):
    """预警等级 · How grave an alert is"""

    YELLOW = "黄色", "To be looked at"
    RED = "红色", "To be acted on"


class AlertStandard(Table, Versioned, table=True):
    """From where on a rule raises alerts in a region, and of which severity.

    The standard of the nearest region holds, of several the latest; where there is none the rule raises nothing.
    ``threshold`` is in the rule's own measure, ``least_sample`` how many there must be to judge by, ``days`` how
    far back it looks; null for a rule that has no such measure (``models.alert_rules``).
    """

    __tablename__ = "alert_standard"
    __table_args__ = (
        *in_force("alert_standard", "rule", "region_code"),
        CheckConstraint("threshold >= 0 AND least_sample > 0 AND days > 0", name="measures"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", public=True))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    rule: AlertRule = Field(sa_column=Column(term(AlertRule, is_open=True), nullable=False))
    severity: AlertSeverity = Field(sa_column=Column(term(AlertSeverity), nullable=False))
    threshold: Decimal | None = Field(default=None, sa_column=Column(Numeric(8, 2)))
    least_sample: int | None = None
    days: int | None = None
    legal_basis: str
    authority: RuleAuthority = Field(sa_column=Column(term(RuleAuthority), nullable=False))
    region_code: str = Field(sa_column=Column(code_text(9), ForeignKey("region.code"), nullable=False))
    valid_from: date = Field(sa_column=Column(Date, nullable=False))
    valid_to: date | None = Field(default=None, sa_column=Column(Date))


def _lists() -> Iterator[Index]:
    for side, organization, region in (
        ("owner", "organization_id", "region_code"),
        ("sender", "sender_id", "sender_region_code"),
    ):
        yield Index(f"alert_{side}_idx", organization, "raised_at", "id")
        yield from areas("alert", side, region, "raised_at", "id")


class Alert(Table, table=True):
    """One alert about one object at one organ that has to act; who waits for it is the sender.

    ``explanation`` says in Chinese what is the matter; ``facts`` are the facts behind it, pairs of a label and a
    value, as they stand or stood when it was cleared.
    """

    __tablename__ = "alert"
    __table_args__ = (
        Index(
            "alert_open_idx",
            "rule",
            "object_id",
            "organization_id",
            unique=True,
            postgresql_where=text("cleared_at IS NULL"),
        ),
        *_lists(),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(region="region_code", organization="organization_id", field="field"),
        Side(name="sender", region="sender_region_code", organization="sender_id", field="sender_field"),
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    rule: AlertRule = Field(sa_column=Column(term(AlertRule, is_open=True), nullable=False))
    severity: AlertSeverity = Field(sa_column=Column(term(AlertSeverity), nullable=False))
    object_type: str
    object_id: UUID
    organization_id: UUID = Field(foreign_key="organization.id")
    region_code: str = Field(sa_column=Column(code_text(9), nullable=False))
    field: EnforcementField | None = Field(default=None, sa_column=Column(term(EnforcementField)))
    sender_id: UUID | None = Field(default=None, foreign_key="organization.id")
    sender_region_code: str | None = Field(default=None, sa_column=Column(code_text(9)))
    sender_field: EnforcementField | None = Field(
        default=None, sa_column=Column(term(EnforcementField, "sender_field"))
    )
    explanation: str
    facts: list[list[str]] = Field(
        default_factory=list, sa_column=Column(JSONB, nullable=False, server_default=text("'[]'"))
    )
    raised_at: datetime = Field(default_factory=now, sa_column=timestamp())
    cleared_at: datetime | None = moment()
    is_open: bool | None = computed(Boolean, "cleared_at IS NULL")
