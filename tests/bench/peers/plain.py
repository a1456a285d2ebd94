"""Plain Strawberry as its documentation teaches it: types with resolvers, SQLAlchemy 2 async, a DataLoader an edge.

The caller's facts come in a header and are taken for true; there is no token, no limit, no audit and no mask.
"""

from __future__ import annotations

import datetime
import enum
import json
import os
from collections import defaultdict
from decimal import Decimal
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

import strawberry
from sqlalchemy import DateTime, and_, func, literal_column, or_, select, union
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from starlette.applications import Starlette
from strawberry.asgi import GraphQL
from strawberry.dataloader import DataLoader

_SIZE = int(os.environ["POOL_SIZE"])
_URL = os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+asyncpg://", 1)
engine = create_async_engine(_URL, pool_size=_SIZE, max_overflow=0, connect_args={"server_settings": {"jit": "off"}})
session = async_sessionmaker(engine, expire_on_commit=False)


class Base(DeclarativeBase):
    type_annotation_map: ClassVar = {datetime.datetime: DateTime(timezone=True)}


class RegionRow(Base):
    __tablename__ = "region"
    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    level: Mapped[str]
    parent_code: Mapped[str | None]


class OrganizationRow(Base):
    __tablename__ = "organization"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    level: Mapped[str]
    region_code: Mapped[str]


class CaseRow(Base):
    __tablename__ = "enforcement_case"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[str]
    act_type: Mapped[str]
    state: Mapped[str]
    cause: Mapped[str]
    party_kind: Mapped[str]
    registered_at: Mapped[datetime.datetime]
    filed_at: Mapped[datetime.datetime | None]
    penalty_amount: Mapped[Decimal | None]
    hearing_held: Mapped[bool]
    is_published: Mapped[bool]
    organization_id: Mapped[UUID]
    region_code: Mapped[str]
    field: Mapped[str | None]
    offered_organization_id: Mapped[UUID | None]
    offered_region_code: Mapped[str | None]
    offered_field: Mapped[str | None]
    legal_reviewer_id: Mapped[UUID | None]


class TransferRow(Base):
    __tablename__ = "case_transfer"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    kind: Mapped[str]
    state: Mapped[str]
    created_at: Mapped[datetime.datetime]
    sender_id: Mapped[UUID]
    sender_region_code: Mapped[str]
    sender_field: Mapped[str | None]
    receiver_id: Mapped[UUID]
    visible_receiver_id: Mapped[UUID | None]
    visible_receiver_region_code: Mapped[str | None]
    visible_receiver_field: Mapped[str | None]


class DeadlineRow(Base):
    __tablename__ = "deadline"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID | None]
    event: Mapped[str]
    due_at: Mapped[datetime.datetime]
    is_provisional: Mapped[bool]
    ended_at: Mapped[datetime.datetime | None]


T = TypeVar("T")


@strawberry.type
class PageInfo:
    has_next_page: bool


@strawberry.type
class Connection(Generic[T]):
    nodes: list[T]
    page_info: PageInfo


def page(items: list[Any], first: int) -> Any:
    return Connection(nodes=items[:first], page_info=PageInfo(has_next_page=len(items) > first))


Info = strawberry.Info


@strawberry.type
class OrganizationCount:
    kind: str
    count: int


@strawberry.type
class Organization:
    name: str
    kind: str
    level: str

    @classmethod
    def of(cls, row: OrganizationRow) -> Organization:
        return cls(name=row.name, kind=row.kind, level=row.level)


@strawberry.type
class Region:
    code: str
    name: str
    level: str

    @classmethod
    def of(cls, row: RegionRow) -> Region:
        return cls(code=row.code, name=row.name, level=row.level)

    @strawberry.field
    async def organization_counts(self, info: Info) -> list[OrganizationCount]:
        return await info.context["organization_counts"].load(self.code)

    @strawberry.field
    async def organizations(self, info: Info, first: int = 20) -> Connection[Organization]:
        rows = await info.context["organizations_of_region"].load(self.code)
        return page([Organization.of(row) for row in rows[: first + 1]], first)

    @strawberry.field
    async def children(self, info: Info, first: int = 20) -> Connection[Region]:
        rows = await info.context["children"].load(self.code)
        return page([Region.of(row) for row in rows[: first + 1]], first)


@strawberry.type
class Deadline:
    event: str
    due_at: datetime.datetime
    is_provisional: bool
    ended_at: datetime.datetime | None


@strawberry.type
class CaseTransfer:
    row: strawberry.Private[TransferRow]
    kind: str
    state: str
    created_at: datetime.datetime

    @classmethod
    def of(cls, row: TransferRow) -> CaseTransfer:
        return cls(row=row, kind=row.kind, state=row.state, created_at=row.created_at)

    @strawberry.field
    async def sender(self, info: Info) -> Organization | None:
        return Organization.of(await info.context["organization"].load(self.row.sender_id))

    @strawberry.field
    async def receiver(self, info: Info) -> Organization | None:
        return Organization.of(await info.context["organization"].load(self.row.receiver_id))


@strawberry.type
class EnforcementCase:
    row: strawberry.Private[CaseRow]
    number: str
    act_type: str
    state: str
    cause: str
    party_kind: str
    registered_at: datetime.datetime
    filed_at: datetime.datetime | None
    penalty_amount: Decimal | None
    hearing_held: bool
    field: str | None

    @classmethod
    def of(cls, row: CaseRow) -> EnforcementCase:
        return cls(
            row=row,
            number=row.number,
            act_type=row.act_type,
            state=row.state,
            cause=row.cause,
            party_kind=row.party_kind,
            registered_at=row.registered_at,
            filed_at=row.filed_at,
            penalty_amount=row.penalty_amount,
            hearing_held=row.hearing_held,
            field=row.field,
        )

    @strawberry.field
    async def organization(self, info: Info) -> Organization | None:
        return Organization.of(await info.context["organization"].load(self.row.organization_id))

    @strawberry.field
    async def region(self, info: Info) -> Region | None:
        return Region.of(await info.context["region"].load(self.row.region_code))

    @strawberry.field
    async def transfers(self, info: Info, first: int = 20) -> Connection[CaseTransfer]:
        rows = await info.context["transfers"].load(self.row.id)
        return page([CaseTransfer.of(row) for row in rows[: first + 1]], first)

    @strawberry.field
    async def deadlines(self, info: Info) -> list[Deadline]:
        rows = await info.context["deadlines"].load(self.row.id)
        return [
            Deadline(event=row.event, due_at=row.due_at, is_provisional=row.is_provisional, ended_at=row.ended_at)
            for row in rows
        ]


@strawberry.enum
class CaseOrderField(enum.Enum):
    REGISTERED = "registered_at"


@strawberry.enum
class OrderDirection(enum.Enum):
    ASC = "asc"
    DESC = "desc"


@strawberry.input
class CaseOrder:
    field: CaseOrderField
    direction: OrderDirection = OrderDirection.ASC


@strawberry.input
class RegionBy:
    code: str


class Facts:
    """What the header says of the caller, as conditions on cases and transfers."""

    def __init__(self, area: str = "", field: str | None = None, own: list[str] | None = None) -> None:
        self.area, self.field, self.own = area, field, [UUID(each) for each in own or ()]

    def _in_area(self, region: Any, field: Any) -> Any:
        inside = func.left(region, literal_column(str(len(self.area)))) == self.area
        return and_(inside, field == self.field) if self.field else inside

    def cases(self) -> list[Any]:
        c = CaseRow
        conditions = [self._in_area(c.region_code, c.field), self._in_area(c.offered_region_code, c.offered_field)]
        if self.own:
            owners = (c.organization_id, c.offered_organization_id, c.legal_reviewer_id)
            conditions += [owner.in_(self.own) for owner in owners]
        return conditions

    def transfers(self) -> list[Any]:
        t = TransferRow
        conditions = [
            self._in_area(t.sender_region_code, t.sender_field),
            self._in_area(t.visible_receiver_region_code, t.visible_receiver_field),
        ]
        if self.own:
            conditions += [t.sender_id.in_(self.own), t.visible_receiver_id.in_(self.own)]
        return conditions


def one_each(column: Any) -> DataLoader[Any, Any]:
    async def load(keys: list[Any]) -> list[Any]:
        async with session() as db:
            rows = (await db.scalars(select(column.class_).where(column.in_(keys)))).all()
        found = {getattr(row, column.key): row for row in rows}
        return [found.get(key) for key in keys]

    return DataLoader(load)


def many_each(column: Any, order: list[Any], *conditions: Any) -> DataLoader[Any, Any]:
    async def load(keys: list[Any]) -> list[Any]:
        async with session() as db:
            rows = await db.scalars(select(column.class_).where(column.in_(keys), *conditions).order_by(*order))
        found = defaultdict(list)
        for row in rows:
            found[getattr(row, column.key)].append(row)
        return [found[key] for key in keys]

    return DataLoader(load)


async def count_organizations(codes: list[str]) -> list[list[OrganizationCount]]:
    inside = and_(OrganizationRow.region_code >= RegionRow.code, OrganizationRow.region_code <= RegionRow.code + "~")
    query = (
        select(RegionRow.code, OrganizationRow.kind, func.count())
        .join(OrganizationRow, inside)
        .where(RegionRow.code.in_(codes))
        .group_by(RegionRow.code, OrganizationRow.kind)
        .order_by(OrganizationRow.kind)
    )
    found = defaultdict(list)
    async with session() as db:
        for code, kind, count in await db.execute(query):
            found[code].append(OrganizationCount(kind=kind, count=count))
    return [found[code] for code in codes]


def deadlines_of(facts: Facts) -> DataLoader[Any, Any]:
    visible = DeadlineRow.case_id.in_(select(CaseRow.id).where(or_(*facts.cases()), CaseRow.id == DeadlineRow.case_id))
    return many_each(DeadlineRow.case_id, [DeadlineRow.due_at, DeadlineRow.id], visible)


@strawberry.type
class Query:
    @strawberry.field
    async def cases(self, info: Info, order_by: CaseOrder, first: int = 20) -> Connection[EnforcementCase]:
        column = getattr(CaseRow, order_by.field.value)
        order = [getattr(each, order_by.direction.value)() for each in (column, CaseRow.id)]
        # A page of each branch first: one condition of them all would read every row.
        branches = [
            select(CaseRow.id).where(condition).order_by(*order).limit(first + 1).subquery()
            for condition in (*info.context["facts"].cases(), CaseRow.is_published)
        ]
        keys = union(*(select(branch.c.id) for branch in branches))
        query = select(CaseRow).where(CaseRow.id.in_(keys)).order_by(*order).limit(first + 1)
        async with session() as db:
            rows = (await db.scalars(query)).all()
        return page([EnforcementCase.of(row) for row in rows], first)

    @strawberry.field
    async def region(self, info: Info, by: RegionBy) -> Region | None:
        return Region.of(await info.context["region"].load(by.code))


class App(GraphQL[Any, Any]):
    async def get_context(self, request: Any, response: Any) -> dict[str, Any]:
        facts = Facts(**json.loads(request.headers["x-facts"]))
        return {
            "facts": facts,
            "region": one_each(RegionRow.code),
            "organization": one_each(OrganizationRow.id),
            "children": many_each(RegionRow.parent_code, [RegionRow.code]),
            "organizations_of_region": many_each(
                OrganizationRow.region_code, [OrganizationRow.region_code, OrganizationRow.id]
            ),
            "organization_counts": DataLoader(count_organizations),
            "transfers": many_each(
                TransferRow.case_id, [TransferRow.created_at, TransferRow.id], or_(*facts.transfers())
            ),
            "deadlines": deadlines_of(facts),
        }


app = Starlette()
app.mount("/graphql", App(strawberry.Schema(Query)))
