"""Who follows a link: a link outlives what its account may see, so that is asked at each step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from models import ErrorCode, Refusal
from policies import PolicyFile, load_principal_of_account
from resolvers.caller import Caller
from resolvers.signed_links import LinkMethod, SignedLinks
from server.responses import preferred_language


@dataclass(frozen=True)
class Followers:
    """Those whom links were made for, with the roles that they hold today and under the policy in force."""

    links: SignedLinks
    reads: Any
    policy: PolicyFile

    async def caller(self, request: Request, path: str, method: LinkMethod, correlation_id: str) -> Caller:
        """The caller that a request's link was made for.

        Raises ``Refusal`` LINK_INVALID or LINK_EXPIRED, and NOT_FOUND where the account is no more.
        """
        link = self.links.verify(path, method, request.query_params)
        principal = await load_principal_of_account(self.reads, link.account)
        if principal is None:
            raise Refusal(ErrorCode.NOT_FOUND)
        return Caller(
            principal,
            self.policy.current(),
            preferred_language(request.headers),
            correlation_id,
            request.client.host if request.client else None,
        )
