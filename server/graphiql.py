"""GraphiQL for a browser; all its files are ours to serve, for networks that reach no CDN."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles

FILES = Path(__file__).parent / "static" / "graphiql"
# CodeMirror writes styles into the page; nothing else may be inline, and nothing comes from elsewhere.
_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:"


def wants_graphiql(request: Request) -> bool:
    """Whether a browser asks for the page, which shows the query of its address, rather than a client for an answer."""
    accepted = request.headers.get("accept", "")
    # Who names JSON beside it is no browser, and asks for the answer to its query.
    is_client = "json" in accepted and "query" in request.query_params
    return request.method == "GET" and "text/html" in accepted and not is_client


def graphiql() -> Response:
    """The page."""
    return FileResponse(FILES / "index.html", headers={"Content-Security-Policy": _POLICY})


def static_files() -> StaticFiles:
    """The page's scripts and styles."""
    return StaticFiles(directory=FILES)
