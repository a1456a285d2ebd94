"""Payloads of commands: the object as it stands, and why a command was refused."""

from __future__ import annotations

import strawberry

import models
from resolvers.caller import Reading
from resolvers.declarations import affected, known
from schema.types.staffing import Staffing


@strawberry.type(description="操作错误 · Why a command was refused, and what to do")
class UserError:
    """Why a command was refused."""

    code: models.ErrorCode = strawberry.field(description="错误代码，稳定 · Code, stable")
    message: str = strawberry.field(description="说明，依 Accept-Language · Message, by Accept-Language")
    field: str | None = strawberry.field(description="相关的输入项 · The input field concerned")


def _user_errors(reading: Reading) -> list[UserError]:
    return [
        UserError(code=refusal.code, message=refusal.message(reading.caller.language), field=refusal.field)
        for refusal in reading.outcome.refusals
    ]


@strawberry.type(description="编制操作结果 · What a command on staffing answers")
class StaffingPayload:
    """What a command on staffing answers."""

    staffing: Staffing | None = affected(models.Staffing, "编制现状 · The staffing as it stands now")
    user_errors: list[UserError] = known(_user_errors, "操作错误，成功时为空 · Why it was refused; empty on success")
