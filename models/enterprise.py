"""Enterprises and sole traders that enforcement meets, by their credit code."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from sqlalchemy import Column
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, code_text, uuid7
from models.case import EnforcementCase


class Enterprise(Table, table=True):
    """A market entity that enforcement met, seen by who sees a case on it.

    Its name and credit code are published by law (企业信息公示暂行条例 6); that a case met it is not.
    """

    __tablename__ = "enterprise"
    __anchors__: ClassVar[Anchors] = Anchors(Side(public=True))
    __seen_with__: ClassVar[tuple[str, type[Table], str] | None] = ("credit_code", EnforcementCase, "party_credit_code")

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    credit_code: str = Field(sa_column=Column(code_text(18), nullable=False, unique=True))
    name: str = Field(sa_column=Column(code_text(), nullable=False))
