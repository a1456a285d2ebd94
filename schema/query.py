"""Query: the table of contents of everything that can be read."""

from __future__ import annotations

import strawberry

import models
from resolvers.declarations import argument, every, facts, lookup, node_by_id, nodes_by_id, own_account
from schema.types import AccessExplanation, Connection, Node, Organization, Region, Staffing, Viewer
from schema.types.access import explain


@strawberry.type(description="查询 · Everything that can be read; each operation is one SQL statement")
class Query:
    """Everything that can be read."""

    viewer: Viewer | None = own_account("当前用户，无令牌为空 · The caller; null without a token")
    node: Node | None = node_by_id("按全局标识取对象 · An object by its global id (Relay)")
    nodes: list[Node | None] | None = nodes_by_id(
        "按全局标识取多个对象 · Objects by their global ids, in that order (Relay)"
    )
    region: Region | None = lookup(models.Region, "行政区域 · A region")
    regions: Connection[Region] | None = every(models.Region, "行政区域列表 · Regions")
    organization: Organization | None = lookup(models.Organization, "机构 · An organization")
    organizations: Connection[Organization] | None = every(models.Organization, "机构列表 · Organizations")
    supervision_gaps: Connection[Staffing] | None = every(
        models.Staffing,
        "监督力量缺口 · Supervision bodies that lack posts, people or dedication (plan clause 1)",
        non_empty=models.Staffing.gaps,
    )
    explain_access: AccessExplanation | None = facts(
        explain,
        "为何可以或不可以 · Whether the caller may do this with the object, by which rule or why not",
        argument("action", models.Action, "行为 · The action"),
    )
