"""Extensions of running deadlines: of every object alike, as often and as long as the rule admits.

Only where something else moves with the deadline the act stands with its object: ``extend_matter_deadline``, and
``extend_measure`` for a seizure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from models import (
    Action,
    CaseTransfer,
    Clue,
    CoordinationDispute,
    DeadlineEvent,
    EnforcementCase,
    ErrorCode,
    Linkage,
    Refusal,
)
from models.base import Table
from resolvers.commands import clocks
from resolvers.commands.command import Command
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.case import ExtendDeadlineInput

_Row = TypeVar("_Row", bound=Table)


def extends(name: str, model: type[_Row]) -> Command[_Row, Any]:
    """Declare a command that extends a running deadline of a row, with the reason, and changes nothing else."""

    async def extend(work: UnitOfWork, row: _Row, asked: ExtendDeadlineInput) -> None:
        if asked.event is DeadlineEvent.SEIZURE:
            raise Refusal(ErrorCode.SEIZURE_IS_EXTENDED, field="event")
        await clocks.extend(work, row, asked.event, asked.reason)

    return Command(name, model, Action.EXTEND_DEADLINE, extend)


extend_deadline = extends("extend_deadline", EnforcementCase)
extend_clue_deadline = extends("extend_clue_deadline", Clue)
extend_transfer_deadline = extends("extend_transfer_deadline", CaseTransfer)
extend_dispute_deadline = extends("extend_dispute_deadline", CoordinationDispute)
extend_linkage_deadline = extends("extend_linkage_deadline", Linkage)
