"""Enterprises with their licences, inspections and penalties."""

from __future__ import annotations

import strawberry
from stdnum.cn import uscc

import models
from resolvers.criteria import criteria, equal_to, is_node
from resolvers.declarations import column, inspection_frequency, many, newest, node
from schema.types.node import Connection, Node


@criteria(exactly_one=True)
class EnterpriseBy:
    """市场主体唯一键 · A unique key of an enterprise"""

    id: strawberry.ID | None = is_node(models.Enterprise.id, models.Enterprise, "全局标识 · Global id")
    credit_code: str | None = equal_to(
        models.Enterprise.credit_code, "统一社会信用代码 · Credit code (GB 32100)", uscc.compact
    )


def _cases(act_type: models.ActType, description: str) -> Connection[EnforcementCase]:
    found: Connection[EnforcementCase] = many(
        models.Enterprise.credit_code,
        models.EnforcementCase.party_credit_code,
        description,
        where=(models.EnforcementCase.act_type, act_type),
    )
    return found


@node(models.Enterprise, found_by=EnterpriseBy)
class Enterprise(Node):
    """市场主体 · One enterprise across departments, with what of its cases lies in the caller's scope"""

    credit_code: str = column("统一社会信用代码 · Credit code")
    name: str = newest(
        models.Enterprise.credit_code,
        models.EnforcementCase.party_credit_code,
        models.EnforcementCase.party_name,
        models.EnforcementCase.registered_at,
        "名称，以可见的最近案件为准 · Name, as the newest case in the caller's scope has it",
    )
    licences: Connection[EnforcementCase] = _cases(models.ActType.LICENSING, "许可 · Licences")
    inspections: Connection[EnforcementCase] = _cases(models.ActType.INSPECTION, "检查 · Inspections")
    penalties: Connection[EnforcementCase] = _cases(models.ActType.PENALTY, "处罚 · Penalties")
    cases: Connection[EnforcementCase] = many(
        models.Enterprise.credit_code, models.EnforcementCase.party_credit_code, "全部案件 · Cases of any act type"
    )
    inspection_frequency: list[InspectionFrequency] = inspection_frequency(
        models.Enterprise.credit_code,
        "年度检查频次 · How often each organ inspected it in a year, against the limit",
    )


from schema.types.case import EnforcementCase  # noqa: E402 - types refer to each other
from schema.types.inspection import InspectionFrequency  # noqa: E402
