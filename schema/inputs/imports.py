"""Inputs of commands on imports."""

from __future__ import annotations

import strawberry

import models
from schema.inputs.command import CreationInput


@strawberry.input(description="导入文件 · Import the rows of an uploaded file")
class ImportJobInput(CreationInput):
    """Import the rows of an uploaded file."""

    organization_id: strawberry.ID = strawberry.field(description="为哪个机构导入 · For which organization")
    file_id: strawberry.ID = strawberry.field(
        description="已上传的该机构的 CSV 或 XLSX 文件 · An uploaded CSV or XLSX file of the organization"
    )
    kind: models.ImportKind = strawberry.field(description="导入类别 · What the rows become")
    mode: models.ImportMode = strawberry.field(description="整批或逐行 · All rows or none, or each for itself")
    is_dry_run: bool = strawberry.field(
        description="试运行：逐行检验，不保留任何结果 · Try every row and keep none", default=False
    )
