"""Letters, rendered for who follows the link: ``GET /letters/{transfer}/{template}.{format}`` is one of a transfer,
``GET /letters/{document}.{format}`` a document of supervision.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any, get_args

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from starlette.requests import Request
from starlette.responses import Response

from models import CaseTransfer, ErrorCode, LetterTemplate, Refusal, SupervisionDocument
from models.base import now
from models.files import MEDIA_TYPES
from resolvers.audit import DOWNLOAD_LETTER, Entry, Ground, write_entries
from resolvers.caller import Caller
from resolvers.letters import LetterFields, LetterFormat, Template, render
from resolvers.letters.reading import LetterReader
from server.files.answers import answer, download_headers
from server.files.followers import Followers

_MEDIA_TYPES = {extension.removeprefix("."): media_type for media_type, extension in MEDIA_TYPES.items()}
# A letter of rare characters takes seconds of a processor that answers everything else too.
_AT_ONCE = 1
_FORMATS: dict[str, LetterFormat] = {each: each for each in get_args(LetterFormat)}


@dataclass(frozen=True)
class LetterEndpoint:
    """Answers requests for letters."""

    letters: LetterReader
    followers: Followers
    sessions: async_sessionmaker[AsyncSession]
    renders: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))

    async def __call__(self, request: Request) -> Response:
        """Answer one request."""
        return await answer(request, "letter", self._download)

    async def _download(self, request: Request, correlation_id: str) -> Response:
        asked = request.path_params
        of_transfer = "transfer" in asked
        place = f"{asked['transfer']}/{asked['template']}" if of_transfer else str(asked["document"])
        path = f"/letters/{place}.{asked['format']}"
        caller = await self.followers.caller(request, path, "GET", correlation_id)
        letter_format = _FORMATS.get(asked["format"])
        letter = await (self._of_transfer(asked, caller) if of_transfer else self._of_supervision(asked, caller))
        # What is out of scope and a letter that was not issued are told alike.
        if letter is None or letter_format is None:
            raise Refusal(ErrorCode.NOT_FOUND)
        template, fields = letter
        media_type = _MEDIA_TYPES[letter_format]
        headers = download_headers(f"{template.chinese} {fields['number']}.{letter_format}", media_type)
        if request.method == "HEAD":
            return Response(headers=headers, media_type=media_type)
        async with self.renders:
            content = await asyncio.to_thread(render, template, fields, letter_format)
        what = {"letter": template.name, "number": fields["number"], "format": letter_format}
        table, key = (CaseTransfer, asked["transfer"]) if of_transfer else (SupervisionDocument, asked["document"])
        async with self.sessions.begin() as session:
            # Nothing leaves before its entry stands.
            await write_entries(session, caller, DOWNLOAD_LETTER, Ground(now()), [Entry(table, key, after=what)])
        return Response(content, headers=headers, media_type=media_type)

    async def _of_transfer(self, asked: dict[str, Any], caller: Caller) -> tuple[Template, LetterFields] | None:
        template = LetterTemplate.__members__.get(asked["template"])
        fields = None if template is None else await self.letters.of_transfer(asked["transfer"], template, caller)
        return None if template is None or fields is None else (template, fields)

    async def _of_supervision(self, asked: dict[str, Any], caller: Caller) -> tuple[Template, LetterFields] | None:
        return await self.letters.of_supervision(asked["document"], caller)
