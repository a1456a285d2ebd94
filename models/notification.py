"""Notifications: what a command tells the organizations that it concerns."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Column, Index, text
from sqlmodel import Field

from models.actions import Action
from models.anchors import Anchors, Side
from models.base import Table, now, term, timestamp, uuid7


class Notification(Table, table=True):
    """A notice to one organization that somebody acted on an object; written in the act's own transaction."""

    __tablename__ = "notification"
    __table_args__ = (Index("notification_organization_idx", "organization_id", text("at DESC"), text("id DESC")),)
    __anchors__: ClassVar[Anchors] = Anchors(Side(organization="organization_id"))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    at: datetime = Field(default_factory=now, sa_column=timestamp())
    organization_id: UUID = Field(foreign_key="organization.id")
    action: Action = Field(sa_column=Column(term(Action, is_open=True), nullable=False))
    object_type: str
    object_id: UUID
