"""Commands on the policies of revisits (回访比例), which are rows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlmodel import col

from models import Action, Fault, InvalidValue, Region, RevisitPolicy
from resolvers.commands.command import command, creates
from resolvers.commands.periods import adopt, last_day
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.revisit import AdoptRevisitPolicyInput
    from schema.inputs.rule import EndRuleInput

_PERCENT = 100


@creates(RevisitPolicy, Action.ADOPT)
async def adopt_revisit_policy(work: UnitOfWork, asked: AdoptRevisitPolicyInput, key: UUID) -> RevisitPolicy:
    """Adopt the ratio of revisits for a region and procedure; one of the same that runs ends on the day before."""
    region = await work.read(Region, asked.region_id, "regionId")
    policy = RevisitPolicy(
        id=key,
        region_code=region.code,
        procedure=asked.procedure,
        ratio=asked.ratio,
        priority_penalties=sorted({kind.name for kind in asked.priority_penalties or []}),
        priority_amount=asked.priority_amount,
        legal_basis=asked.legal_basis,
        authority=asked.authority,
        valid_from=asked.valid_from,
    )
    work.decide(Action.ADOPT, policy)
    if not 0 <= asked.ratio <= _PERCENT:
        raise InvalidValue("ratio", Fault.NOT_WITHIN(least=0, most=_PERCENT))
    await adopt(
        work, policy, col(RevisitPolicy.region_code) == region.code, col(RevisitPolicy.procedure) == asked.procedure
    )
    return policy


@command(RevisitPolicy, Action.END)
async def end_revisit_policy(work: UnitOfWork, policy: RevisitPolicy, asked: EndRuleInput) -> None:
    """Put a policy of revisits out of force after a day."""
    policy.valid_to = last_day(work, policy, asked.valid_to)
