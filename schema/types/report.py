"""Quarterly reports and bulletins."""

from __future__ import annotations

import datetime

import strawberry

import models
from models.reporting import MOST_REPORTS
from resolvers.criteria import criteria, equal_to, in_region, is_due, is_node, one_of
from resolvers.declarations import OrderField, available_actions, column, history, node, one, parts, view
from schema.types.deadline import Deadline
from schema.types.node import Node


@criteria()
class ProgressReportFilter:
    """季度报告筛选条件 · Which quarterly reports"""

    within: strawberry.ID | None = in_region(
        models.ProgressReport.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    organization: strawberry.ID | None = is_node(
        models.ProgressReport.organization_id, models.Organization, "报告机关 · Of this organization"
    )
    year: int | None = equal_to(models.ProgressReport.year, "年份 · Of this year")
    quarter: int | None = equal_to(models.ProgressReport.quarter, "季度 · Of this quarter, 1 to 4")
    state: list[models.ReportState] | None = one_of(models.ProgressReport.state, "状态 · In these states")
    due: models.DueState | None = is_due(
        models.ProgressReport.next_due_at,
        models.ProgressReport.next_near_at,
        "临期或逾期 · Near its end or past it",
    )


class ProgressReportOrderField(OrderField):
    """季度报告排序字段 · What quarterly reports can be ordered by"""

    DRAFTED = "起草时间", "When it was drafted", models.ProgressReport.drafted_at


@node(models.ProgressReport, filtered_by=ProgressReportFilter, ordered_by=ProgressReportOrderField)
class ProgressReport(Node):
    """季度报告 · One edition of what an organization reports of a quarter (plan clause 三(三))"""

    organization: Organization | None = one(models.ProgressReport.organization_id, "报告机关 · Who reports")
    reviewer: Organization | None = one(models.ProgressReport.reviewer_id, "审核机关 · Who reviews it")
    government: Organization | None = one(
        models.ProgressReport.government_id, "市级政府 · The government that it is made to"
    )
    year: int = column("年份 · Year")
    quarter: int = column("季度 · Quarter, 1 to 4")
    edition: int = column("版次，提交后不再改动 · Edition, frozen once it was submitted")
    predecessor: ProgressReport | None = one(
        models.ProgressReport.predecessor_id, "被更正的版次 · The edition that this one corrects"
    )
    state: models.ReportState = column("状态 · State")
    progress: str = column("工作进展 · What was done")
    problems: str | None = column("存在问题 · What stands in the way")
    plans: str | None = column("下步打算 · What comes next")
    review_opinion: str | None = column("审核意见 · Opinion of the review")
    return_reason: str | None = column("退回理由 · Why it was returned")
    drafted_at: datetime.datetime = column("起草时间 · Drafted")
    submitted_at: datetime.datetime | None = column("提交时间 · Submitted")
    answered_at: datetime.datetime | None = column("审核时间 · Reviewed or returned")
    deadlines: list[Deadline] = parts(models.Deadline.report_id, models.Deadline.due_at, "期限 · Deadlines")
    next_due_at: datetime.datetime | None = column("最近的期限 · The nearest running deadline")
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


@view(models.BulletinReport)
class BulletinReport:
    """通报依据 · A report that a bulletin draws on"""

    report: ProgressReport | None = one(models.BulletinReport.report_id, "季度报告 · The quarterly report")


@criteria()
class BulletinFilter:
    """通报筛选条件 · Which bulletins"""

    organization: strawberry.ID | None = is_node(
        models.Bulletin.organization_id, models.Organization, "发布机关 · Of this government"
    )
    state: list[models.BulletinState] | None = one_of(models.Bulletin.state, "状态 · In these states")


class BulletinOrderField(OrderField):
    """通报排序字段 · What bulletins can be ordered by"""

    DRAFTED = "起草时间", "When it was drafted", models.Bulletin.drafted_at


@node(models.Bulletin, filtered_by=BulletinFilter, ordered_by=BulletinOrderField)
class Bulletin(Node):
    """通报 · What a government tells everyone of the reports made to it (plan clause 三(三))"""

    organization: Organization | None = one(models.Bulletin.organization_id, "发布机关 · The government")
    number: str | None = column("文号，发布时编定 · Number, without gaps per government and year; given on publication")
    title: str = column("标题 · Title")
    content: str = column("正文 · Text")
    state: models.BulletinState = column("状态 · State")
    reports: list[BulletinReport] = parts(
        models.BulletinReport.bulletin_id,
        models.BulletinReport.report_id,
        "所依据的季度报告 · The reports that it draws on",
        at_most=MOST_REPORTS,
    )
    drafted_at: datetime.datetime = column("起草时间 · Drafted")
    published_at: datetime.datetime | None = column("发布时间 · Published")
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


from schema.types.history import HistoryEntry  # noqa: E402 - types refer to each other
from schema.types.organization import Organization  # noqa: E402
