"""Which of the cases that were closed a policy of revisits asks for, and by which visit one is measured."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from models.revisit import RevisitPolicy

_PERCENT = 100
# A case is measured once: by the visit of the bureau, where its organ's own unit visited, too.  The organ stands in
# both lists so that PostgreSQL reads its revisits alone.
MEASURED = """
    SELECT DISTINCT ON (visible_organization_id, case_id) visible_organization_id, region_code, satisfaction, visited_at
    FROM case_revisit WHERE satisfaction IS NOT NULL
    ORDER BY visible_organization_id, case_id, assigner_id = organization_id"""


def draw(cases: Sequence[Any], policy: RevisitPolicy, seed: str) -> list[tuple[Any, bool]]:
    """Those of some cases that a policy asks for, each with whether it is always revisited.

    Those that always are come first, then others up to the ratio, rounded up, in the order of a hash of seed and key.
    """
    always = {case.id for case in cases if is_priority(case, policy)}
    ordered = sorted(cases, key=lambda case: (case.id not in always, _hash(seed, case.id)))
    share = -(-len(cases) * policy.ratio // _PERCENT)
    return [(case, case.id in always) for case in ordered[: max(share, len(always))]]


def is_priority(case: Any, policy: RevisitPolicy) -> bool:
    """Whether a case is always revisited, for its kinds of penalty or its fine."""
    if not set(policy.priority_penalties).isdisjoint(case.penalty_kinds):
        return True
    return policy.priority_amount is not None and (case.penalty_amount or 0) >= policy.priority_amount


def _hash(seed: str, key: UUID) -> bytes:
    return hashlib.sha256(f"{seed}:{key}".encode()).digest()
