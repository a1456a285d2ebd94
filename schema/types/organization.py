"""Organizations."""

from __future__ import annotations

import strawberry
from stdnum.cn import uscc

import models
from resolvers.criteria import contains, criteria, equal_to, in_region, is_node, one_of
from resolvers.declarations import (
    OrderField,
    column,
    many,
    node,
    officer_figures,
    one,
    one_by,
    revisit_coverage,
    year_total,
)
from schema.types.node import Connection, Node


@criteria()
class OrganizationFilter:
    """机构筛选条件 · Which organizations"""

    within: strawberry.ID | None = in_region(
        models.Organization.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    level: list[models.Level] | None = one_of(models.Organization.level, "行政层级 · Of these levels")
    kind: list[models.OrganizationKind] | None = one_of(models.Organization.kind, "机构类别 · Of these kinds")
    field: list[models.EnforcementField] | None = one_of(models.Organization.field, "执法领域 · Of these fields")
    government: strawberry.ID | None = is_node(
        models.Organization.government_id, models.Organization, "所属政府 · Of this government (块)"
    )
    superior: strawberry.ID | None = is_node(
        models.Organization.superior_id, models.Organization, "上级主管部门 · Under this superior (条)"
    )
    name_contains: str | None = contains(models.Organization.name, "名称包含 · Whose name contains this text")


@criteria(exactly_one=True)
class OrganizationBy:
    """机构唯一键 · A unique key of an organization"""

    id: strawberry.ID | None = is_node(models.Organization.id, models.Organization, "全局标识 · Global id")
    credit_code: str | None = equal_to(
        models.Organization.credit_code, "统一社会信用代码 · Unified social credit code (GB 32100)", uscc.compact
    )


class OrganizationOrderField(OrderField):
    """机构排序字段 · What organizations can be ordered by"""

    REGION = "区域代码", "Code of the region", models.Organization.region_code
    NAME = "名称，按字符编码", "Name, by code point", models.Organization.name


@node(
    models.Organization,
    filtered_by=OrganizationFilter,
    ordered_by=OrganizationOrderField,
    found_by=OrganizationBy,
)
class Organization(Node):
    """机构 · An organization of the four-level graph, joined by area (块) and by line (条)"""

    name: str = column("名称 · Name")
    kind: models.OrganizationKind = column("机构类别 · Kind")
    level: models.Level = column("行政层级 · Level")
    field: models.EnforcementField | None = column("执法领域 · Field of enforcement, if it has one")
    credit_code: str | None = column("统一社会信用代码 · Unified social credit code (GB 32100), if it has one")
    region: Region | None = one(models.Organization.region_code, "所在区域 · Region")
    government: Organization | None = one(
        models.Organization.government_id, "本级政府（块） · The government it belongs to (area)"
    )
    superior: Organization | None = one(
        models.Organization.superior_id, "上级主管部门（条） · The department above it (line)"
    )
    subordinates: Connection[Organization] = many(
        models.Organization.id, models.Organization.superior_id, "下级对口部门（条） · Those below it (line)"
    )
    members: Connection[Organization] = many(
        models.Organization.id,
        models.Organization.government_id,
        "政府所属机构（块） · What belongs to this government (area)",
    )
    department: Organization | None = one(
        models.Organization.department_id, "法制机构所属部门 · The department whose legal unit it is"
    )
    legal_unit: Organization | None = one_by(
        models.Organization.id, models.Organization.department_id, "法制机构 · The department's legal unit"
    )
    staffing: Staffing | None = one_by(
        models.Organization.id,
        models.Staffing.organization_id,
        "编制，权限范围外为空 · Staffing of a supervision body; null outside the caller's scope",
    )
    accounts: Connection[Account] = many(
        models.Organization.id, models.Account.organization_id, "人员账号，权限范围内 · Its people's accounts in scope"
    )
    revisit_coverage: list[RevisitCoverage] = revisit_coverage(
        "期内结案的回访覆盖，权限范围内 · How many of its cases closed in a period were revisited, in scope"
    )
    officer_figures: OfficerFigures = officer_figures(
        models.Organization.id,
        models.Officer.organization_id,
        "执法队伍情况，权限范围内 · Its officers in figures, in the caller's scope",
    )
    training_hours: int = year_total(
        models.Organization.id,
        models.TrainingAttendance.organization_id,
        models.TrainingAttendance.hours,
        models.TrainingAttendance.year,
        "所属人员年度培训学时合计，权限范围内 · Class hours that its people attended in a year, in the caller's scope",
    )


from schema.types.account import Account  # noqa: E402 - types refer to each other
from schema.types.officer import OfficerFigures  # noqa: E402
from schema.types.region import Region  # noqa: E402
from schema.types.revisit import RevisitCoverage  # noqa: E402
from schema.types.staffing import Staffing  # noqa: E402
