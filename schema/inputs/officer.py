"""Inputs of commands on officers."""

from __future__ import annotations

import datetime

import strawberry
from strawberry import UNSET

import models
from schema.inputs.command import CommandInput, CreationInput
from schema.inputs.texts import Code, Name


@strawberry.input(description="登记执法人员 · Register an officer")
class RegisterOfficerInput(CreationInput):
    """Register an officer."""

    organization_id: strawberry.ID = strawberry.field(description="所在机构 · Organization")
    number: Code = strawberry.field(description="人员编号 · Number")
    name: Name = strawberry.field(description="姓名 · Name")
    born_on: datetime.date = strawberry.field(
        description="出生日期，须年满 18 周岁 · Day of birth, of somebody of 18 or older"
    )
    in_established_post: bool = strawberry.field(description="是否在编 · Whether in an established post")
    examination_passed_on: datetime.date | None = strawberry.field(
        description="考试合格日期 · When the examination was passed", default=None
    )
    is_legal_reviewer: bool = strawberry.field(
        description="是否法制审核人员 · Whether the person reviews decisions", default=False
    )
    account_login: Name | None = strawberry.field(
        description="本人登录名；不得回访自己承办的案件 · Login of this person, who then revisits no case of their own",
        default=None,
    )


@strawberry.input(description="修改执法人员 · What to change of an officer; what is left out stays, null empties")
class UpdateOfficerInput(CommandInput):
    """What to change of an officer."""

    name: Name | None = strawberry.field(default=UNSET, description="姓名 · Name")
    born_on: datetime.date | None = strawberry.field(
        default=UNSET, description="出生日期，须年满 18 周岁 · Day of birth, of somebody of 18 or older"
    )
    in_established_post: bool | None = strawberry.field(
        default=UNSET, description="是否在编 · Whether in an established post"
    )
    examination_passed_on: datetime.date | None = strawberry.field(
        default=UNSET, description="考试合格日期 · When the examination was passed"
    )
    is_legal_reviewer: bool | None = strawberry.field(
        default=UNSET, description="是否法制审核人员 · Whether the person reviews decisions"
    )
    left_on: datetime.date | None = strawberry.field(
        default=UNSET, description="离岗日期，自该日起不再办案 · When the person left, and handles no case from then on"
    )
    account_login: Name | None = strawberry.field(
        default=UNSET,
        description="本人登录名；不得回访自己承办的案件 · Login of this person, who then revisits no case of their own",
    )


@strawberry.input(description="核发证件 · Issue a certificate")
class IssueCertificateInput(CreationInput):
    """Issue a certificate."""

    officer_id: strawberry.ID = strawberry.field(description="执法人员 · Officer")
    kind: models.CertificateKind = strawberry.field(description="证件类别 · Kind")
    number: Code = strawberry.field(description="证号 · Number")
    valid_from: datetime.date = strawberry.field(description="有效期起 · First day")
    valid_to: datetime.date = strawberry.field(description="有效期止 · Last day")
