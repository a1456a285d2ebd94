"""What has no states, as it stands on the stage: rules of every time, records, and what is made for many at once."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import timedelta

from models.base import now
from models.counting import local_day
from resolvers.declarations import NODES
from seeds.organizations import organization_id
from tests.cluster import Rows
from tests.examples import MARKET, PAIRS, copy_row, key
from tests.lives_of_rules import RULES, STATUTORY

Placed = tuple[str, str, bool]
_TABLES = {definition.type_name: str(model.__tablename__) for model, definition in NODES.items()}
COUNTY = "410302"
_RULES_OF = ((COUNTY, "DEFAULT"), ("410302001", "LAW"), ("41", "LAW"))
# From and to which day a rule is in force, counted from today.
_TIMES = (
    *((-50, None), (-40, 10), (-30, 0), (-20, -1), (0, None)),
    *((1, None), (30, 60), (40, 39), (1, 0)),
)
# Each kind of round: what its example is called, and an object of another round that would wait for it.
_ROUNDS = (
    ("SpecialExplanationRound", "round", "special_explanation", key("explanation", 0, "GENERATED")),
    ("AssessmentRound", "assessed", "assessment", key("assessment", 0, "DRAFT")),
)
# The rounds for which something waits.
ROUNDS_TO_DO = """SELECT round_id FROM special_explanation WHERE state = 'GENERATED'
                  UNION SELECT round_id FROM assessment WHERE state = 'DRAFT'"""


def stateless(rows: Rows) -> Iterator[Placed]:
    """Insert what has no states."""
    yield from _rules(rows)
    yield from _records(rows)
    yield from _rounds(rows)


def _rules(rows: Rows) -> Iterator[Placed]:
    today = local_day(now())
    for type_name, (region, authority), (first, last) in itertools.product(RULES, _RULES_OF, _TIMES):
        # Where no rule of a kind is a statute's, one by its authority stands for all of its times.
        if authority == "LAW" and type_name not in STATUTORY and (first, last) != _TIMES[0]:
            continue
        id_ = key("rule", type_name, region, first, last)
        valid_to = None if last is None else today + timedelta(days=last)
        period = {"valid_from": today + timedelta(days=first), "valid_to": valid_to}
        copy_row(rows, _TABLES[type_name], "true", id=id_, region_code=region, authority=authority, **period)
        yield type_name, id_, region != "41"


def _records(rows: Rows) -> Iterator[Placed]:
    copy_row(rows, "calendar_year", "true", id=key("year"), year=2099)
    yield "CalendarYear", key("year"), True
    for type_name, region in itertools.product(("Staffing", "Budget"), (COUNTY, "4101")):
        found = rows.fetch(f"SELECT id FROM {_TABLES[type_name]} WHERE region_code LIKE $1", f"{region}%")
        yield from ((type_name, str(row["id"]), region == COUNTY) for row in found)
    for number, of in itertools.product(range(len(PAIRS)), ("DRAFT", "SENT")):
        yield "CaseFileReview", key("review", number, of), number == 0
    id_, reviewer = key("review", "of the line"), organization_id(COUNTY, "LEGAL_UNIT", MARKET[1])
    copy_row(rows, "case_file_review", f"id = '{key('review', 0, 'DRAFT')}'", id=id_, reviewer_id=reviewer)
    yield "CaseFileReview", id_, True


def _rounds(rows: Rows) -> Iterator[Placed]:
    for type_name, name, table, waiting in _ROUNDS:
        for region in ("41", "4103", COUNTY, "410303"):
            yield type_name, key(name, region), region == COUNTY
        id_ = key(name, "to do")
        copy_row(rows, _TABLES[type_name], f"id = '{key(name, COUNTY)}'", id=id_)
        rows.execute(f"UPDATE {table} SET round_id = $1 WHERE id = $2", id_, waiting)
        yield type_name, id_, True
