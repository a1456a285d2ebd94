"""Regions."""

from __future__ import annotations

import strawberry

import models
from resolvers.criteria import contains, criteria, equal_to, in_region, is_node, one_of
from resolvers.declarations import (
    OrderField,
    column,
    many,
    node,
    officer_figures,
    one,
    several,
    supervisor_mix,
    tally,
    year_total,
)
from resolvers.sources import Relation
from schema.types.node import Connection, Node


@criteria()
class RegionFilter:
    """区域筛选条件 · Which regions"""

    within: strawberry.ID | None = in_region(
        models.Region.code, models.Region, "某区域及其下级 · This region and those below it"
    )
    level: list[models.Level] | None = one_of(models.Region.level, "行政层级 · Of these levels")
    name_contains: str | None = contains(models.Region.name, "名称包含 · Whose name contains this text")


@criteria(exactly_one=True)
class RegionBy:
    """区域唯一键 · A unique key of a region"""

    id: strawberry.ID | None = is_node(models.Region.code, models.Region, "全局标识 · Global id")
    code: str | None = equal_to(models.Region.code, "行政区划代码 · GB/T 2260 code")


class RegionOrderField(OrderField):
    """区域排序字段 · What regions can be ordered by"""

    CODE = "代码", "Code", models.Region.code
    NAME = "名称，按字符编码", "Name, by code point", models.Region.name


@strawberry.type(description="按类别的机构数量 · How many organizations there are of a kind")
class OrganizationCount:
    """How many organizations there are of a kind."""

    kind: models.OrganizationKind = column("机构类别 · Kind")
    count: int = column("数量 · How many")


@node(models.Region, filtered_by=RegionFilter, ordered_by=RegionOrderField, found_by=RegionBy)
class Region(Node):
    """行政区域 · A region, from the province down to the township (GB/T 2260)"""

    code: str = column("行政区划代码，下级以上级代码为前缀 · Code; a child's begins with its parent's")
    name: str = column("名称 · Name")
    level: models.Level = column("行政层级 · Level")
    parent: Region | None = one(models.Region.parent_code, "上级区域 · The region above")
    children: Connection[Region] = many(
        models.Region.code, models.Region.parent_code, "下级区域 · The regions directly below"
    )
    ancestors: list[Region] = several(
        models.Region.code,
        models.Region.code,
        "各级上级区域，自省级起 · All regions above, the province first",
        relation=Relation.ABOVE,
        at_most=3,
    )
    descendants: Connection[Region] = many(
        models.Region.code,
        models.Region.code,
        "各级下级区域，可按层级筛选 · All regions below; filter by level",
        relation=Relation.BELOW,
    )
    organizations: Connection[Organization] = many(
        models.Region.code, models.Organization.region_code, "本区域的机构 · Organizations of this very region"
    )
    organization_counts: list[OrganizationCount] = tally(
        models.Region.code,
        models.Organization.region_code,
        models.Organization.kind,
        "本区域及下级的机构数量 · Organizations here and below, by kind",
        relation=Relation.AT_OR_BELOW,
    )
    pilots: Connection[Pilot] = many(
        models.Region.code,
        models.Pilot.region_code,
        "本区域及下级的试点 · Pilots here and below",
        relation=Relation.AT_OR_BELOW,
    )
    officer_figures: OfficerFigures = officer_figures(
        models.Region.code,
        models.Officer.region_code,
        "本区域及下级执法队伍情况，权限范围内 · Officers here and below in figures, in scope",
        Relation.AT_OR_BELOW,
    )
    training_hours: int = year_total(
        models.Region.code,
        models.TrainingAttendance.region_code,
        models.TrainingAttendance.hours,
        models.TrainingAttendance.year,
        "本区域及下级人员年度培训学时合计，权限范围内 · Class hours attended here and below in a year",
        relation=Relation.AT_OR_BELOW,
    )
    invited_supervisor_mix: list[SupervisorMix] = supervisor_mix(
        models.Region.code,
        "特邀监督员构成 · Invited supervisors by category, beside how many the region is to have (plan clause 8)",
    )


from schema.types.invited_supervisor import SupervisorMix  # noqa: E402 - types refer to each other
from schema.types.officer import OfficerFigures  # noqa: E402
from schema.types.organization import Organization  # noqa: E402
from schema.types.pilot import Pilot  # noqa: E402
