"""How a sampled case stays one of many: k-anonymity by withholding single facts (Samarati and Sweeney, 1998).

An evaluator reads what is published, too, and would find a case there by what its sample shows.  So that agrees with
at least ``FEWEST_TOGETHER`` published cases of the organ, or with all that it has published where they are fewer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from models.case_rules import ENDED_STATES
from models.evaluation_terms import SampledFact, duration_band_sql, fine_band_sql
from models.questioning import FEWEST_TOGETHER

# SQL for the day on which a case ended.
ENDED_ON = "(coalesce(closed_at, decided_at, registered_at) AT TIME ZONE 'Asia/Shanghai')::date"
# What is always shown: whom a case is scored for, and what is public of every case.
_FIXED = "organization_id", "field", "act_type"
_DECIDED, _SERVED, _FILED = (
    f"({at} AT TIME ZONE 'Asia/Shanghai')::date"
    for at in ("decided_at", "served_at", "coalesce(filed_at, registered_at)")
)
_FACTS = {
    SampledFact.DECIDED_WITHIN: duration_band_sql(f"({_DECIDED} - {_FILED})"),
    SampledFact.FINE: fine_band_sql("penalty_amount"),
    SampledFact.SERVED_WITHIN: duration_band_sql(f"({_SERVED} - {_DECIDED})"),
}
_PUBLISHED = f"""
SELECT {", ".join(_FIXED)}, {", ".join(f"{_FACTS.get(fact, fact.column)} AS {fact.column}" for fact in SampledFact)},
       count(*) AS cases
FROM enforcement_case
WHERE organization_id = ANY($1) AND is_published AND state = ANY($2) AND {ENDED_ON} BETWEEN $3 AND $4
GROUP BY {", ".join(map(str, range(1, len(_FIXED) + len(SampledFact) + 1)))}
"""  # noqa: S608 - of constants


@dataclass
class PublishedCases:
    """How many cases some organs published of a period, by what a sample shows of each."""

    _alike: dict[tuple[Any, ...], list[tuple[Mapping[SampledFact, Any], int]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    @classmethod
    async def of(cls, connection: Any, organs: Collection[UUID], period_from: date, period_to: date) -> PublishedCases:
        """Those that ended in the period."""
        found = cls()
        states = sorted(state.name for state in ENDED_STATES)
        for row in await connection.fetch(_PUBLISHED, list(organs), states, period_from, period_to):
            facts = {fact: _comparable(row[fact.column]) for fact in SampledFact}
            found._alike[tuple(row[name] for name in _FIXED)].append((facts, row["cases"]))
        return found

    def withheld(self, shown: Mapping[str, Any], *, is_published: bool) -> list[SampledFact]:
        """What has to be left out of the columns of a sampled case, which counts as published itself."""
        alike = self._alike[tuple(_comparable(shown[name]) for name in _FIXED)]
        own = {fact: _comparable(shown[fact.column]) for fact in SampledFact}

        def crowd(known: Sequence[SampledFact]) -> int:
            agreeing = (cases for facts, cases in alike if all(facts[fact] == own[fact] for fact in known))
            return sum(agreeing) + (not is_published)

        known: list[SampledFact] = []
        least = min(FEWEST_TOGETHER, crowd(known))
        for fact in SampledFact:
            if crowd([*known, fact]) >= least:
                known.append(fact)
        return [fact for fact in SampledFact if fact not in known]


def _comparable(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.name
    return frozenset(value) if isinstance(value, list) else value
