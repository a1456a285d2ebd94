"""``GET /import-templates/{kind}.xlsx``: an empty workbook for each kind of import, with notes on its columns."""

from __future__ import annotations

import asyncio
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from models import ImportKind
from resolvers.imports.sheets import XLSX, template


async def import_template(request: Request) -> Response:
    """The template of a kind of import, which the path names in lower case; it is the same for everyone."""
    kind = next((each for each in ImportKind if each.name.lower() == request.path_params["kind"]), None)
    if kind is None:
        return Response(status_code=404)
    name = quote(f"{kind.chinese}导入模板.xlsx")
    disposition = f"attachment; filename=\"{kind.name.lower()}.xlsx\"; filename*=UTF-8''{name}"
    content = await asyncio.to_thread(template, kind)
    return Response(content, media_type=XLSX, headers={"Content-Disposition": disposition})
