"""Officers and their certificates."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import strawberry
from sqlalchemy import ColumnElement, Enum, FromClause, and_, case, func, type_coerce

import models
from models import CertificateState
from models.counting import local_day
from models.officer import certificate_state
from resolvers.criteria import contains, criteria, derived_one_of, equal_to, in_region, is_node, one_of
from resolvers.declarations import OrderField, available_actions, column, derived, history, many, node, one, year_total
from resolvers.json_text import TODAY, fixed
from schema.types.node import Connection, Node


@criteria()
class OfficerFilter:
    """执法人员筛选条件 · Which officers"""

    within: strawberry.ID | None = in_region(
        models.Officer.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    organization: strawberry.ID | None = is_node(
        models.Officer.organization_id, models.Organization, "所在机构 · Of this organization"
    )
    field: list[models.EnforcementField] | None = one_of(models.Officer.field, "执法领域 · Of these fields")
    number: str | None = equal_to(models.Officer.number, "人员编号 · With this number")
    legal_reviewer: bool | None = equal_to(
        models.Officer.is_legal_reviewer, "是否法制审核人员 · Whether a legal reviewer"
    )
    name_contains: str | None = contains(models.Officer.name, "姓名包含 · Whose name contains this text")


class OfficerOrderField(OrderField):
    """执法人员排序字段 · What officers can be ordered by"""

    REGION = "区域代码", "Code of the region", models.Officer.region_code
    NAME = "姓名，按字符编码", "Name, by code point", models.Officer.name


@node(models.Officer, filtered_by=OfficerFilter, ordered_by=OfficerOrderField)
class Officer(Node):
    """执法人员 · A person who enforces or supervises for an organization (plan clause 2 队伍建设)"""

    number: str | None = column("人员编号 · Number")
    name: str = column("姓名 · Name")
    born_on: datetime.date | None = column("出生日期 · Day of birth")
    organization: Organization | None = one(models.Officer.organization_id, "所在机构 · Organization")
    in_established_post: bool = column("是否在编 · Whether in an established post")
    is_legal_reviewer: bool = column("是否法制审核人员 · Whether the person reviews decisions")
    examination_passed_on: datetime.date | None = column("考试合格日期 · When the examination was passed")
    left_on: datetime.date | None = column("离岗日期 · When the person left")
    certificates: Connection[Certificate] = many(
        models.Officer.id, models.Certificate.officer_id, "证件 · Certificates, past ones included"
    )
    training_hours: int = year_total(
        models.Officer.id,
        models.TrainingAttendance.officer_id,
        models.TrainingAttendance.hours,
        models.TrainingAttendance.year,
        "年度培训学时 · Class hours of training attended in a year",
    )
    version: int = column("版本号 · Version")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


@strawberry.type(description="执法队伍情况 · Officers in post today, of those that the caller sees (plan clause 2)")
class OfficerFigures:
    """Officers in post today, of those that the caller sees."""

    officers: int = strawberry.field(description="在岗人数 · In post")
    certified: int = strawberry.field(description="持有效证件人数 · Holding a valid certificate of either kind")
    certified_percent: float | None = strawberry.field(
        description="持证率（%），无人员为空 · Of a hundred officers; null without any"
    )
    supervisors: int = strawberry.field(description="持有效监督证人数 · Holding a valid supervision certificate")
    legal_reviewers: int = strawberry.field(description="法制审核人员数 · Legal reviewers")
    legal_reviewer_percent: float | None = strawberry.field(
        description="法制审核人员占比（%），无人员为空 · Of a hundred officers; null without any"
    )
    legal_reviewers_lacking: int = strawberry.field(
        description="距法定 5% 所缺人数（国办发〔2018〕118号） · How many fewer than the 5% that the law asks for"
    )


def _state(rows: FromClause) -> ColumnElement[Any]:
    is_over = and_(rows.c.state != fixed(CertificateState.REVOKED.name), rows.c.valid_to < TODAY)
    state = case((is_over, fixed(CertificateState.EXPIRED.name)), else_=func.concat(rows.c.state))
    return type_coerce(state, Enum(CertificateState, native_enum=False))


def _plain_state(row: Mapping[str, Any], now: datetime.datetime) -> CertificateState:
    return certificate_state(CertificateState[row["state"]], row["valid_to"], local_day(now))


@criteria()
class CertificateFilter:
    """证件筛选条件 · Which certificates"""

    within: strawberry.ID | None = in_region(
        models.Certificate.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    organization: strawberry.ID | None = is_node(
        models.Certificate.organization_id, models.Organization, "所在机构 · Of this organization"
    )
    kind: list[models.CertificateKind] | None = one_of(models.Certificate.kind, "证件类别 · Of these kinds")
    number: str | None = equal_to(models.Certificate.number, "证号 · With this number")
    state: list[models.CertificateState] | None = derived_one_of(
        models.Certificate.state, _state, _plain_state, "状态 · In these states today"
    )


class CertificateOrderField(OrderField):
    """证件排序字段 · What certificates can be ordered by"""

    REGION = "区域代码", "Code of the region", models.Certificate.region_code
    VALID_TO = "有效期止", "Last day", models.Certificate.valid_to


@node(models.Certificate, filtered_by=CertificateFilter, ordered_by=CertificateOrderField)
class Certificate(Node):
    """证件 · A certificate of an officer (行政处罚法 42)"""

    officer: Officer | None = one(models.Certificate.officer_id, "持证人 · Who holds it")
    organization: Organization | None = one(models.Certificate.organization_id, "所在机构 · Organization")
    kind: models.CertificateKind = column("证件类别 · Kind")
    number: str | None = column("证号 · Number")
    state: models.CertificateState = derived(_state, _plain_state, "状态 · State today")
    valid_from: datetime.date = column("有效期起 · First day")
    valid_to: datetime.date = column("有效期止 · Last day")
    reason: str | None = column("暂扣、恢复或吊销的理由 · Why it was suspended, restored or revoked")
    version: int = column("版本号 · Version")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


from schema.types.history import HistoryEntry  # noqa: E402 - types refer to each other
from schema.types.organization import Organization  # noqa: E402
