"""Reviews of case files."""

from __future__ import annotations

import datetime

import strawberry

import models
from models.file_review import MOST_DEFECTS
from resolvers.criteria import criteria, in_region, is_node, one_of
from resolvers.declarations import OrderField, available_actions, column, history, node, one, one_by, parts, view
from schema.types.node import Node


@view(models.CaseFileDefect)
class CaseFileDefect:
    """案卷问题 · A defect that a review found"""

    kind: models.CaseFileDefectKind = column("问题种类 · Kind")
    points: int = column("扣分 · Points that it cost")
    fails: bool = column("是否一票否决 · Whether it failed the file at once")
    note: str | None = column("说明 · Note")


@criteria()
class CaseFileReviewFilter:
    """案卷评查筛选条件 · Which reviews"""

    within: strawberry.ID | None = in_region(
        models.CaseFileReview.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    organization: strawberry.ID | None = is_node(
        models.CaseFileReview.organization_id, models.Organization, "办案机构 · Of files of this organization"
    )
    case: strawberry.ID | None = is_node(
        models.CaseFileReview.case_id, models.EnforcementCase, "案件 · Of this case's file"
    )
    field: list[models.EnforcementField] | None = one_of(models.CaseFileReview.field, "执法领域 · Of these fields")
    grade: list[models.CaseFileGrade] | None = one_of(models.CaseFileReview.grade, "等次 · With these grades")


class CaseFileReviewOrderField(OrderField):
    """案卷评查排序字段 · What reviews can be ordered by"""

    REVIEWED = "评查日期", "When it was reviewed", models.CaseFileReview.reviewed_on
    SCORE = "得分", "Score", models.CaseFileReview.score


@node(models.CaseFileReview, filtered_by=CaseFileReviewFilter, ordered_by=CaseFileReviewOrderField)
class CaseFileReview(Node):
    """案卷评查 · The review of one case's file by one body"""

    case: EnforcementCase | None = one(models.CaseFileReview.case_id, "案件 · The case")
    organization: Organization | None = one(models.CaseFileReview.organization_id, "办案机构 · Who handled it")
    region: Region | None = one_by(models.CaseFileReview.region_code, models.Region.code, "所在区域 · Region")
    field: models.EnforcementField | None = column("执法领域 · Field")
    reviewer: Organization | None = one(models.CaseFileReview.reviewer_id, "评查机构 · Who reviewed it")
    reviewed_on: datetime.date = column("评查日期 · When it was reviewed")
    score: int = column("得分，0–100 · Score, 0–100")
    has_failed: bool = column("是否一票否决 · Whether a defect failed it at once")
    grade: models.CaseFileGrade = column("等次 · Grade")
    opinion: str | None = column("评查意见 · Opinion")
    defects: list[CaseFileDefect] = parts(
        models.CaseFileDefect.review_id,
        models.CaseFileDefect.position,
        "发现的问题，仅限可见案情者 · Defects found, for those who may see the narrative",
        at_most=MOST_DEFECTS,
    )
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


from schema.types.case import EnforcementCase  # noqa: E402 - types refer to each other
from schema.types.history import HistoryEntry  # noqa: E402
from schema.types.organization import Organization  # noqa: E402
from schema.types.region import Region  # noqa: E402
