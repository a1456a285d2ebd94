"""The application: what is bound to a database is made in its lifespan, what is not with it."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import cache
from typing import Any

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.types import Receive, Scope, Send

from models.database import DatabaseSettings, write_engine
from models.secrets import make_cipher
from policies import PolicyFile
from resolvers.commands.command import Services
from resolvers.compilation import Bounds
from resolvers.execution import PLANS, Executor
from resolvers.letters.reading import LetterReader
from resolvers.plan import LRU
from resolvers.signed_links import SignedLinks
from schema.build import SDL, build_schema
from server import health
from server.authentication import Authenticator, make_keys
from server.documents import Documents
from server.endpoint import Endpoint
from server.files.followers import Followers
from server.files.janitor import Janitor
from server.files.letters import LetterEndpoint
from server.files.links import make_links
from server.files.routes import FileEndpoint
from server.files.storage import make_storage
from server.graphiql import static_files
from server.imports.making import make_importer
from server.imports.templates import import_template
from server.imports.worker import ImportWorker
from server.jobs import Jobs
from server.observability import Metrics, configure_logging
from server.principals import Principals
from server.queues import waiting
from server.reads import read_pool
from server.recorder import Recorder
from server.sealer import Sealer
from server.settings import Settings
from server.time_limit import TimeLimit

_GRAPHQL = "/graphql"
_ANY_METHOD = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


def create_app(
    settings: Settings | None = None, database: DatabaseSettings | None = None, policy: PolicyFile | None = None
) -> Starlette:
    """The application for these settings, by default those of the environment."""
    settings = settings or Settings()
    settings.check()
    app = _Application(
        routes=[
            # Under a root path, and for its redirect from the address with a slash.
            Route(_GRAPHQL, _GraphQL(), methods=_ANY_METHOD),
            Route("/schema.graphql", _contract),
            Route("/files/{id:uuid}", _files, methods=["GET", "PUT"]),
            Route("/import-templates/{kind}.xlsx", import_template),
            Route("/letters/{transfer:uuid}/{template}.{format}", _letters, methods=["GET"]),
            Route("/letters/{document:uuid}.{format}", _letters, methods=["GET"]),
            Route("/health/live", health.live),
            Route("/health/ready", _ready),
            Route("/metrics", _metrics),
            Route("/", _home),
            Mount("/graphiql", static_files()),
        ],
        middleware=[Middleware(CORSMiddleware, **_cors(settings))] if settings.cors_origins else [],
        lifespan=_lifespan,
    )
    app.state.settings = settings
    app.state.database = database or DatabaseSettings()
    app.state.policy = policy or PolicyFile()
    app.state.schema = build_schema()
    app.state.documents = Documents(app.state.schema._schema, settings.limits)
    app.state.plans = LRU(PLANS)
    return app


def _cors(settings: Settings) -> dict[str, Any]:
    return {
        "allow_origins": settings.cors_origins,
        "allow_methods": ["GET", "POST", "PUT"],
        "allow_headers": ["Authorization", "Content-Type", "Accept-Language", "X-Request-ID"],
        "expose_headers": ["X-Request-ID"],
        "max_age": 600,
    }


@cache
def _freeze() -> None:
    """What lives as long as the process is looked at by no collection any more, from its first server on."""
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    settings, database, policy = app.state.settings, app.state.database, app.state.policy
    configure_logging(settings.log_level)
    direct_url = database.database_direct_url or database.database_url
    # Longer than a request may take, since its own limit answers it better.
    longest = 2 * settings.limits.request_timeout
    engine = write_engine(
        database.database_url,
        is_pooled=database.is_pooled,
        longest_idle=longest,
        poolclass=None,
        pool_size=database.database_pool_size,
        max_overflow=0,
        # What waits for a connection is refused before its request's time is over.
        pool_timeout=settings.limits.request_timeout / 2,
    )
    # Of what is stopped one after the other nothing keeps the next from it.
    async with read_pool(database, longest=longest) as reads, AsyncExitStack() as ending:
        ending.push_async_callback(engine.dispose)
        links = make_links(settings, database.data_dir)
        followers = Followers(links, reads, policy)
        principals = Principals(reads, direct_url)
        sealer = Sealer(direct_url)
        jobs = Jobs(direct_url)
        storage = make_storage(settings, database.data_dir)
        janitor = Janitor(direct_url, storage)
        services = make_services(settings, database, engine, links)
        sessions = services.sessions
        # A file takes longer than a request may, and would wait for those who wait for what it holds.
        apart = write_engine(database.database_url, is_pooled=database.is_pooled)
        ending.push_async_callback(apart.dispose)
        importing = make_services(settings, database, apart, links)
        imports = ImportWorker(direct_url, make_importer(settings, importing, reads, policy, storage))
        for each in (principals, sealer, *([jobs] if settings.runs_jobs else []), janitor, imports):
            ending.push_async_callback(each.stop)
            each.start()
        app.state.metrics = Metrics()
        app.state.recorder = Recorder(app.state.metrics)
        ending.callback(app.state.recorder.write)
        bounds = Bounds(settings.limits.max_nodes, settings.limits.max_complexity)
        app.state.executor = Executor(reads, services, app.state.plans, bounds)
        ending.callback(app.state.executor.close)
        app.state.endpoint = Endpoint(
            documents=app.state.documents,
            executor=app.state.executor,
            authenticator=Authenticator(make_keys(settings, database.data_dir)),
            principals=principals,
            policy=policy,
            recorder=app.state.recorder,
            limits=settings.limits,
            time_limit=TimeLimit(settings.limits.request_timeout),
        )
        app.state.graphql = (
            CORSMiddleware(app.state.endpoint, **_cors(settings)) if settings.cors_origins else app.state.endpoint
        )
        app.state.files = FileEndpoint(
            storage=storage,
            followers=followers,
            sessions=sessions,
            spool=database.data_dir / "spool",
            max_bytes=settings.files_max_bytes,
            upload_seconds=settings.files_upload_seconds,
        )
        app.state.letters = LetterEndpoint(
            LetterReader(app.state.executor, app.state.schema._schema), followers, sessions
        )
        app.state.reads, app.state.engine, app.state.janitor = reads, engine, janitor
        app.state.ready = health.Ready(reads, policy, janitor)
        _freeze()
        yield


def make_services(settings: Settings, database: DatabaseSettings, engine: AsyncEngine, links: SignedLinks) -> Services:
    """What the commands of this process work with."""
    return Services(
        async_sessionmaker(engine, expire_on_commit=False, autoflush=False),
        make_cipher(settings.field_keys, database.data_dir, settings.field_key_number),
        links,
        settings.files_max_bytes,
        settings.public_uses_per_hour,
    )


class _Application(Starlette):
    """Leads to the endpoint past the router and what guards its routes, of which it needs none."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == _GRAPHQL:
            await self.state.graphql(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


class _GraphQL:
    """The endpoint as a route's application: a function would be wrapped at every request."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await scope["app"].state.endpoint(scope, receive, send)


async def _files(request: Request) -> Response:
    response: Response = await request.app.state.files(request)
    return response


async def _letters(request: Request) -> Response:
    response: Response = await request.app.state.letters(request)
    return response


async def _ready(request: Request) -> Response:
    response: Response = await request.app.state.ready(request)
    return response


async def _contract(request: Request) -> Response:
    return FileResponse(SDL, media_type="text/plain")


async def _metrics(request: Request) -> Response:
    state = request.app.state
    state.recorder.write()
    metrics: Metrics = state.metrics
    metrics.observe_plans(state.plans)
    state.policy.current()
    metrics.policy.set(state.policy.error is None)
    metrics.files_owned.set(state.janitor.is_owner)
    metrics.observe_queues(await waiting(state.reads))
    metrics.connections.labels("reads").set(state.reads.used)
    metrics.connections.labels("commands").set(state.engine.pool.checkedout())
    return Response(generate_latest(metrics.registry), media_type=CONTENT_TYPE_LATEST)


async def _home(request: Request) -> Response:
    return RedirectResponse("/graphql")
