"""Open polls (网上投票): the one-time codes that admit to them, and who took part; answers stand elsewhere."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Column
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, code_text, now, timestamp, uuid7


class PollCode(Table, table=True):
    """A code that admits to a poll once; it is deleted when it is used or has expired."""

    __tablename__ = "poll_code"
    __anchors__: ClassVar[Anchors] = Anchors(Side(name="poll", public=True))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    questionnaire_id: UUID = Field(foreign_key="questionnaire.id", index=True)
    code: str = Field(sa_column=Column(code_text(), nullable=False, unique=True))
    expires_at: datetime = Field(sa_column=timestamp())


class PollBallot(Table, table=True):
    """That someone took part in a poll.  Nothing leads from here to the code, or to what was answered."""

    __tablename__ = "poll_ballot"
    __anchors__: ClassVar[Anchors] = Anchors(Side(name="poll", public=True))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    questionnaire_id: UUID = Field(foreign_key="questionnaire.id", index=True)
    cast_at: datetime = Field(default_factory=now, sa_column=timestamp())
