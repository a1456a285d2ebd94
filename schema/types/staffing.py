"""Staffing of the supervision bodies."""

from __future__ import annotations

import datetime

import strawberry

import models
from resolvers.criteria import any_of, criteria, in_region, one_of
from resolvers.declarations import OrderField, column, node, one
from schema.types.node import Node


@criteria()
class StaffingFilter:
    """编制筛选条件 · Which staffing"""

    within: strawberry.ID | None = in_region(
        models.Staffing.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    field: list[models.EnforcementField] | None = one_of(models.Staffing.field, "执法领域 · Of these fields")
    gap: list[models.SupervisionGapKind] | None = any_of(models.Staffing.gaps, "缺口 · That lacks any of these")


class StaffingOrderField(OrderField):
    """编制排序字段 · What staffing can be ordered by"""

    REGION = "区域代码", "Code of the region", models.Staffing.region_code
    VACANCIES = "空缺数", "Vacancies", models.Staffing.vacancies


@node(models.Staffing, filtered_by=StaffingFilter, ordered_by=StaffingOrderField)
class Staffing(Node):
    """编制 · Authorised and actual staffing of one supervision body (plan clause 1 机构建设)"""

    organization: Organization | None = one(models.Staffing.organization_id, "监督机构 · The supervision body")
    authorised: int = column("核定编制数 · Authorised posts")
    actual: int = column("实有人数 · People in post")
    dedicated_body: bool = column("是否专门机构 · Whether the body is dedicated to supervision")
    dedicated_staff: int = column("专门人员数 · People who work on supervision alone")
    vacancies: int = column("空缺数 · Authorised posts without a person")
    gaps: list[models.SupervisionGapKind] = column("缺口 · What the body lacks")
    version: int = column("版本号 · Version, to be named when it is changed")
    updated_at: datetime.datetime = column("更新时间 · When it was last changed")


from schema.types.organization import Organization  # noqa: E402 - types refer to each other
