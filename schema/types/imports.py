"""Imports of duty items, officers and cases from files."""

from __future__ import annotations

import datetime

import strawberry

import models
from resolvers.criteria import criteria, equal_to, is_node, one_of
from resolvers.declarations import OrderField, column, history, node, one, parts, view
from schema.types.node import Node


@criteria()
class ImportJobFilter:
    """导入筛选条件 · Which imports"""

    organization: strawberry.ID | None = is_node(
        models.ImportJob.organization_id, models.Organization, "为该机构导入 · For this organization"
    )
    kind: list[models.ImportKind] | None = one_of(models.ImportJob.kind, "导入类别 · Of these kinds")
    state: list[models.ImportState] | None = one_of(models.ImportJob.state, "状态 · In these states")
    dry_run: bool | None = equal_to(models.ImportJob.is_dry_run, "是否试运行 · Whether it is a dry run")


class ImportJobOrderField(OrderField):
    """导入排序字段 · What imports can be ordered by"""

    CREATED = "申请时间", "When it was asked for", models.ImportJob.created_at


@view(models.RefusedRow)
class RefusedRow:
    """退回的行 · A row of an imported file that was refused"""

    line: int = column("行号，表头为 1 · Number of the row in the file, where the header is 1")
    reason: str = column("退回原因，写明列 · Why, with the column named, in Chinese")


@node(models.ImportJob, filtered_by=ImportJobFilter, ordered_by=ImportJobOrderField)
class ImportJob(Node):
    """导入 · A file whose rows become duty items, officers, certificates or cases"""

    kind: models.ImportKind = column("导入类别 · What the rows become")
    mode: models.ImportMode = column("导入方式 · All rows or none, or each for itself")
    is_dry_run: bool = column("是否试运行 · Whether every row is tried and none kept")
    state: models.ImportState = column("状态 · State")
    organization: Organization | None = one(models.ImportJob.organization_id, "为哪个机构导入 · For whom")
    file: StoredFile | None = one(models.ImportJob.file_id, "导入的文件 · The file that is imported")
    rows_total: int | None = column("数据行数，读入前为空 · Rows with content; null until the file was read")
    rows_read: int = column("已处理行数 · Rows tried so far")
    rows_accepted: int = column("通过行数 · Rows accepted so far; kept as the mode says")
    rows_refused: int = column("退回行数 · Rows refused so far")
    failure: models.ErrorCode | None = column("未完成的原因代码 · Code of why it failed")
    failure_reason: str | None = column("未完成的原因 · Why it failed, in Chinese")
    refusals: list[RefusedRow] = parts(
        models.RefusedRow.job_id,
        models.RefusedRow.line,
        "退回的行，前二十行；全部见退回表 · The first twenty refused rows; the workbook has all",
        at_most=20,
        is_cut=True,
    )
    refused_file: StoredFile | None = one(
        models.ImportJob.refused_file_id, "退回表：退回的行及原因 · Workbook of the refused rows, each with its reasons"
    )
    created_at: datetime.datetime = column("申请时间 · When it was asked for")
    started_at: datetime.datetime | None = column("开始时间 · When a server first took it")
    finished_at: datetime.datetime | None = column("结束时间 · When it ended")
    history: list[HistoryEntry] = history()


from schema.types.file import StoredFile  # noqa: E402 - types refer to each other
from schema.types.history import HistoryEntry  # noqa: E402
from schema.types.organization import Organization  # noqa: E402
