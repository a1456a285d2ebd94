"""``GET /letters/{transfer}/{template}.{format}``: a letter of a transfer, rendered for who follows the link."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import get_args

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from starlette.requests import Request
from starlette.responses import Response

from models import CaseTransfer, ErrorCode, LetterTemplate, Refusal
from models.files import MEDIA_TYPES
from resolvers.audit import audit_entry
from resolvers.letters import LetterFormat, render
from resolvers.letters.reading import LetterReader
from server.files.answers import answer, download_headers
from server.files.followers import Followers

_MEDIA_TYPES = {extension.removeprefix("."): media_type for media_type, extension in MEDIA_TYPES.items()}
_FORMATS: dict[str, LetterFormat] = {each: each for each in get_args(LetterFormat)}


@dataclass(frozen=True)
class LetterEndpoint:
    """Answers requests for letters."""

    letters: LetterReader
    followers: Followers
    sessions: async_sessionmaker[AsyncSession]

    async def __call__(self, request: Request) -> Response:
        """Answer one request."""
        return await answer(request, self._download)

    async def _download(self, request: Request, correlation_id: str) -> Response:
        asked = request.path_params
        path = f"/letters/{asked['transfer']}/{asked['template']}.{asked['format']}"
        caller = await self.followers.caller(request, path, "GET", correlation_id)
        template, letter_format = LetterTemplate.__members__.get(asked["template"]), _FORMATS.get(asked["format"])
        if template is None or letter_format is None:
            raise Refusal(ErrorCode.NOT_FOUND)
        fields = await self.letters.read(asked["transfer"], template, caller)
        # A transfer out of scope and a letter that was not issued are told alike.
        if fields is None:
            raise Refusal(ErrorCode.NOT_FOUND)
        media_type = _MEDIA_TYPES[letter_format]
        headers = download_headers(f"{template.chinese} {fields['number']}.{letter_format}", media_type)
        if request.method == "HEAD":
            return Response(headers=headers, media_type=media_type)
        content = await asyncio.to_thread(render, template, fields, letter_format)
        what = {"letter": template.name, "number": fields["number"], "format": letter_format}
        async with self.sessions.begin() as session:
            # Nothing leaves before its entry stands.
            session.add(audit_entry(caller, "download_letter", CaseTransfer, asked["transfer"], after=what))
        return Response(content, headers=headers, media_type=media_type)
