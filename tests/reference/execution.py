"""The contract executed field by field over rows in memory."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property
from typing import Any

from graphql import GraphQLResolveInfo, GraphQLSchema, build_schema, execute_sync, parse

from models import Action
from resolvers.caller import Caller, Reading
from resolvers.declarations import NODES, TYPES, source_of
from resolvers.sources import (
    AvailableActions,
    ByReceipt,
    Column,
    ContactVisitFrequency,
    Derived,
    Duplicates,
    DutyListDiff,
    Facts,
    History,
    Identity,
    InspectionFrequency,
    Known,
    Link,
    Lookup,
    Many,
    Newest,
    NodeByID,
    NodesByID,
    OfficerFigures,
    One,
    OwnAccount,
    Pairs,
    Parts,
    RevisitCoverage,
    Several,
    SimilarCases,
    SupervisorMix,
    Tally,
    Tasks,
    YearTotal,
)
from tests.cluster import TEST_CIPHER
from tests.oracle import Person
from tests.reference.acts import Acts
from tests.reference.answers import RefusedError, decode, global_id, key_of, plain
from tests.reference.duty_lists import list_diff
from tests.reference.figures import Figures
from tests.reference.likeness import Likeness
from tests.reference.pages import Pages
from tests.reference.rows import CHINA, Row, Rows, facts_of, model_named
from tests.reference.sight import Sight

_RELATED = (
    *(Newest, One, Several, Tally, YearTotal, Many, ContactVisitFrequency, SupervisorMix),
    *(Duplicates, RevisitCoverage, SimilarCases),
)


class Reference:
    """Executes documents for one person."""

    def __init__(self, contract: GraphQLSchema, sdl: str, rows: Rows, person: Person, caller: Caller) -> None:
        self._contract = contract
        self._sdl = sdl
        self._rows, self._person, self._caller = rows, person, caller
        self._sight = sight = Sight(rows, person, caller)
        self._acts = Acts(sight)
        self._pages = Pages(sight, self._acts)
        self._figures, self._likeness = Figures(sight), Likeness(sight)

    def execute(self, document: str, variables: dict[str, Any]) -> tuple[dict[str, Any], set[str]]:
        """The data, with null for every root field that has an error, and the response keys of those."""
        result = execute_sync(
            self._schema,
            parse(document),
            variable_values=variables,
            field_resolver=self._resolve,
            type_resolver=lambda value, *_: value.type_name,
        )
        assert not isinstance(result.data, type(None)), result
        failed = set()
        for error in result.errors or []:
            assert error.path and isinstance(error.original_error, RefusedError), error
            key = str(error.path[0])
            failed.add(key)
            if not error.original_error.is_item:
                result.data[key] = None
        return result.data, failed

    @cached_property
    def _schema(self) -> GraphQLSchema:
        return build_schema(self._sdl)

    def _resolve(self, value: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
        name, parent = info.field_name, info.parent_type.name
        if parent in TYPES or parent == "Query":
            definition: Any = self._contract.type_map[parent]
            source = source_of(definition.fields[name].extensions)
            return self._read(source, value, arguments, definition.fields[name])
        if isinstance(value, dict):
            found = value[name]
            return found() if callable(found) else plain(found)
        definition = self._contract.type_map[parent]
        return plain(getattr(value, definition.fields[name].extensions["strawberry-definition"].python_name))

    def _read(self, source: Any, row: Any, arguments: dict[str, Any], field: Any) -> Any:
        match source:
            case Identity():
                return global_id(row)
            case Column(name):
                return self._sight.column(row, name)
            case Derived(plain=derive):
                return plain(derive(row, datetime.now(CHINA)))
            case AvailableActions():
                return [action.name for action in self._acts.actions(row)]
            case Parts():
                return self._sight.parts(source, row)
            case Link(path=path, state=state):
                # Without what signs it, which no two answers have in common.
                return path.format(**row) if state is None or row["state"] == state.name else None
            case Pairs(column):
                return [{"label": label, "value": value} for label, value in json.loads(row[column])]
            case InspectionFrequency(credit_code):
                return self._figures.inspection_frequency(row[credit_code], arguments["year"])
            case History():
                return []
            case Known(value):
                return plain(value(Reading(self._caller, TEST_CIPHER)))
        if isinstance(source, OfficerFigures):
            return self._figures.officer_figures(self._sight.led_to(source.match, row))
        if isinstance(source, _RELATED):
            return self._related(source, row, arguments, field)
        return self._root(source, arguments, field)

    def _related(self, source: Any, row: Any, arguments: dict[str, Any], field: Any) -> Any:
        sight = self._sight
        match source:
            case Duplicates() | SimilarCases():
                return self._likeness.duplicates(row) if source == Duplicates() else self._likeness.similar_cases(row)
            case RevisitCoverage():
                since, until = (date.fromisoformat(arguments[name]) for name in ("since", "until"))
                return self._figures.revisit_coverage(row, since, until)
            case Newest(match, name, by):
                newest = max(sight.led_to(match, row), key=lambda found: (found[by], found["id"]))
                return sight.sensitive(newest, name)
            case One(match):
                return next(iter(sight.led_to(match, row)), None) if sight.is_value_told(row, match.own) else None
            case Several(match):
                column = match.column
                key = next(iter(match.model.__table__.primary_key.columns)).name  # type: ignore[attr-defined]
                return sorted(sight.led_to(match, row), key=lambda found: (found[column], found[key]))
            case Tally(match, by):
                counts: dict[str, int] = defaultdict(int)
                for found in sight.led_to(match, row):
                    counts[found[by]] += 1
                return [{by: key, "count": counts[key]} for key in sorted(counts)]
            case SupervisorMix(region):
                return self._figures.supervisor_mix(row[region])
            case ContactVisitFrequency():
                return self._figures.contact_visit_frequency(row, arguments["year"])
            case YearTotal(match, of, year):
                return sum(found[of] for found in sight.led_to(match, row) if found[year] == arguments["year"])
            case Many(model, match, non_empty, where):
                rows = sight.visible(model, self._rows.all(model)) if match is None else sight.led_to(match, row)
                rows = [
                    each
                    for each in rows
                    if (non_empty is None or each[non_empty]) and (where is None or each[where[0]] == where[1].name)
                ]
                return self._pages.connection(model, rows, arguments, field)
        raise TypeError(source)

    def _root(self, source: Any, arguments: dict[str, Any], field: Any) -> Any:
        match source:
            case Lookup(model):
                keys: Any = field.args["by"].type.of_type
                return next(iter(self._pages.filtered(model, self._rows.all(model), arguments["by"], keys)), None)
            case ByReceipt(model):
                return next(iter(self._rows.where(model, "receipt", arguments["receipt"])), None)
            case OwnAccount():
                model = model_named("Account")
                return next(iter(self._sight.visible(model, self._rows.where(model, "id", self._person.account))), None)
            case NodeByID():
                return self._by_id(arguments["id"])
            case NodesByID():
                return [self._item(text) for text in arguments["ids"]]
            case Facts(conclude):
                return self._facts(conclude, arguments)
            case Tasks():
                return self._pages.tasks(arguments)
            case DutyListDiff(compared):
                return list_diff(self._rows, compared, arguments)
        raise TypeError(source)

    def _by_id(self, text: str) -> Row | None:
        for model, definition in NODES.items():
            if decode(text).startswith(f"{definition.type_name}:"):
                key = key_of(text, definition.type_name)
                column = next(iter(model.__table__.primary_key.columns)).name  # type: ignore[attr-defined]
                found = [row for row in self._rows.all(model) if str(row[column]) == key]
                return next(iter(self._sight.visible(model, found)), None)
        raise RefusedError("id")

    def _item(self, text: str) -> Row | RefusedError | None:
        try:
            return self._by_id(text)
        except RefusedError:
            return RefusedError("id", is_item=True)

    def _facts(self, conclude: Callable[..., Any], arguments: dict[str, Any]) -> Any:
        row = self._by_id(arguments["id"])
        arguments = {**arguments, "action": Action[arguments["action"]]}
        if row is None:
            return conclude(Reading(self._caller, TEST_CIPHER), arguments, None)
        model = TYPES[row.type_name].model
        return conclude(Reading(self._caller, TEST_CIPHER), arguments, (model, facts_of(model, row)))
