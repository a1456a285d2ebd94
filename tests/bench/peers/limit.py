"""The limit: a bare route around one handwritten statement for each question, on a pool like Jiandu's."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    size = int(os.environ["POOL_SIZE"])

    async def keep(connection: object) -> None:
        pass

    async with asyncpg.create_pool(
        os.environ["DATABASE_URL"],
        min_size=size,
        max_size=size,
        reset=keep,
        max_cacheable_statement_size=0,
        server_settings=orjson.loads(os.environ["READ_SETTINGS"]),
    ) as app.state.pool:
        yield


async def answer(request: Request) -> Response:
    state = request.app.state
    statement = state.statements[int(request.path_params["question"])]
    body = await state.pool.fetchval(statement, *orjson.loads(await request.body()))
    return Response(body, media_type="application/json")


app = Starlette(routes=[Route("/{question}", answer, methods=["POST"])], lifespan=lifespan)
app.state.statements = json.loads(Path(os.environ["STATEMENTS"]).read_text(encoding="utf-8"))
