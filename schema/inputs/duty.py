"""Inputs of commands on duty lists."""

from __future__ import annotations

import datetime
import decimal

import strawberry
from strawberry import UNSET

import models
from schema.inputs.command import CommandInput, CreationInput
from schema.inputs.texts import Code, Name


@strawberry.input(description="起草权责事项 · Draft the first edition of a duty item")
class DraftDutyItemInput(CreationInput):
    """Draft the first edition of a duty item."""

    organization_id: strawberry.ID = strawberry.field(description="责任主体 · Who holds it")
    code: Code = strawberry.field(description="事项编码 · Code")
    name: Name = strawberry.field(description="名称 · Name")
    act_type: models.ActType = strawberry.field(description="执法行为 · Type of act")
    law: str = strawberry.field(description="法律依据 · Statute")
    article: str = strawberry.field(description="条款 · Article")
    method: str = strawberry.field(description="履职方式 · How it is performed")
    responsibility: str = strawberry.field(description="责任岗位 · Who answers for it")
    legal_review: models.LegalReview = strawberry.field(
        description="法制审核要求（NOT_NEEDED、NEEDED、AFTER_HEARING） · Whether a case needs a legal review"
    )
    content: models.SupervisionContent | None = strawberry.field(
        description="监督内容 · For a supervision duty, its content", default=None
    )
    fine_floor: decimal.Decimal | None = strawberry.field(
        description="罚款下限（元） · Lowest fine in yuan", default=None
    )
    fine_ceiling: decimal.Decimal | None = strawberry.field(
        description="罚款上限（元） · Highest fine in yuan", default=None
    )
    source: models.DutySource | None = strawberry.field(
        description="权责来源，缺省为法定 · What it rests on; a statute by default", default=None
    )
    is_assignable: bool = strawberry.field(
        description="是否可赋权乡镇 · Whether it may be assigned to townships", default=False
    )


@strawberry.input(description="修改草稿 · Change a draft; what is left out stays, null empties")
class UpdateDutyItemInput(CommandInput):
    """Change a draft; what is left out stays, null empties."""

    name: Name | None = strawberry.field(description="名称 · Name", default=UNSET)
    act_type: models.ActType | None = strawberry.field(description="执法行为 · Type of act", default=UNSET)
    law: str | None = strawberry.field(description="法律依据 · Statute", default=UNSET)
    article: str | None = strawberry.field(description="条款 · Article", default=UNSET)
    method: str | None = strawberry.field(description="履职方式 · How it is performed", default=UNSET)
    responsibility: str | None = strawberry.field(description="责任岗位 · Who answers for it", default=UNSET)
    legal_review: models.LegalReview | None = strawberry.field(
        description="法制审核要求（NOT_NEEDED、NEEDED、AFTER_HEARING） · Whether a case needs a legal review",
        default=UNSET,
    )
    content: models.SupervisionContent | None = strawberry.field(
        description="监督内容 · For a supervision duty, its content", default=UNSET
    )
    fine_floor: decimal.Decimal | None = strawberry.field(
        description="罚款下限（元） · Lowest fine in yuan", default=UNSET
    )
    fine_ceiling: decimal.Decimal | None = strawberry.field(
        description="罚款上限（元） · Highest fine in yuan", default=UNSET
    )
    is_assignable: bool | None = strawberry.field(
        description="是否可赋权乡镇 · Whether it may be assigned to townships", default=UNSET
    )


@strawberry.input(description="修订权责事项 · Draft the next edition of a published or revoked item")
class ReviseDutyItemInput(CreationInput):
    """Draft the next edition of a published or revoked item."""

    duty_item_id: strawberry.ID = strawberry.field(
        description="已公布或已撤销的版次 · The published or revoked edition"
    )


@strawberry.input(description="公布权责事项 · Publish an edition")
class PublishDutyItemInput(CommandInput):
    """Publish an edition."""

    valid_from: datetime.date | None = strawberry.field(
        description="生效日期，缺省为今日 · In force from this day; today by default", default=None
    )


@strawberry.input(description="乡镇赋权 · Assign a duty to a township")
class AssignDutyItemInput(CreationInput):
    """Assign a duty to a township."""

    duty_item_id: strawberry.ID = strawberry.field(description="权责事项 · The duty item")
    township_id: strawberry.ID = strawberry.field(description="乡镇人民政府或街道办事处 · The township government")
