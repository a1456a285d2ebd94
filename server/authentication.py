"""Who a bearer token stands for: an OIDC issuer's in production, a local key pair's in development.

A token names an issuer and a subject and nothing else that counts; roles come from rows.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import httpx
import jwt
import structlog
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from models import ErrorCode, Refusal
from models.secrets import kept_in
from seeds.directory import DEVELOPMENT_ISSUER
from server.settings import Settings, SettingsError

DEVELOPMENT_AUDIENCE = "jiandu"
_DEVELOPMENT_TOKEN_SECONDS = 7 * 24 * 3600
_LEEWAY_SECONDS = 30
_KEYS_FRESH_SECONDS = 600
_KEYS_RETRY_SECONDS = 10
_ISSUER_SECONDS = 5
_REMEMBERED_SECONDS = 60
_REMEMBERED_TOKENS = 10_000
# OpenID Connect Core 1.0, 2.
_LONGEST_SUBJECT = 255

logger = structlog.get_logger()


@dataclass(frozen=True)
class Identity:
    """The subject of a verified token, until the token expires."""

    issuer: str
    subject: str
    expires: float


class Keys(Protocol):
    """Where the keys come from that tokens are signed with."""

    issuer: str
    audience: str
    algorithms: tuple[str, ...]

    async def find(self, header: dict[str, Any]) -> Any:
        """The key for a token with this header.  Raises ``jwt.PyJWTError``."""
        ...


def _new_key() -> bytes:
    return Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


class DevelopmentKeys:
    """A key pair in the data folder, made when it is first needed. Never used outside development."""

    issuer = DEVELOPMENT_ISSUER
    audience = DEVELOPMENT_AUDIENCE
    algorithms: tuple[str, ...] = ("EdDSA",)

    def __init__(self, data_dir: Path) -> None:
        file = data_dir / "development-key.pem"
        try:
            self._key: Any = load_pem_private_key(kept_in(file, _new_key), password=None)
        except (ValueError, TypeError) as error:
            raise SettingsError(f"{file} holds no key: remove it, and another is made.") from error

    async def find(self, header: dict[str, Any]) -> Any:
        """The public key of the pair."""
        return self._key.public_key()

    def token(self, persona: str) -> str:
        """A bearer token for a persona, valid for a week."""
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": self.audience,
            "sub": persona,
            "iat": now,
            "nbf": now,
            "exp": now + _DEVELOPMENT_TOKEN_SECONDS,
        }
        return jwt.encode(claims, self._key, algorithm="EdDSA")


class IssuerKeys:
    """The keys that an OIDC issuer publishes, kept for ten minutes and fetched again for an unknown one."""

    def __init__(self, issuer: str, audience: str, algorithms: tuple[str, ...]) -> None:
        self.issuer = issuer
        self.audience = audience
        self.algorithms = algorithms
        self._keys: dict[str | None, Any] = {}
        self._fetched = self._tried = float("-inf")
        self._fetching = asyncio.Lock()

    async def find(self, header: dict[str, Any]) -> Any:
        """The key that the header names, of a kind that suits the header's algorithm.

        Raises ``jwt.PyJWTError``, or ``Refusal`` SERVICE_UNAVAILABLE as long as no key is known at all.
        """
        kid = header.get("kid")
        if kid not in self._keys:
            # Of those who come at once one fetches, and the others wait for it.
            async with self._fetching:
                if kid not in self._keys and self._may_try():
                    await self._fetch()
        elif time.monotonic() - self._fetched > _KEYS_FRESH_SECONDS and self._may_try():
            await self._fetch()
        if not self._keys:
            raise Refusal(ErrorCode.SERVICE_UNAVAILABLE)
        if kid not in self._keys:
            raise jwt.InvalidKeyError("no published key has this kid")
        key = self._keys[kid]
        if key.algorithm_name != header["alg"]:
            raise jwt.InvalidAlgorithmError("the key is for another algorithm")
        return key.key

    def _may_try(self) -> bool:
        return time.monotonic() - self._tried > _KEYS_RETRY_SECONDS

    async def _fetch(self) -> None:
        self._tried = time.monotonic()
        try:
            async with httpx.AsyncClient(timeout=_ISSUER_SECONDS) as client:
                found = await client.get(f"{self.issuer.rstrip('/')}/.well-known/openid-configuration")
                configuration = found.raise_for_status().json()
                if configuration["issuer"] != self.issuer:
                    raise ValueError("the configuration names another issuer")
                published = (await client.get(configuration["jwks_uri"])).raise_for_status().json()
            self._keys = {key.key_id: key for key in jwt.PyJWKSet.from_dict(published).keys}
            self._fetched = time.monotonic()
        except (httpx.HTTPError, jwt.PyJWTError, ValueError, KeyError, TypeError) as error:
            # The keys that are known go on serving; tokens of unknown ones are refused.
            logger.error("oidc.keys_unavailable", issuer=self.issuer, error=type(error).__name__)


class Authenticator:
    """Verifies bearer tokens, and remembers for a minute those it has verified."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._remembered: OrderedDict[bytes, tuple[Identity, float]] = OrderedDict()

    async def identify(self, authorization: str | None) -> Identity | None:
        """Whom the Authorization header stands for; None without one.

        Raises ``Refusal`` UNAUTHENTICATED for anything but a valid bearer token: never an anonymous caller.
        """
        if authorization is None:
            return None
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise Refusal(ErrorCode.UNAUTHENTICATED, reason="send it as Authorization: Bearer <token>")
        digest = hashlib.sha256(token.encode()).digest()
        now = time.time()
        identity, until = self._remembered.get(digest, (None, 0.0))
        if identity is None or now >= min(until, identity.expires):
            identity = await self._verify(token.strip())
            self._remembered[digest] = (identity, now + _REMEMBERED_SECONDS)
            if len(self._remembered) > _REMEMBERED_TOKENS:
                self._remembered.popitem(last=False)
        return identity

    async def _verify(self, token: str) -> Identity:
        try:
            header = jwt.get_unverified_header(token)
            if header.get("alg") not in self._keys.algorithms:
                raise jwt.InvalidAlgorithmError("its algorithm is not allowed")
            claims = jwt.decode(
                token,
                await self._keys.find(header),
                algorithms=[header["alg"]],
                audience=self._keys.audience,
                issuer=self._keys.issuer,
                leeway=_LEEWAY_SECONDS,
                options={"require": ["exp", "iss", "aud", "sub"]},
            )
            subject = str(claims["sub"])
            if len(subject) > _LONGEST_SUBJECT or not subject.isprintable():
                raise jwt.InvalidTokenError("its subject is none that an account can have")
            return Identity(claims["iss"], subject, float(claims["exp"]) + _LEEWAY_SECONDS)
        except (jwt.PyJWTError, ValueError, TypeError, OverflowError) as error:
            raise Refusal(ErrorCode.UNAUTHENTICATED, reason=str(error)) from error


def make_keys(settings: Settings, data_dir: Path) -> Keys:
    """The keys that the settings ask for: the issuer's wherever one is named."""
    if settings.oidc_issuer and settings.oidc_audience:
        return IssuerKeys(settings.oidc_issuer, settings.oidc_audience, settings.oidc_algorithms)
    settings.check()
    return DevelopmentKeys(data_dir)
