"""What three personas see of cases, said once more by hand, in SQL, for the peers that have no policy.

Parameters: ``$1`` is left to the statement, ``$2`` the area's code, ``$3`` the field, ``$4`` the organizations
that count as the caller's own.  A published case is seen by everyone, what belongs to it only by who sees the case
itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from seeds.organizations import organization_id

PAGE = 50
_AMONG_OWN = " = ANY($4::uuid[])"
# The limit stands in the text: one that PostgreSQL does not know counts as a tenth of the table.
_BRANCH = """(SELECT id, registered_at FROM enforcement_case WHERE {} AND {}
              ORDER BY registered_at DESC, id DESC LIMIT {})"""
_OF_EACH = "(SELECT e.* FROM unnest($4::uuid[]) AS one CROSS JOIN LATERAL {} AS e)"


@dataclass(frozen=True)
class Scope:
    """A persona with its facts; predicates over a row of the table, whose name or alias is put in as ``{0}``."""

    persona: str
    area: str
    cases: tuple[str, ...]
    transfers: tuple[str, ...]
    field: str | None = None
    own: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The persona's name as SQL and GraphQL take it."""
        return self.persona.replace("-", "_")

    @property
    def facts(self) -> tuple[Any, ...]:
        """The values of ``$2`` and the following, as many as the predicates use."""
        return (self.area,) if self.field is None else (self.area, self.field, list(self.own))

    def of_case(self, row: str) -> str:
        """Whether a case is seen itself, not only as a published one."""
        return "({})".format(" OR ".join(branch.format(row) for branch in self.cases))

    def of_transfer(self, row: str) -> str:
        """Whether a transfer is seen, from one side or the other."""
        return "({})".format(" OR ".join(branch.format(row) for branch in self.transfers))

    def newest_cases(self, condition: str = "true", most: int = PAGE + 1) -> str:
        """A query of the keys of the newest cases, so many: each branch in index order, and each own organization."""
        branches = (*(each.format("enforcement_case") for each in self.cases), "is_published")
        united = " UNION ".join(_newest(branch, condition, most) for branch in branches)
        return f"SELECT id, registered_at FROM ({united}) AS seen ORDER BY registered_at DESC, id DESC LIMIT {most}"


def _newest(branch: str, condition: str, most: int) -> str:
    column, among, _ = branch.partition(_AMONG_OWN)
    if among:
        return _OF_EACH.format(_BRANCH.format(f"{column} = one", condition, most))
    return _BRANCH.format(branch, condition, most)


def _area(persona: str, area: str) -> Scope:
    length = len(area)
    return Scope(
        persona,
        area,
        cases=(f"left({{0}}.region_code, {length}) = $2", f"left({{0}}.offered_region_code, {length}) = $2"),
        transfers=(
            f"left({{0}}.sender_region_code, {length}) = $2",
            f"left({{0}}.visible_receiver_region_code, {length}) = $2",
        ),
    )


def scopes() -> dict[str, Scope]:
    """The scopes by persona."""
    of_line = Scope(
        "city-market-legal",
        "4103",
        field="MARKET_REGULATION",
        own=tuple(str(organization_id("4103", kind, "MARKET_REGULATION")) for kind in ("LEGAL_UNIT", "DEPARTMENT")),
        cases=(
            "left({0}.region_code, 4) = $2 AND {0}.field = $3",
            "left({0}.offered_region_code, 4) = $2 AND {0}.offered_field = $3",
            "{0}.organization_id" + _AMONG_OWN,
            "{0}.offered_organization_id" + _AMONG_OWN,
            "{0}.legal_reviewer_id" + _AMONG_OWN,
        ),
        transfers=(
            "left({0}.sender_region_code, 4) = $2 AND {0}.sender_field = $3",
            "left({0}.visible_receiver_region_code, 4) = $2 AND {0}.visible_receiver_field = $3",
            "{0}.sender_id" + _AMONG_OWN,
            "{0}.visible_receiver_id" + _AMONG_OWN,
        ),
    )
    every = (_area("county-judicial", "410302"), _area("city-judicial", "4103"), of_line)
    return {scope.persona: scope for scope in every}
