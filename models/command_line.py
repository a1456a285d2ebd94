"""The boundary of both command lines: what an operator can mend is said in one line, and a signal ends what was begun.

Values are left out: of an address of a database a part may be its password, wherever the fault is.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import asyncpg
from pydantic import ValidationError
from pydantic_settings import SettingsError

from models.errors import Refusal

INTERRUPTED = 130
# What to do by how a SQLSTATE begins; the others tell of faults of this code, whose traceback is wanted.
_MEND = {
    "08": "Check that PostgreSQL runs, and run again when it answers.",
    "25006": "Point DATABASE_URL and DATABASE_DIRECT_URL at the server that takes writes.",
    "28": "Check user and password of DATABASE_URL.",
    "3D": "Make the database that DATABASE_URL names, or name another.",
    "3F": "Bring the tables to the revision of this code: python -m server migrate.",
    "40": "Others stood in the way; run again.",
    "42501": "Use the role that owns the database and its tables.",
    "42703": "Bring the tables to the revision of this code: python -m server migrate.",
    "42883": "Bring the tables to the revision of this code: python -m server migrate.",
    "42P01": "Bring the tables to the revision of this code: python -m server migrate.",
    "53": "Give the database server more of what it lacks, and run again.",
    "55P03": "Others hold what is needed; run again.",
    "57": "Run again when the database answers.",
    "58": "The log of the database server says more.",
    "XX": "The log of the database server says more.",
}
_UNANSWERED = "The connection to the database was lost. Run again when it answers."


class OperatorError(Exception):
    """What whoever runs this can mend; the message says what is wrong and how to mend it."""


def ended(run: Callable[[], int], *, interrupted: int = INTERRUPTED, then: str = "") -> int:
    """Run a command to its end; answers its exit code, 1 where it cannot be done.

    SIGTERM ends it as SIGINT does, through its contexts; ``then`` says what becomes of what was begun.
    """
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        return run()
    except KeyboardInterrupt:
        if interrupted:
            _say("stopped.", then)
        return interrupted
    except Exception as error:
        said = explain(error)
        if said is None:
            raise
        _say(said, then if _sqlstate(error) is not None else "")
        return 1


def explain(error: BaseException) -> str | None:
    """What an operator can do about an error, in one line; None for a fault of this code."""
    if isinstance(error, OperatorError | Refusal | SettingsError):
        return str(error)
    if isinstance(error, ValidationError):
        return _explain_setting(error)
    state = _sqlstate(error)
    if state is not None:
        return _explain_database(error, state)
    if isinstance(error, OSError):
        return _explain_system(error)
    return None


def _interrupt(signal_number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _say(*parts: str) -> None:
    sys.stderr.write(f"jiandu: {' '.join(' '.join(parts).split())}\n")


def _explain_setting(error: ValidationError) -> str:
    fault = error.errors()[0]
    name = "_".join(str(part) for part in fault["loc"]).upper()
    said = fault["msg"].removeprefix("Value error, ")
    return said if name in said else f"{name} cannot be used: {said.rstrip('.')}."


def _explain_database(error: BaseException, state: str) -> str | None:
    if not state:
        return _UNANSWERED
    mend = next((mend for begins, mend in _MEND.items() if state.startswith(begins)), None)
    said = str([*_causes(error)][-1]).strip().partition("\n")[0]
    return None if mend is None else f"The database says: {said.rstrip('.')} ({state}). {mend}"


def _explain_system(error: OSError) -> str:
    if error.filename is None:
        return str(error) or type(error).__name__
    mend = "Give this user the right to it, or name another place (DATA_DIR is one)."
    return f"{error.filename}: {error.strerror}. {mend}"


def _sqlstate(error: BaseException) -> Any:
    """The code of what the database refused, empty for one that does not answer; None for any other error."""
    found = None
    for each in _causes(error):
        # All three libraries name it so; the classes of SQLAlchemy and psycopg have it even where there is no code.
        if hasattr(each, "sqlstate"):
            found = each.sqlstate or found or ""
        elif isinstance(each, asyncpg.InterfaceError):
            found = found or ""
    return found


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__
