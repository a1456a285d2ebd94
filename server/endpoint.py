"""The GraphQL endpoint: one request in, one response out, whatever happens between."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

import structlog
import uuid_utils
from graphql import OperationType
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from models import ErrorCode, Refusal
from models.database import is_unavailable
from policies import ANONYMOUS, PolicyFile, Principal
from resolvers.caller import Caller
from resolvers.execution import Executor
from server.authentication import Authenticator
from server.documents import Documents, RefusedDocument
from server.graphiql import graphiql, wants_graphiql
from server.limits import check_variables
from server.observability import correlation_id, describe
from server.principals import Principals
from server.recorder import Recorder, Trace
from server.requests import read_request
from server.responses import JSON, Reply, Sent, preferred_language
from server.settings import Limits
from server.time_limit import TimeLimit

_LONGEST_NAME = 100

logger = structlog.get_logger()


@dataclass(frozen=True)
class Endpoint:
    """Answers GraphQL requests, as an application of its own: what is wrapped around a function costs at each."""

    documents: Documents
    executor: Executor
    authenticator: Authenticator
    principals: Principals
    policy: PolicyFile
    recorder: Recorder
    limits: Limits
    time_limit: TimeLimit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        if wants_graphiql(request):
            await graphiql()(scope, receive, send)
        else:
            await (await self._respond(request)).send(send)

    async def _respond(self, request: Request) -> Sent:
        # An unexpected error is logged and masked.
        started = time.perf_counter()
        # The first of two headers of one name counts.
        headers = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in reversed(request.scope["headers"])
        }
        request_id = correlation_id(headers.get("x-request-id"), uuid_utils.uuid7)
        reply, trace = Reply(JSON, preferred_language(headers), request_id), Trace(request_id)
        try:
            reply = reply.accepted_by(headers)
            response = await self.time_limit.keep(self._answer(request, headers, reply, trace))
        except (Refusal, RefusedDocument) as refusal:
            faults = [fault for fault, _ in refusal.faults] if isinstance(refusal, RefusedDocument) else [refusal]
            trace.codes += [fault.code.name for fault in faults]
            response = reply.refuse(refusal)
        except TimeoutError:
            trace.codes.append(ErrorCode.TIMEOUT.name)
            response = reply.refuse(Refusal(ErrorCode.TIMEOUT, limit=self.limits.request_timeout))
        except Exception as error:
            code = ErrorCode.SERVICE_UNAVAILABLE if is_unavailable(error) else ErrorCode.INTERNAL_ERROR
            trace.codes.append(code.name)
            logger.error("request.failed", correlation_id=request_id, code=code.name, **describe(error))
            response = reply.refuse(Refusal(code))
        self.recorder.add(trace, response.status, time.perf_counter() - started)
        return response

    async def _answer(self, request: Request, headers: Mapping[str, str], reply: Reply, trace: Trace) -> Sent:
        principal = await self._principal(headers.get("authorization"))
        asked = await read_request(request, headers, self.limits.max_body_bytes)
        check_variables(asked.variables, self.limits)
        prepared = self.documents.operation(asked.query, asked.operation_name)
        trace.operation, trace.name = prepared.type.value, (prepared.name or "")[:_LONGEST_NAME] or None
        caller = Caller(
            principal=principal,
            policy=self.policy.current(),
            language=reply.language,
            correlation_id=reply.correlation_id,
            remote_address=request.client.host if request.client else None,
        )
        if prepared.type is OperationType.QUERY:
            answer = await self.executor.query(prepared, asked.variables, caller)
        else:
            if request.method != "POST":
                raise Refusal(ErrorCode.METHOD_NOT_ALLOWED, method=request.method, hint="POST")
            answer = await self.executor.mutate(prepared, asked.variables, caller)
        for error in answer.errors:
            trace.codes.append(error.refusal.code.name)
            if error.cause is not None:
                logger.error("field.failed", correlation_id=reply.correlation_id, **describe(error.cause))
        return reply.answer(answer)

    async def _principal(self, authorization: str | None) -> Principal:
        identity = await self.authenticator.identify(authorization)
        if identity is None:
            return ANONYMOUS
        principal = await self.principals.find(identity)
        if principal is None:
            raise Refusal(ErrorCode.ACCOUNT_NOT_REGISTERED)
        return principal
