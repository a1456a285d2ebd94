"""Years that a command takes."""

from __future__ import annotations

from models import Fault, InvalidValue

_FIRST, _LAST = 2000, 2100


def check_year(year: int, *, last: int = _LAST) -> None:
    """Refuse a year that nothing here is of, or one after the last.  Raises ``InvalidValue``."""
    if not _FIRST <= year <= last:
        raise InvalidValue("year", Fault.NOT_WITHIN(least=_FIRST, most=last))
