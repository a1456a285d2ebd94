"""How scores become totals and ranks: exact fractions, so that the same scores give the same figures in any order."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Protocol, TypeVar

from models.questioning import FEWEST_TOGETHER

WHOLE = Decimal(100)
_CENT = Decimal("0.01")
_Key = TypeVar("_Key", bound=Hashable)


class Weighted(Protocol):
    """An indicator of a tree: its weight is its share, of 100, in what it stands below."""

    @property
    def code(self) -> str:
        """Its code, unique in the tree."""

    @property
    def parent_code(self) -> str | None:
        """The code of what it stands below; None on the first level."""

    @property
    def weight(self) -> Decimal:
        """0–100."""


def uneven_levels(indicators: Iterable[Weighted]) -> dict[str, Decimal]:
    """The sums of the weights that stand below one indicator ("" for the first level) and are not 100."""
    sums: dict[str, Decimal] = {}
    for each in indicators:
        level = each.parent_code or ""
        sums[level] = sums.get(level, Decimal(0)) + each.weight
    return {level: weights for level, weights in sums.items() if weights != WHOLE}


def shares(indicators: Sequence[Weighted]) -> dict[str, Fraction]:
    """The share of every indicator that has none below it, by code; together they are 1."""
    by_code = {each.code: each for each in indicators}
    parents = {each.parent_code for each in indicators}
    found = {}
    for code in by_code.keys() - parents:
        share, at = Fraction(1), by_code.get(code)
        while at is not None:
            share *= Fraction(at.weight) / 100
            at = by_code[at.parent_code] if at.parent_code is not None else None
        found[code] = share
    return found


def total(shares_of_codes: Mapping[str, Fraction], scores: Mapping[str, Sequence[Decimal]]) -> Decimal:
    """A subject's total, 0–100 with two places: the mean of each indicator's scores by its share."""
    means = {code: sum(map(Fraction, values), Fraction(0)) / len(values) for code, values in scores.items()}
    exact = sum((share * means[code] for code, share in shares_of_codes.items()), Fraction(0))
    return rounded(exact)


def rounded(exact: Fraction) -> Decimal:
    """A fraction with two places, half up."""
    # A quotient of integers is rounded once, and not before.
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(_CENT, ROUND_HALF_UP)


def ranks(totals: Mapping[_Key, Decimal]) -> dict[_Key, int]:
    """The rank of each, the highest total first; equal totals share a rank and the next are left out (1, 2, 2, 4)."""
    return {key: 1 + sum(other > mine for other in totals.values()) for key, mine in totals.items()}


def tells_of_many(sampled: int) -> bool:
    """Whether a total of so many cases is ranked and published: of fewer than five it would tell what each was scored.

    What no case was drawn for, as the fields of a poll, is scored as a whole.
    """
    return sampled == 0 or sampled >= FEWEST_TOGETHER
