"""Masks: how much of each class of sensitive values each role sees, read from ``masks.csv``."""

from __future__ import annotations

import csv
from collections.abc import Mapping

from models import Clearance, Role, SensitiveClass
from policies.rules import PolicyError

Masks = Mapping[tuple[Role, SensitiveClass], Clearance]


def parse_masks(text: str) -> Masks:
    """The table in a text: one line for every role, one column for every class.  Raises ``PolicyError``."""
    masks: dict[tuple[Role, SensitiveClass], Clearance] = {}
    reader = csv.DictReader(text.splitlines())
    expected = ["role", *SensitiveClass.__members__]
    if reader.fieldnames != expected:
        raise PolicyError(f"masks.csv: write its first line as {','.join(expected)}")
    for row in reader:
        for class_ in SensitiveClass:
            try:
                masks[Role[row["role"]], class_] = Clearance[str(row[class_.name]).upper()]
            except KeyError as error:
                raise PolicyError(f"masks.csv, line {reader.line_num}: {error} is no role or clearance") from None
    missing = [role.name for role in Role if (role, SensitiveClass.PARTY_NAME) not in masks]
    if missing:
        raise PolicyError(f"masks.csv says nothing of {', '.join(missing)}")
    return masks
