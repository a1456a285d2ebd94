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
        line = f"masks.csv, line {reader.line_num}"
        if None in row or None in row.values():
            raise PolicyError(f"{line}: write a clearance for each of {', '.join(expected[1:])}")
        if row["role"] in (role.name for role, _ in masks):
            raise PolicyError(f"{line}: {row['role']} has a line already")
        for class_ in SensitiveClass:
            try:
                masks[Role[row["role"]], class_] = Clearance[str(row[class_.name]).upper()]
            except KeyError as error:
                raise PolicyError(f"{line}: {error} is no role or clearance") from None
        _check_meaning(line, Role[row["role"]], masks)
    missing = [role.name for role in Role if (role, SensitiveClass.PARTY_NAME) not in masks]
    if missing:
        raise PolicyError(f"masks.csv says nothing of {', '.join(missing)}")
    return masks


def _check_meaning(line: str, role: Role, masks: Masks) -> None:
    clear = [each.name for each in SensitiveClass if masks[role, each] is Clearance.CLEAR]
    # Whoever reads a clear value is entered in the audit by an account, which the public has not.
    if role is Role.PUBLIC and clear:
        raise PolicyError(f"{line}: {role.name} sees {', '.join(clear)} masked or absent, since it has no account")
    if masks[role, SensitiveClass.NARRATIVE] is Clearance.MASKED:
        raise PolicyError(f"{line}: a NARRATIVE is clear or absent, since no part of one tells nothing")
