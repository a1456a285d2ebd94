"""Enterprises and sole traders that enforcement meets, by their credit code."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from sqlalchemy import Column, Uuid
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, code_text, computed
from models.case import EnforcementCase


class Enterprise(Table, table=True):
    """A market entity that enforcement met, seen by who sees a case on it.

    Its credit code is published by law (企业信息公示暂行条例 6); that a case met it is not.  So its key follows from
    the code and tells of no moment, and its name is that of the newest case that the reader sees.
    """

    __tablename__ = "enterprise"
    __anchors__: ClassVar[Anchors] = Anchors(Side(public=True))
    __seen_with__: ClassVar[tuple[str, type[Table], str] | None] = ("credit_code", EnforcementCase, "party_credit_code")

    id: UUID = computed(Uuid(), "CAST(md5('enterprise:' || credit_code) AS UUID)", primary_key=True)
    credit_code: str = Field(sa_column=Column(code_text(18), nullable=False, unique=True))
