"""What was done with an object: its audit entries, and the tasks that wait to be done."""

from __future__ import annotations

import datetime

import strawberry

import models
from resolvers.declarations import by_whom, changes, column, derived, one_by, title, view
from resolvers.history import cursor_of, plain_cursor
from schema.types.node import Node


@strawberry.type(description="变更项 · A value that was changed; a sensitive one is null unless it is seen clear")
class HistoryChange:
    """A value that was changed."""

    field: str = strawberry.field(
        description="字段，或证据、期限、人员等组成部分 · The column, or the parts: evidence, deadlines, officers"
    )
    label: str | None = strawberry.field(
        description="字段名称，按 Accept-Language · What it is called, by Accept-Language; null where no field shows it"
    )
    before: str | None = strawberry.field(
        description="变更前，机构等对象为其全局标识 · Before; of an object its global id"
    )
    after: str | None = strawberry.field(
        description="变更后，机构等对象为其全局标识 · After; of an object its global id"
    )


@view(models.AuditEntry)
class HistoryEntry:
    """办理记录 · Who did what with an object, when"""

    cursor: str = derived(cursor_of, plain_cursor, "游标，供取更早的记录 · Before which the older entries are")
    at: datetime.datetime = column("时间 · When")
    command: str | None = by_whom(
        models.AuditEntry.action,
        "操作，随其他对象办理而变更且无权查看该对象的为空"
        " · The command; null where it was done with another object, of which the caller is not told",
    )
    title: str | None = title(
        "操作名称，按 Accept-Language · What the command is called, by Accept-Language; null where the command is, and"
        " for what is no command"
    )
    actor: str | None = by_whom(models.AuditEntry.account_name, "办理人，为空条件同上 · Who; null where the command is")
    organization: Organization | None = one_by(
        models.AuditEntry.organization_id,
        models.Organization.id,
        "所在机构，为空条件同上 · For which organization; null where the command is",
    )
    changes: list[HistoryChange] = changes("变更内容，含办理理由 · What was changed, and the reason that was given")


@strawberry.input(description="待办筛选条件 · Which tasks")
class TaskFilter:
    """Which tasks."""

    object_type: list[models.TaskType] | None = strawberry.field(description="对象类型 · Of these types")
    due: models.DueState | None = strawberry.field(description="临期或逾期 · Near its end or past it")


@strawberry.type(description="待办 · Something that awaits an act of the caller")
class Task:
    """Something that awaits an act of the caller."""

    object: Node | None = strawberry.field(description="对象 · The object")
    actions: list[models.Action] = strawberry.field(description="可执行的操作 · What the caller may do with it")
    due_at: datetime.datetime | None = strawberry.field(description="最近的期限 · The nearest deadline, if one runs")


@strawberry.type(description="待办列表 · Tasks, the soonest due first")
class TaskList:
    """Tasks, the soonest due first."""

    nodes: list[Task] = strawberry.field(description="待办 · The tasks")
    total_count: int | None = strawberry.field(
        description="总数，超过一万为空 · How many there are; null beyond ten thousand"
    )
    total_count_at_least: int = strawberry.field(
        description="至少有多少，一万以内为总数 · At least so many; all of them up to ten thousand"
    )
    has_next_page: bool = strawberry.field(description="后面还有 · Whether more follow")
    end_cursor: str | None = strawberry.field(description="末条游标 · Cursor of the last one")


from schema.types.organization import Organization  # noqa: E402 - types refer to each other
