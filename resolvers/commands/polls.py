"""Open polls, for which nobody needs an account: a code is asked for, and admits to answering once.

What is answered is kept without a key or a moment that the code, the ballot or the audit have, too.
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col

from models import Action, ErrorCode, PollBallot, PollCode, Questionnaire, QuestionnaireResponse, Refusal
from resolvers.commands.command import creates
from resolvers.commands.questionnaires import keep_answers, open_questionnaire
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.questionnaire import AnswerPollInput, RequestPollCodeInput

_VALID = timedelta(minutes=30)
_CODE_BYTES = 15


@creates(PollCode, Action.REQUEST_CODE, by_anyone=True)
async def request_poll_code(work: UnitOfWork, asked: RequestPollCodeInput, key: UUID) -> PollCode:
    """Ask for a code that admits to an open poll once, within half an hour."""
    poll = await work.read(Questionnaire, asked.poll_id, "pollId")
    await open_questionnaire(work, poll.id, "pollId")
    await work.session.execute(delete(PollCode).where(col(PollCode.expires_at) < work.at))
    return PollCode(
        id=key, questionnaire_id=poll.id, code=secrets.token_urlsafe(_CODE_BYTES), expires_at=work.at + _VALID
    )


@creates(PollBallot, Action.FILL_IN, by_anyone=True)
async def answer_poll(work: UnitOfWork, asked: AnswerPollInput, key: UUID) -> PollBallot:
    """Answer an open poll by a code, which is gone with that."""
    poll = await work.read(Questionnaire, asked.poll_id, "pollId")
    used = delete(PollCode).where(
        col(PollCode.code) == asked.code,
        col(PollCode.questionnaire_id) == poll.id,
        col(PollCode.expires_at) >= work.at,
    )
    if (await work.session.execute(used.returning(col(PollCode.id)))).first() is None:
        raise Refusal(ErrorCode.POLL_CODE_NOT_VALID, field="code")
    await open_questionnaire(work, poll.id, "pollId")
    response = QuestionnaireResponse(
        questionnaire_id=poll.id,
        organization_id=poll.organization_id,
        region_code=poll.region_code,
        is_sealed=True,
    )
    await keep_answers(work, response, asked.answers)
    return PollBallot(id=key, questionnaire_id=poll.id, cast_at=work.at)
