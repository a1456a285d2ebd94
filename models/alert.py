"""Alerts (预警): what is not as it should be, raised once and cleared when the cause is gone (plan clause 11)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Boolean, Column, Computed, DateTime, Index, text
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, code_text, now, term, timestamp, uuid7
from models.vocabulary import EnforcementField, Vocabulary


class AlertRule(Vocabulary):
    """预警规则 · What an alert is raised for"""

    LINKAGE_UNANSWERED = "衔接事项逾期未答复", "A linkage was not answered in time"


class AlertSeverity(Vocabulary):
    """预警等级 · How grave an alert is"""

    YELLOW = "黄色", "To be looked at"
    RED = "红色", "To be acted on"


class Alert(Table, table=True):
    """One alert about one object; the organs that it concerns are the object's sides.

    ``explanation`` says in Chinese what is the matter, with the facts behind it.
    """

    __tablename__ = "alert"
    __table_args__ = (
        Index("alert_open_idx", "rule", "object_id", unique=True, postgresql_where=text("cleared_at IS NULL")),
        Index("alert_organization_idx", "organization_id", "id"),
        Index("alert_region_code_idx", "region_code", "id"),
        Index("alert_sender_idx", "sender_id", "id"),
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
    raised_at: datetime = Field(default_factory=now, sa_column=timestamp())
    cleared_at: datetime | None = Field(default=None, sa_type=DateTime(timezone=True))
    is_open: bool | None = Field(
        default=None, sa_column=Column(Boolean, Computed("cleared_at IS NULL", persisted=True), nullable=False)
    )
