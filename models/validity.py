"""Rules that are rows: the days between which each is in force."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, text


def in_force(table: str, *alike: str) -> tuple[CheckConstraint, Index]:
    """What holds of a table of rules: of those that are ``alike`` in these columns one begins on a day.

    One that was withdrawn before its first day ends on the day before it, and was never in force.
    """
    return (
        CheckConstraint("valid_to >= valid_from - 1", name="period"),
        Index(
            f"{table}_{'_'.join(alike)}_valid_from_key",
            *alike,
            "valid_from",
            unique=True,
            postgresql_nulls_not_distinct=True,
            postgresql_where=text("valid_to IS NULL OR valid_to >= valid_from"),
        ),
    )
