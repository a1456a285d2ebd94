"""Signed links: what a link allows, for whom and until when, is what its signature covers."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode
from uuid import UUID

from models import ErrorCode, Refusal

LinkMethod = Literal["GET", "PUT"]
_LONGEST_EXPIRY = 12


@dataclass(frozen=True)
class SignedLink:
    """What a link allows: one method on one path, for one account, until a moment in seconds since 1970."""

    path: str
    method: LinkMethod
    account: UUID
    expires: int


class SignedLinks:
    """Signs links with HMAC-SHA256 and verifies them.

    ``key`` is at least 32 bytes; links hold for ``seconds``.  A link proves who asked for it, not what that
    account may still do: the scope is checked when the link is followed.
    """

    def __init__(self, key: bytes, seconds: int) -> None:
        self._key = key
        self._seconds = seconds

    def issue(self, path: str, method: LinkMethod, account: UUID) -> str:
        """A link for the account: the path, from the root of this server, with its query."""
        link = SignedLink(path, method, account, int(time.time()) + self._seconds)
        return f"{path}?{urlencode({'expires': link.expires, 'account': account, 'signature': self.sign(link)})}"

    def verify(self, path: str, method: LinkMethod, query: Mapping[str, str]) -> SignedLink:
        """The link that a request followed.  Raises ``Refusal`` LINK_INVALID or LINK_EXPIRED."""
        link = _link(path, method, query)
        if link is None or not hmac.compare_digest(self.sign(link).encode(), query.get("signature", "").encode()):
            raise Refusal(ErrorCode.LINK_INVALID)
        if link.expires <= time.time():
            raise Refusal(ErrorCode.LINK_EXPIRED)
        return link

    def sign(self, link: SignedLink) -> str:
        """The signature of a link, in hexadecimal digits."""
        signed = f"jiandu.link\n{link.method}\n{link.path}\n{link.account}\n{link.expires}"
        return hmac.new(self._key, signed.encode(), hashlib.sha256).hexdigest()


def file_path(file: UUID) -> str:
    """Where a file is uploaded and downloaded."""
    return f"/files/{file}"


def _link(path: str, method: LinkMethod, query: Mapping[str, str]) -> SignedLink | None:
    expires = query.get("expires", "")
    if not (expires.isascii() and expires.isdecimal() and len(expires) <= _LONGEST_EXPIRY):
        return None
    try:
        return SignedLink(path, method, UUID(query.get("account", "")), int(expires))
    except ValueError:
        return None
