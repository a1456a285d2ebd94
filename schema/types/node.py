"""Relay's object identification and connections."""

from __future__ import annotations

from typing import Generic, TypeVar

import strawberry

from resolvers.declarations import identity

_T = TypeVar("_T")


@strawberry.interface(description="对象 · An object with a global id (Relay)")
class Node:
    """An object with a global id."""

    id: strawberry.ID = identity("全局标识，不透明 · Global id, opaque")


@strawberry.type(description="分页信息 · Where a page stands in its list (Relay)")
class PageInfo:
    """Where a page stands in its list."""

    has_next_page: bool = strawberry.field(description="后面还有 · Whether more follow")
    has_previous_page: bool = strawberry.field(description="前面还有 · Whether some precede")
    start_cursor: str | None = strawberry.field(description="首条游标 · Cursor of the first edge")
    end_cursor: str | None = strawberry.field(description="末条游标 · Cursor of the last edge")


@strawberry.type(description="列表条目 · An entry of a list (Relay)")
class Edge(Generic[_T]):
    """An entry of a list."""

    cursor: str = strawberry.field(description="游标，不透明 · Cursor, opaque")
    node: _T = strawberry.field(description="对象 · The object")


@strawberry.type(description="分页列表 · A list in pages (Relay)")
class Connection(Generic[_T]):
    """A list in pages; counts cover the caller's scope and the filter."""

    edges: list[Edge[_T]] = strawberry.field(description="条目 · Entries with their cursors")
    nodes: list[_T] = strawberry.field(description="对象 · The entries' objects")
    page_info: PageInfo = strawberry.field(description="分页信息 · Where the page stands")
    total_count: int | None = strawberry.field(
        description="总数，超过一万为空 · How many there are in all pages; null beyond 10,000"
    )
    total_count_at_least: int = strawberry.field(
        description="总数下限，至多一万 · How many there are at least, counted to 10,000"
    )
