"""What who answers an open poll is told."""

from __future__ import annotations

import datetime

import models
from resolvers.declarations import column, one, view


@view(models.PollCode)
class PollCode:
    """投票码 · A code that admits to a poll once"""

    code: str = column("投票码，仅可用一次 · The code, good for once")
    expires_at: datetime.datetime = column("失效时间 · Good until")
    poll: Questionnaire | None = one(models.PollCode.questionnaire_id, "网上投票 · The poll")


@view(models.PollBallot)
class PollBallot:
    """投票记录 · That someone took part in a poll, apart from what was answered"""

    cast_at: datetime.datetime = column("投票时间 · When")
    poll: Questionnaire | None = one(models.PollBallot.questionnaire_id, "网上投票 · The poll")


from schema.types.questionnaire import Questionnaire  # noqa: E402 - types refer to each other
