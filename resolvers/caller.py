"""The caller of one request, as reads and commands know it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from models import Language, Refusal
from models.secrets import Cipher
from policies import Policy, Principal


@dataclass(frozen=True)
class Caller:
    """Who asks, under which policy, in which language, and where the request came from."""

    principal: Principal
    policy: Policy
    language: Language = "zh"
    correlation_id: str = ""
    remote_address: str | None = None


@dataclass(frozen=True)
class Outcome:
    """What a command leaves for its payload: the key of the row it acted on, and its refusals."""

    key: Any = None
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True)
class Reading:
    """One execution of a plan: the caller, the values of the plan's slots, a command's outcome.

    ``cipher`` finds what is encrypted, by its blind index.
    """

    caller: Caller
    cipher: Cipher
    slots: tuple[Any, ...] = ()
    outcome: Outcome = Outcome()
