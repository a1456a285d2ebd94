"""Settings of the door, from the environment."""

from __future__ import annotations

import base64
import contextlib
import re
from typing import Annotated, Literal

from pydantic import AnyHttpUrl, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from models.command_line import OperatorError
from models.secrets import KEY_BYTES, FieldKeyError, decode_keys

_ENDPOINT = re.compile(r"https?://[!-~]+", re.IGNORECASE)


class SettingsError(OperatorError):
    """A setting is missing or wrong; the message names the variable and what to write."""


class Limits(BaseSettings):
    """What one request may cost; each has an error code of its own."""

    model_config = SettingsConfigDict(extra="ignore", env_ignore_empty=True, frozen=True)

    max_body_bytes: int = Field(default=1_000_000, ge=1_000)
    max_characters: int = Field(default=50_000, ge=100)
    max_tokens: int = Field(default=2_000, ge=10)
    max_depth: int = Field(default=15, ge=1)
    max_aliases: int = Field(default=200, ge=0)
    max_directives: int = Field(default=50, ge=0)
    max_fields: int = Field(default=1_000, ge=1)
    max_repetitions: int = Field(default=2_000, ge=0)
    max_values: int = Field(default=2_000, ge=1)
    max_nodes: int = Field(default=20_000, ge=1)
    max_complexity: int = Field(default=1_000, ge=100)
    request_timeout: float = Field(default=10.0, gt=0, le=3_600)


class Settings(BaseSettings):
    """How the server listens, whom it trusts and what it allows."""

    model_config = SettingsConfigDict(extra="ignore", env_ignore_empty=True, frozen=True)

    app_env: Literal["production", "development"] = "production"
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    workers: int = Field(default=1, ge=1, le=64)
    shutdown_timeout: int = Field(default=30, ge=1, le=3_600)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    cors_origins: Annotated[tuple[str, ...], NoDecode] = ()
    oidc_issuer: str | None = None
    oidc_audience: str | None = None
    oidc_algorithms: Annotated[tuple[str, ...], NoDecode] = ("RS256", "PS256", "ES256", "EdDSA")
    field_keys: Annotated[tuple[str, ...], NoDecode] = Field(default=(), repr=False)
    field_key_number: int | None = Field(default=None, ge=1)
    limits: Limits = Field(default_factory=Limits)
    files_key: str | None = Field(default=None, repr=False)
    files_link_seconds: int = Field(default=900, ge=1, le=86_400)
    files_upload_seconds: float = Field(default=600.0, gt=0, le=86_400)
    files_max_bytes: int = Field(default=50_000_000, ge=1)
    files_s3_endpoint: str | None = None
    files_s3_bucket: str | None = Field(default=None, pattern=r"^[A-Za-z0-9._-]+$")
    files_s3_region: str = Field(default="us-east-1", pattern=r"^[A-Za-z0-9._-]+$")
    files_s3_access_key_id: str | None = Field(default=None, pattern=r"^[!-~]+$")
    files_s3_secret_access_key: str | None = Field(default=None, pattern=r"^[!-~]+$", repr=False)

    forwarded_allow_ips: str | None = None
    public_uses_per_hour: int = Field(default=10, ge=1)
    jobs: Literal["inside", "apart"] | None = None

    import_max_rows: int = Field(default=10_000, ge=1, le=100_000)
    import_max_bytes: int = Field(default=20_000_000, ge=1)

    @field_validator("cors_origins", "oidc_algorithms", "field_keys", mode="before")
    @classmethod
    def _comma_separated(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("field_keys")
    @classmethod
    def _usable_keys(cls, keys: tuple[str, ...]) -> tuple[str, ...]:
        try:
            decode_keys(keys)
        except FieldKeyError as error:
            raise ValueError(str(error)) from None
        return keys

    @field_validator("files_s3_endpoint")
    @classmethod
    def _address_of_a_server(cls, endpoint: str | None) -> str | None:
        if endpoint is not None and not _is_address(endpoint):
            raise ValueError("write the URL of the server as https://host:port, without user and password")
        return endpoint

    @field_validator("oidc_algorithms")
    @classmethod
    def _asymmetric_only(cls, algorithms: tuple[str, ...]) -> tuple[str, ...]:
        known = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"}
        if not algorithms or not known.issuperset(algorithms):
            raise ValueError(f"choose among {', '.join(sorted(known))}")
        return algorithms

    @property
    def _of_bucket(self) -> set[str]:
        return {name for name in type(self).model_fields if name.startswith("files_s3_")}

    @property
    def is_development(self) -> bool:
        """Whether personas and the local key pair may be used."""
        return self.app_env == "development"

    @property
    def runs_jobs(self) -> bool:
        """Whether what is done at its time is done inside the server: in development unless said otherwise."""
        return self.jobs == "inside" or (self.jobs is None and self.is_development)

    def check(self) -> None:
        """Refuse what must not be started.  Raises ``SettingsError``."""
        if self.oidc_issuer and not self.oidc_audience:
            raise SettingsError("OIDC_ISSUER is set without OIDC_AUDIENCE: name the audience of Jiandu's tokens.")
        if not self.is_development and not self.oidc_issuer:
            raise SettingsError(
                "Outside development tokens come from an OIDC issuer: set OIDC_ISSUER and OIDC_AUDIENCE, "
                "or APP_ENV=development to try the personas with a local key."
            )
        if not self.is_development and not self.field_keys:
            raise SettingsError(
                "Outside development id numbers and phones are encrypted with your own keys: set FIELD_KEYS to 32 "
                "random bytes in base64, the output of `openssl rand -base64 32`; a new key goes behind the old."
            )
        if not self.is_development and not self.files_key:
            raise SettingsError(
                "Outside development links to files are signed with your own key: set FILES_KEY to 32 random bytes "
                "in base64, the output of `openssl rand -base64 32`."
            )
        if self.files_key:
            decoded_key("FILES_KEY", self.files_key)
        if not self.files_s3_endpoint and (lost := sorted(self._of_bucket & self.model_fields_set)):
            raise SettingsError(
                f"{lost[0].upper()} is set without FILES_S3_ENDPOINT: name the server of the bucket, or leave out all "
                "of FILES_S3_ to keep files in DATA_DIR."
            )
        if self.files_s3_endpoint and not (
            self.files_s3_bucket and self.files_s3_access_key_id and self.files_s3_secret_access_key
        ):
            raise SettingsError(
                "FILES_S3_ENDPOINT is set: set FILES_S3_BUCKET, FILES_S3_ACCESS_KEY_ID and "
                "FILES_S3_SECRET_ACCESS_KEY too."
            )


def _is_address(text: str) -> bool:
    # What is none the library of the storage notices by a panic, at the first upload.
    with contextlib.suppress(ValidationError):
        url = AnyHttpUrl(text)
        return _ENDPOINT.fullmatch(text) is not None and not (url.username or url.password or url.query or url.fragment)
    return False


def decoded_key(variable: str, text: str) -> bytes:
    """The key that a variable holds in base64.  Raises ``SettingsError``, which does not repeat it."""
    with contextlib.suppress(ValueError):
        key = base64.b64decode(text, validate=True)
        if len(key) == KEY_BYTES:
            return key
    raise SettingsError(f"{variable} is no key: write {KEY_BYTES} random bytes in base64.")
