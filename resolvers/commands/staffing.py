"""Commands on staffing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models import Action, ErrorCode, Refusal, Staffing
from resolvers.commands.command import command
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.staffing import UpdateStaffingInput

_MOST_POSTS = 100_000


@command(Staffing, Action.UPDATE)
async def update_staffing(work: UnitOfWork, staffing: Staffing, asked: UpdateStaffingInput) -> None:
    """Record authorised posts, people in post and dedication; what is not given stays as it is."""
    for field in ("authorised", "actual", "dedicated_staff"):
        value = getattr(asked, field)
        if value is not None:
            if not 0 <= value <= _MOST_POSTS:
                raise Refusal(ErrorCode.INVALID_VALUE, field=_CONTRACT[field], reason=f"0–{_MOST_POSTS}")
            setattr(staffing, field, value)
    if asked.dedicated_body is not None:
        staffing.dedicated_body = asked.dedicated_body
    if staffing.dedicated_staff > staffing.actual:
        reason = f"dedicatedStaff {staffing.dedicated_staff} > actual {staffing.actual}"
        raise Refusal(ErrorCode.INVALID_VALUE, field="dedicatedStaff", reason=reason)


_CONTRACT = {"authorised": "authorised", "actual": "actual", "dedicated_staff": "dedicatedStaff"}
