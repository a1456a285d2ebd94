"""What is like what: clues told twice, cases that were decided before."""

from __future__ import annotations

import itertools
import re
import unicodedata
from datetime import timedelta
from typing import Any

from models import Action
from resolvers.duplicate_clues import (
    DATE_POINTS,
    LEAST_LIKENESS,
    LEAST_SCORE,
    LIKENESS_TENTHS,
    MOST_DUPLICATES,
    NEAR_DAYS,
    ORGANIZATION_POINTS,
    QUARTER_DAYS,
)
from tests.reference.rows import Row, facts_of, model_named
from tests.reference.sight import Sight, words_in


class Likeness:
    """What one person is told to be alike."""

    def __init__(self, sight: Sight) -> None:
        self._sight, self._rows, self._caller = sight, sight.rows, sight.caller

    def duplicates(self, own: Row) -> list[dict[str, Any]]:
        model, found = model_named("Clue"), []
        may_screen = self._caller.policy.decide(self._caller.principal, model, Action.SCREEN, facts_of(model, own))
        for other in self._sight.visible(model, self._rows.where(model, "bureau_id", own["bureau_id"])):
            apart = abs(other["received_at"] - own["received_at"])
            if not may_screen.allowed or other["id"] == own["id"] or apart > timedelta(days=QUARTER_DAYS):
                continue
            one, two = set(own["words"]), set(other["words"])
            likeness = 100 * len(one & two) // (len(one | two) or 1)
            same = own["concerned_id"] is not None and own["concerned_id"] == other["concerned_id"]
            near = apart <= timedelta(days=NEAR_DAYS)
            score = likeness * LIKENESS_TENTHS // 10 + ORGANIZATION_POINTS * same + DATE_POINTS * near
            if likeness >= LEAST_LIKENESS and score >= LEAST_SCORE:
                told = (("SIMILAR_CONTENT", True), ("SAME_ORGANIZATION", same), ("NEAR_DATE", near))
                reasons = [name for name, holds in told if holds]
                found.append({"clue": other, "score": score, "likeness": likeness, "reasons": reasons})
        return sorted(found, key=lambda each: (-each["score"], each["clue"]["id"]))[:MOST_DUPLICATES]

    def similar_cases(self, own: Row) -> list[dict[str, Any]]:
        model, found = model_named("EnforcementCase"), list[Any]()
        asked = words_in(own["cause"])
        if not self._sight.entrusted(own) or not asked:
            return []
        for other in self._sight.visible(model, self._rows.all(model)):
            held = any(run <= self._sight.words(other, False) for run in _runs_of(own["cause"]))
            if other["decided_at"] is None or other["id"] == own["id"] or not held:
                continue
            words = words_in(other["cause"])
            likeness = 100 * len(asked & words) // len(asked | words)
            fines = [each["penalty_amount"] or 0 for each in (own, other)]
            told = {
                "SAME_ACT_TYPE": (own["act_type"] == other["act_type"], 15),
                "SAME_FIELD": (own["field"] is not None and own["field"] == other["field"], 15),
                "SAME_PARTY_KIND": (own["party_kind"] == other["party_kind"], 5),
                "NEAR_FINE": (min(fines) > 0 and 10 * max(fines) <= 15 * min(fines), 15),
            }
            score = likeness // 2 + sum(points for holds, points in told.values() if holds)
            if likeness >= 40 and score >= 60:
                reasons = ["SIMILAR_CAUSE", *(name for name, (holds, _) in told.items() if holds)]
                found.append({"case": other, "score": score, "likeness": likeness, "reasons": reasons})
        found.sort(key=lambda each: each["case"]["id"])
        found.sort(key=lambda each: (each["score"], each["case"]["decided_at"]), reverse=True)
        return found[:10]


def _runs_of(text: str) -> list[set[str]]:
    # A third of the first sixty words, three at least, each run as they stand beside each other.
    plain = unicodedata.normalize("NFKC", text).lower()
    pairs = (one + other for one, other in itertools.pairwise(plain) if min(one, other) >= "㐀")
    words = [*re.findall("[a-z0-9]+", plain), *pairs][:60]
    size = min(len(words), max(3, -(-len(words) // 3)))
    return [set(words[first : first + size]) for first in range(len(words) - size + 1)] if words else []
