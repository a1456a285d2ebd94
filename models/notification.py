"""Notifications: what a command tells the organizations and persons that it concerns."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Index, text
from sqlmodel import Field

from models.actions import Action
from models.anchors import Anchors, Side
from models.base import Table, now, term, timestamp, uuid7


class Notification(Table, table=True):
    """A notice to one organization or person that somebody acted on an object; written in the act's own transaction."""

    __tablename__ = "notification"
    __table_args__ = (
        CheckConstraint("num_nonnulls(organization_id, account_id) = 1", name="told"),
        Index("notification_organization_idx", "organization_id", text("at DESC"), text("id DESC")),
        Index("notification_account_idx", "account_id", text("at DESC"), text("id DESC")),
    )
    __anchors__: ClassVar[Anchors] = Anchors(
        Side(organization="organization_id"), Side(name="person", person="account_id")
    )

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    at: datetime = Field(default_factory=now, sa_column=timestamp())
    organization_id: UUID | None = Field(default=None, foreign_key="organization.id")
    account_id: UUID | None = Field(default=None, foreign_key="account.id")
    action: Action = Field(sa_column=Column(term(Action, is_open=True), nullable=False))
    object_type: str
    object_id: UUID
