"""How a sampled case stays one of many: k-anonymity by withholding facts (Samarati and Sweeney, 1998).

An evaluator reads what is published, too, and would find a case there by what its sample shows.  So a fact is shown
where each of its values is that of ``FEWEST_TOGETHER`` cases at least among those that could have been drawn of the
organ, field and type and agree in what is shown already, and else withheld of all of them: that it is withheld of one
alone would tell which one it is (Wong and others, 2007, minimality attack).  With a fact goes what tells it: the number
of officers is that of the procedure, and the papers of a file tell of all of its steps.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
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
# What is always shown: whom a case is scored for, and of what field and type it is.
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
# What of a case a sample shows as it is.
KEPT = *_FIXED, *(fact.column for fact in SampledFact if fact not in _FACTS)
_ENDED = f"""
SELECT {", ".join(_FIXED)}, {", ".join(f"{_FACTS.get(fact, fact.column)} AS {fact.column}" for fact in SampledFact)},
       count(*) AS cases
FROM enforcement_case
WHERE organization_id = ANY($1) AND state = ANY($2) AND {ENDED_ON} BETWEEN $3 AND $4
GROUP BY {", ".join(map(str, range(1, len(_FIXED) + len(SampledFact) + 1)))}
"""  # noqa: S608 - of constants


@dataclass
class Crowds:
    """How many cases of some organs ended in a period, by what a sample shows of each."""

    _of: dict[tuple[Any, ...], list[tuple[Mapping[SampledFact, Any], int]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    @classmethod
    async def counted(cls, connection: Any, organs: Collection[UUID], period_from: date, period_to: date) -> Crowds:
        """The crowds as they are now."""
        found = cls()
        states = sorted(state.name for state in ENDED_STATES)
        for row in await connection.fetch(_ENDED, list(organs), states, period_from, period_to):
            facts = {fact: _comparable(row[fact.column]) for fact in SampledFact}
            found._of[tuple(row[name] for name in _FIXED)].append((facts, row["cases"]))
        return found

    def withheld(self, shown: Mapping[str, Any]) -> list[SampledFact]:
        """What has to be left out of the columns of a sampled case."""
        crowd = self._of[tuple(_comparable(shown[name]) for name in _FIXED)]
        withheld = []
        for fact in SampledFact:
            counts: Counter[Any] = Counter()
            for facts, cases in crowd:
                counts[facts[fact]] += cases
            if min(counts.values(), default=0) < FEWEST_TOGETHER:
                withheld.append(fact)
            else:
                crowd = [each for each in crowd if each[0][fact] == _comparable(shown[fact.column])]
        return withheld


def _comparable(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.name
    return frozenset(value) if isinstance(value, list) else value
