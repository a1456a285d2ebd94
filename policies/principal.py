"""The caller: who it is and what it holds, read from rows and never from a token's wishes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from models import EnforcementField, Level, Role


@dataclass(frozen=True)
class Assignment:
    """One role held in one organization, with the facts that scopes compare rows with.

    ``own`` are the organizations that count as one with it; ``commissions`` the running evaluations
    commissioned to it.  The two implicit roles have no organization.
    """

    role: Role
    level: Level | None = None
    organization: UUID | None = None
    region: str | None = None
    field: EnforcementField | None = None
    own: frozenset[UUID] = frozenset()
    commissions: frozenset[UUID] = frozenset()
    person: UUID | None = None


AssignmentShape = tuple[Role, Level | None]


@dataclass(frozen=True)
class Principal:
    """A caller with all its assignments, the implicit ones last."""

    account: UUID | None = None
    organization: UUID | None = None
    name: str = ""
    entrusted: tuple[Assignment, ...] = ()
    assignments: tuple[Assignment, ...] = field(init=False)
    shape: tuple[AssignmentShape, ...] = field(init=False)

    def __post_init__(self) -> None:
        implicit = [Assignment(Role.PUBLIC)]
        if self.account is not None:
            implicit.insert(0, Assignment(Role.ACCOUNT_HOLDER, person=self.account))
        assignments = (*self.entrusted, *implicit)
        object.__setattr__(self, "assignments", assignments)
        object.__setattr__(self, "shape", tuple((each.role, each.level) for each in assignments))


ANONYMOUS = Principal(name="公众")

# A legal unit counts as one with its department, a township government with its enforcement team.
_PRINCIPAL = """
SELECT a.id, a.name, a.organization_id, a.disabled_at IS NOT NULL AS disabled,
       r.role, o.id AS held_in, o.level, o.region_code, o.field,
       ARRAY(SELECT x.id FROM organization x
             WHERE x.id = o.id OR x.id = o.department_id
                OR o.kind = 'TOWNSHIP_ENFORCEMENT' AND x.id = o.government_id
                OR o.kind = 'TOWNSHIP_GOVERNMENT' AND x.kind = 'TOWNSHIP_ENFORCEMENT'
                   AND x.government_id = o.id) AS own,
       ARRAY(SELECT e.id FROM evaluation e WHERE e.evaluator_id = o.id AND e.is_running) AS commissions
FROM account a
LEFT JOIN role_assignment r ON r.account_id = a.id
     AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity')
LEFT JOIN organization o ON o.id = r.organization_id
WHERE {who}
ORDER BY r.role, o.id
"""


async def load_principal(connection: Any, issuer: str, subject: str) -> Principal | None:
    """The principal whom this subject of this issuer stands for; None if not registered or disabled."""
    rows = await connection.fetch(_PRINCIPAL.format(who="a.issuer = $1 AND a.subject = $2"), issuer, subject)
    return _principal(rows)


async def load_principal_of_account(connection: Any, account: UUID) -> Principal | None:
    """The principal of an account, by its key; None if there is none or it is disabled."""
    return _principal(await connection.fetch(_PRINCIPAL.format(who="a.id = $1"), account))


def _principal(rows: list[Any]) -> Principal | None:
    if not rows or rows[0]["disabled"]:
        return None
    return Principal(rows[0]["id"], rows[0]["organization_id"], rows[0]["name"], tuple(_entrusted(rows)))


def _entrusted(rows: Iterable[Any]) -> Iterable[Assignment]:
    for row in rows:
        if row["role"] is None:
            continue
        role, level = Role[row["role"]], Level[row["level"]]
        if level in role.levels:
            yield Assignment(
                role=role,
                level=level,
                organization=row["held_in"],
                region=row["region_code"],
                field=EnforcementField[row["field"]] if row["field"] else None,
                own=frozenset(row["own"]),
                commissions=frozenset(row["commissions"]),
                person=row["id"],
            )
