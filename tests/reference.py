"""Plain graphql-core execution of the contract over rows in memory: what the compiler must equal.

It reads the declarations of schema/ and the oracle's scopes, and shares no code with the compiler: rows are
found by loops, fields are resolved one by one, nothing is SQL.
"""

from __future__ import annotations

import base64
import itertools
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, cached_property
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from graphql import GraphQLError, GraphQLResolveInfo, GraphQLSchema, build_schema, execute_sync, parse

from models import (
    Action,
    Alert,
    AuditEntry,
    CaseOfficer,
    Clearance,
    Deadline,
    EvaluationIndicator,
    EvaluationScore,
    MatterSupervisor,
    Notification,
    Officer,
    ReviewProceeding,
    Role,
    RoleAssignment,
    SensitiveClass,
    SupervisorCategory,
    Table,
    state_machine,
)
from models.search import words_asked, words_of
from resolvers.caller import Caller, Reading
from resolvers.criteria import (
    AnyOf,
    Contains,
    EqualTo,
    EqualToSecret,
    InRegion,
    IsDue,
    IsNode,
    OneOf,
    Search,
    criterion_of,
)
from resolvers.declarations import NODES, TYPES, source_of
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
    Match,
    NodeByID,
    NodesByID,
    OfficerFigures,
    One,
    OwnAccount,
    Pairs,
    Parts,
    Relation,
    RevisitCoverage,
    Several,
    SimilarCases,
    SupervisorMix,
    Tally,
    Tasks,
    YearTotal,
)
from tests.cluster import TEST_CIPHER
from tests.lives import BY_TWO_SUPERVISORS, barred
from tests.oracle import READS, Person, in_scope, is_public, sees, sides_of

_CHINA = timezone(timedelta(hours=8))
_FAR = datetime(9999, 12, 31, tzinfo=_CHINA)

_RELATED = (
    *(One, Several, Tally, YearTotal, Many, ContactVisitFrequency, SupervisorMix),
    *(Duplicates, RevisitCoverage, SimilarCases),
)


@cache
def _words_of(text: str) -> frozenset[str]:
    return frozenset(words_of(text))


def _runs_of(text: str) -> list[set[str]]:
    # A third of the first sixty words, three at least, each run as they stand beside each other.
    plain = unicodedata.normalize("NFKC", text).lower()
    pairs = (one + other for one, other in itertools.pairwise(plain) if min(one, other) >= "㐀")
    words = [*re.findall("[a-z0-9]+", plain), *pairs][:60]
    size = min(len(words), max(3, -(-len(words) // 3)))
    return [set(words[first : first + size]) for first in range(len(words) - size + 1)] if words else []


class Row(dict[str, Any]):
    """A row, with the name of its type."""

    type_name = ""


class Rows:
    """All rows of some tables, found by column."""

    def __init__(self, tables: dict[type[Table], list[dict[str, Any]]]) -> None:
        self._tables: dict[type[Table], list[Row]] = {}
        for model, rows in tables.items():
            self._tables[model] = [self._row(model, row) for row in rows]
        self._indexes: dict[tuple[type[Table], str], dict[Any, list[Row]]] = {}

    @staticmethod
    def _row(model: type[Table], values: dict[str, Any]) -> Row:
        row = Row(values)
        row.type_name = next(name for name, each in TYPES.items() if each.model is model)
        return row

    def all(self, model: type[Table]) -> list[Row]:
        return self._tables[model]

    def where(self, model: type[Table], column: str, value: Any) -> list[Row]:
        if (model, column) not in self._indexes:
            index: dict[Any, list[Row]] = defaultdict(list)
            for row in self._tables[model]:
                index[row[column]].append(row)
            self._indexes[model, column] = index
        return self._indexes[model, column].get(value, [])


class Reference:
    """Executes documents for one person."""

    def __init__(self, contract: GraphQLSchema, sdl: str, rows: Rows, person: Person, caller: Caller) -> None:
        self._contract = contract
        self._sdl = sdl
        self._rows = rows
        self._person = person
        self._caller = caller

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
                is_sensitive = name in TYPES[row.type_name].model.__sensitive__
                return self._sensitive(row, name) if is_sensitive else scalar(row[name])
            case Derived(plain=derive):
                return plain(derive(row, datetime.now(_CHINA)))
            case AvailableActions():
                return [action.name for action in self._actions(row)]
            case Parts():
                return self._parts(source, row)
            case Link(path=path, state=state):
                # Without what signs it, which no two answers have in common.
                return path.format(**row) if state is None or row["state"] == state.name else None
            case Pairs(column):
                return [{"label": label, "value": value} for label, value in json.loads(row[column])]
            case InspectionFrequency(credit_code):
                return self._inspection_frequency(row[credit_code], arguments["year"])
            case History():
                return []
            case Known(value):
                return plain(value(Reading(self._caller, TEST_CIPHER)))
        if isinstance(source, OfficerFigures):
            return self._officer_figures(self._led_to(source.match, row))
        if isinstance(source, _RELATED):
            return self._related(source, row, arguments, field)
        return self._root(source, arguments, field)

    def _related(self, source: Any, row: Any, arguments: dict[str, Any], field: Any) -> Any:
        match source:
            case Duplicates() | SimilarCases():
                return self._duplicates(row) if isinstance(source, Duplicates) else self._similar_cases(row)
            case RevisitCoverage():
                since, until = (date.fromisoformat(arguments[name]) for name in ("since", "until"))
                return self._revisit_coverage(row, since, until)
            case One(match):
                return next(iter(self._led_to(match, row)), None)
            case Several(match):
                column = match.column
                key = next(iter(match.model.__table__.primary_key.columns)).name  # type: ignore[attr-defined]
                return sorted(self._led_to(match, row), key=lambda found: (found[column], found[key]))
            case Tally(match, by):
                counts: dict[str, int] = defaultdict(int)
                for found in self._led_to(match, row):
                    counts[found[by]] += 1
                return [{by: key, "count": counts[key]} for key in sorted(counts)]
            case SupervisorMix(region):
                return self._supervisor_mix(row[region])
            case ContactVisitFrequency():
                return self._contact_visit_frequency(row, arguments["year"])
            case YearTotal(match, of, year):
                return sum(found[of] for found in self._led_to(match, row) if found[year] == arguments["year"])
            case Many(model, match, non_empty, where):
                rows = self._visible(model, self._rows.all(model)) if match is None else self._led_to(match, row)
                if non_empty is not None:
                    rows = [each for each in rows if each[non_empty]]
                if where is not None:
                    rows = [each for each in rows if each[where[0]] == where[1].name]
                return self._connection(model, rows, arguments, field)
        raise TypeError(source)

    def _officer_figures(self, found: list[Row]) -> dict[str, Any]:
        today = datetime.now(_CHINA).date()
        officers = [each for each in found if each["left_on"] is None or each["left_on"] > today]
        certificates = self._model("Certificate")
        held = {
            (each["officer_id"], each["kind"])
            for each in self._visible(certificates, self._rows.all(certificates))
            if each["state"] == "VALID" and each["valid_from"] <= today <= each["valid_to"]
        }
        certified = sum(any(officer["id"] == holder for holder, _ in held) for officer in officers)
        reviewers = sum(officer["is_legal_reviewer"] for officer in officers)

        def percent(part: int) -> float | None:
            if not officers:
                return None
            return float((Decimal(100 * part) / len(officers)).quantize(Decimal("0.1"), ROUND_HALF_UP))

        return {
            "officers": len(officers),
            "certified": certified,
            "certifiedPercent": percent(certified),
            "supervisors": sum((officer["id"], "SUPERVISION") in held for officer in officers),
            "legalReviewers": reviewers,
            "legalReviewerPercent": percent(reviewers),
            "legalReviewersLacking": max(-(-len(officers) * 5 // 100) - reviewers, 0),
        }

    def _root(self, source: Any, arguments: dict[str, Any], field: Any) -> Any:
        match source:
            case Lookup(model):
                keys: Any = field.args["by"].type.of_type
                return next(iter(self._filtered(model, self._rows.all(model), arguments["by"], keys)), None)
            case ByReceipt(model):
                return next(iter(self._rows.where(model, "receipt", arguments["receipt"])), None)
            case OwnAccount():
                model = self._model("Account")
                return next(iter(self._visible(model, self._rows.where(model, "id", self._person.account))), None)
            case NodeByID():
                return self._by_id(arguments["id"])
            case NodesByID():
                return [self._item(text) for text in arguments["ids"]]
            case Facts(conclude):
                return self._facts(conclude, arguments)
            case Tasks():
                return self._tasks(arguments)
            case DutyListDiff(compared):
                return self._duty_list_diff(compared, arguments)
        raise TypeError(source)

    def _duplicates(self, own: Row) -> list[dict[str, Any]]:
        model, found = self._model("Clue"), []
        may_screen = self._caller.policy.decide(self._caller.principal, model, Action.SCREEN, facts_of(model, own))
        for other in self._visible(model, self._rows.where(model, "bureau_id", own["bureau_id"])):
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

    def _similar_cases(self, own: Row) -> list[dict[str, Any]]:
        model, found = self._model("EnforcementCase"), list[Any]()
        asked = _words_of(own["cause"])
        if not self._entrusted(own) or not asked:
            return []
        for other in self._visible(model, self._rows.all(model)):
            held = any(run <= self._words(other, False) for run in _runs_of(own["cause"]))
            if other["decided_at"] is None or other["id"] == own["id"] or not held:
                continue
            words = _words_of(other["cause"])
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

    def _revisit_coverage(self, organ: Row, since: date, until: date) -> list[dict[str, Any]]:
        cases, revisits = self._model("EnforcementCase"), self._model("CaseRevisit")
        closed = [
            case
            for case in self._visible(cases, self._rows.where(cases, "organization_id", organ["id"]))
            if self._entrusted(case)
            and case["closed_at"] is not None
            and since <= case["closed_at"].astimezone(_CHINA).date() <= until
        ]
        found = []
        for procedure in ("ORDINARY", "SIMPLE"):
            some = [case for case in closed if case["procedure"] == procedure]
            of = [
                each
                for case in some
                for each in self._visible(revisits, self._rows.where(revisits, "case_id", case["id"]))
            ]
            visited = [each for each in of if each["state"] in ("DONE", "ISSUE_RAISED", "HANDLED")]
            policies = [
                policy
                for policy in self._rows.all(self._model("RevisitPolicy"))
                if organ["region_code"].startswith(policy["region_code"])
                and policy["procedure"] == procedure
                and policy["valid_from"] <= until <= (policy["valid_to"] or date.max)
            ]
            nearest = max(policies, key=lambda each: (len(each["region_code"]), each["valid_from"]), default=None)
            ratio = nearest["ratio"] if nearest else None
            if some:
                counts = {"closed": len(some), "sampled": len(of), "visited": len(visited)}
                counts["unreachable"] = sum(each["state"] == "UNREACHABLE" for each in of)
                counts["satisfied"] = sum(each["satisfaction"] >= 4 for each in visited)
                counts["coverage"] = 100 * len(visited) // len(some)
                is_met = ratio is not None and 100 * len(visited) >= ratio * len(some)
                found.append({"procedure": procedure, **counts, "ratio": ratio, "isMet": is_met})
        return found

    def _inspection_frequency(self, credit_code: str, year: int) -> list[dict[str, Any]]:
        cases = self._model("EnforcementCase")
        counts: dict[tuple[str, UUID, str], int] = defaultdict(int)
        for case in self._visible(cases, self._rows.where(cases, "party_credit_code", credit_code)):
            day = (case["decided_at"] or case["registered_at"]).astimezone(_CHINA)
            if case["act_type"] == "INSPECTION" and case["state"] != "PLANNED" and day.year == year:
                counts[case["region_code"], case["organization_id"], case["field"]] += 1
        return [
            {
                "organization": next(iter(self._rows.where(self._model("Organization"), "id", organ))),
                "field": field,
                "inspections": count,
                "limit": (most := self._most_inspections(region, field, date(year, 12, 31))),
                "isExceeded": most is not None and count > most,
            }
            for (region, organ, field), count in sorted(counts.items(), key=lambda each: each[0])
        ]

    def _supervisor_mix(self, region: str) -> list[dict[str, Any]]:
        model, today = self._model("InvitedSupervisor"), datetime.now(_CHINA).date()
        serving = [
            each["category"]
            for each in self._visible(model, self._rows.all(model))
            if each["region_code"].startswith(region)
            and each["state"] in ("APPOINTED", "RENEWED")
            and each["term_to"] >= today
        ]
        targets = {
            each["category"]: each["number"]
            for each in sorted(self._rows.all(self._model("SupervisorTarget")), key=lambda each: each["valid_from"])
            if each["region_code"] == region and each["valid_from"] <= today <= (each["valid_to"] or date.max)
        }
        return [
            {"category": name, "serving": serving.count(name), "target": targets.get(name)}
            for name in SupervisorCategory.__members__
        ]

    def _contact_visit_frequency(self, point: Row, year: int) -> dict[str, Any]:
        visits = self._rows.where(self._model("ContactVisit"), "contact_point_id", point["id"])
        count = sum(each["visited_on"].year == year for each in self._visible(self._model("ContactVisit"), visits))
        rules = [
            rule
            for rule in self._rows.all(self._model("ContactVisitLimit"))
            if point["region_code"].startswith(rule["region_code"])
            and rule["valid_from"] <= date(year, 12, 31) <= (rule["valid_to"] or date.max)
        ]
        if not rules:
            return {"visits": count, "least": None, "most": None, "standing": "NO_RULE"}
        rule = max(rules, key=lambda each: (len(each["region_code"]), each["valid_from"]))
        standing = "BELOW" if count < rule["least"] else "ABOVE" if count > rule["most"] else "WITHIN"
        return {"visits": count, "least": rule["least"], "most": rule["most"], "standing": standing}

    def _most_inspections(self, region: str, field: str, day: date) -> int | None:
        limits = [
            limit
            for limit in self._rows.all(self._model("InspectionLimit"))
            if region.startswith(limit["region_code"])
            and limit["field"] in (None, field)
            and limit["valid_from"] <= day <= (limit["valid_to"] or date.max)
        ]
        nearest = max(
            limits,
            key=lambda limit: (len(limit["region_code"]), limit["field"] is not None, limit["valid_from"]),
            default=None,
        )
        most: int | None = nearest["most"] if nearest else None
        return most

    @staticmethod
    def _model(name: str) -> type[Table]:
        return next(model for model in NODES if model.__name__ == name)

    def _duty_list_diff(self, compared: Any, arguments: dict[str, Any]) -> dict[str, Any]:
        organ = UUID(key_of(arguments["organization"], "Organization"))
        earlier, later = (self._duty_list(organ, date.fromisoformat(arguments[day])) for day in ("earlier", "later"))
        changed = []
        for place in sorted(earlier.keys() & later.keys()):
            before, after = earlier[place], later[place]
            if fields := [name for name, column in compared if before[column] != after[column]]:
                changed.append({"before": before, "after": after, "fields": fields})
        return {
            "added": [later[place] for place in sorted(later.keys() - earlier.keys())],
            "removed": [earlier[place] for place in sorted(earlier.keys() - later.keys())],
            "changed": sorted(changed, key=lambda each: (each["after"]["code"], each["after"]["id"])),
        }

    def _duty_list(self, organ: UUID, day: date) -> dict[tuple[str, UUID], Row]:
        """What stands on an organ's list, by code and owner."""
        items = self._rows.all(self._model("DutyItem"))
        by_id = {item["id"]: item for item in items}
        held = set()
        for each in self._rows.all(self._model("DutyAssignment")):
            is_running = each["taken_back_on"] is None or each["taken_back_on"] > day
            if each["organization_id"] == organ and each["assigned_on"] <= day and is_running:
                held.add((each["duty_code"], by_id[each["duty_item_id"]]["organization_id"]))
        return {
            (item["code"], item["organization_id"]): item
            for item in items
            if is_public("DutyItem", item)
            and item["valid_from"] <= day <= (item["valid_to"] or date.max)
            and (item["organization_id"] == organ or (item["code"], item["organization_id"]) in held)
        }

    def _actions(self, row: Row, *, tasks: bool = False) -> list[Action]:
        """What the person may do with a row as it stands, decided by Casbin."""
        model = TYPES[row.type_name].model
        machine = state_machine(model.__name__)
        assert machine is not None
        return [
            action
            for action in machine.actions
            if (transition := machine.move(action, SimpleNamespace(**row))) is not None
            and (transition.is_task or not tasks)
            and not self._is_barred(row, action)
            and (tasks or not self._is_lacking(row, action))
            and self._caller.policy.decide(self._caller.principal, model, action, facts_of(model, row)).allowed
        ]

    def _is_barred(self, row: Row, action: Action) -> bool:
        """Whether something beside its state bars an act on a row: a time, other rows, who would act."""
        match row.type_name, action.name:
            case "CaseRevisit", "RECORD_REVISIT" | "RECORD_UNREACHABLE" | "RAISE_ISSUE":
                return self._has_left(row) or self._handled(row)
            case _, "EXTEND_DEADLINE":
                links = {"EnforcementCase": "case_id", "SupervisionMatter": "matter_id", "Clue": "clue_id"}
                rules = {each["id"]: each for each in self._rows.all(self._model("DeadlineRule"))}
                clocks = self._rows.where(Deadline, links[row.type_name], row["id"])
                running = [(each, rules[each["rule_id"]]) for each in clocks if each["ended_at"] is None]
                return not any(
                    each["extensions"] < rule["extensions"] and rule["extension_length"] is not None
                    for each, rule in running
                )
            case "Evaluation", "DRAW_SAMPLE":
                polls = self._rows.where(self._model("Questionnaire"), "id", row["questionnaire_id"])
                return any(poll["state"] != "CLOSED" for poll in polls)
            case "Clue", "RESUME_HANDLING":
                under_review = self._rows.where(ReviewProceeding, "case_id", row["case_id"])
                return any(each["ended_on"] is None for each in under_review)
            case "SupervisionMatter", "INFORM" | "APPEAL":
                key = row["organization_id" if action is Action.INFORM else "body_id"]
                (organ,) = self._rows.where(self._model("Organization"), "id", key)
                if organ["superior_id"] is None:
                    return True
        return barred(row.type_name, action.name, row) is not None

    def _is_lacking(self, row: Row, action: Action) -> bool:
        """Whether something is lacking that another act makes good: people named for it, or scores."""
        match row.type_name, action.name:
            case "EnforcementCase", "FILE" | "INVESTIGATE" | "DECIDE" | "IMPLEMENT":
                needed = 1 if row["procedure"] == "SIMPLE" else 2
                named = self._rows.where(CaseOfficer, "case_id", row["id"])
                return row["act_type"] in ("PENALTY", "COERCION") and self._certified(named, "ENFORCEMENT") < needed
            case "SupervisionMatter", name if name in BY_TWO_SUPERVISORS:
                named = self._rows.where(MatterSupervisor, "matter_id", row["id"])
                is_dropped = (name, row["state"]) == ("TERMINATE", "REGISTERED")
                return not is_dropped and self._certified(named, "SUPERVISION") < 2
            case "Evaluation", "SUBMIT_EVALUATION":
                scored = {
                    (each["indicator_code"], each["sampled_case_id"] or each["subject_id"])
                    for each in self._rows.where(EvaluationScore, "evaluation_id", row["id"])
                }
                models = {"SAMPLED_CASE": "SampledCase", "SUBJECT": "EvaluationSubject"}
                return any(
                    (indicator["code"], each["id"]) not in scored
                    for indicator in self._rows.where(EvaluationIndicator, "evaluation_id", row["id"])
                    if indicator["basis"] is not None
                    for each in self._rows.where(self._model(models[indicator["basis"]]), "evaluation_id", row["id"])
                )
        return False

    def _certified(self, named: list[Row], kind: str) -> int:
        """How many of those named are in post and certified today."""
        today = datetime.now(_CHINA).date()

        def is_certified(key: UUID) -> bool:
            (officer,) = self._rows.where(Officer, "id", key)
            held = self._rows.where(self._model("Certificate"), "officer_id", key)
            return (officer["left_on"] is None or officer["left_on"] > today) and any(
                (each["kind"], each["state"]) == (kind, "VALID") and each["valid_from"] <= today <= each["valid_to"]
                for each in held
            )

        return sum(is_certified(each["officer_id"]) for each in named)

    def _has_left(self, revisit: Row) -> bool:
        organizations = {each["id"]: each for each in self._rows.all(self._model("Organization"))}

        def units(key: UUID) -> set[UUID]:
            return {key, organizations[key]["department_id"]} - {None}

        home = units(revisit["assigner_id"])
        (visitor,) = self._rows.where(self._model("Account"), "id", revisit["visitor_id"])
        roles = self._rows.where(RoleAssignment, "account_id", visitor["id"])
        today = datetime.now(_CHINA).date()
        held = [each for each in roles if each["valid_from"] <= today <= (each["valid_to"] or date.max)]
        is_there = visitor["disabled_at"] is None and units(visitor["organization_id"]) & home
        return not is_there or not any(units(each["organization_id"]) & home for each in held)

    def _handled(self, revisit: Row) -> bool:
        """Whether the visitor is an officer of the case, or acted on it as one."""
        officers = self._rows.where(Officer, "account_id", revisit["visitor_id"])
        named = {each["officer_id"] for each in self._rows.where(CaseOfficer, "case_id", revisit["case_id"])}
        acted = [
            each["rule"].split(", ")[1]
            for each in self._rows.where(AuditEntry, "object_id", str(revisit["case_id"]))
            if each["object_type"] == "EnforcementCase" and each["account_id"] == revisit["visitor_id"]
        ]
        handling = {"organ_officer", "township_officer", "police"}
        return any(each["id"] in named for each in officers) or not handling.isdisjoint(acted)

    def _clearance(self, row: Row, class_: SensitiveClass) -> Clearance:
        """The best clearance of the roles by which the person sees the row."""
        masks = self._caller.policy.masks
        if class_ is SensitiveClass.INFORMANT and not self._took_in(row):
            return Clearance.ABSENT
        found = [masks[Role.PUBLIC, class_]] if is_public(row.type_name, row) else []
        if self._person.role is not None and self._entrusted(row):
            found.append(masks[Role[self._person.role], class_])
        return min(found, key=list(Clearance).index)

    def _took_in(self, clue: Row) -> bool:
        """Whether the person's body took the clue in: as its bureau, or in its township for the bureau."""
        owner, *_ = sides_of(clue.type_name, clue)
        scope = {"JUDICIAL_BUREAU": "OWN", "JUDICIAL_OFFICE": "TOWNSHIP"}.get(self._person.role or "")
        return scope is not None and in_scope(scope, self._person, owner)

    def _entrusted(self, row: Row) -> bool:
        """Whether the person sees the row by its role, not only because it is public."""
        scopes = READS[self._person.role].get(row.type_name, []) if self._person.role is not None else []
        sides = sides_of(row.type_name, row)
        return any(in_scope(scope, self._person, side) for scope in scopes if scope != "PUBLIC" for side in sides)

    def _sensitive(self, row: Row, name: str) -> Any:
        sensitive, value = TYPES[row.type_name].model.__sensitive__[name], row[name]
        if value is None:
            return None
        clearance = self._clearance(row, sensitive.class_)
        if sensitive.only_persons is not None and row[sensitive.only_persons] != "PERSON":
            return value
        if clearance is Clearance.ABSENT:
            return None
        if sensitive.encrypted:
            value = TEST_CIPHER.decrypt(value, name)
            return value if clearance is Clearance.CLEAR else f"{value[:3]}{'*' * (len(value) - 7)}{value[-4:]}"
        if clearance is Clearance.CLEAR:
            return value
        masked = dict.fromkeys((SensitiveClass.PARTY_NAME, SensitiveClass.INFORMANT), value[:1] + "**")
        return {**masked, SensitiveClass.NARRATIVE: None}.get(sensitive.class_, value[:4] + "****")

    def _parts(self, source: Parts, row: Row) -> list[Row]:
        class_ = source.model.__part_class__
        is_shown = source.model.__part_is_published__ or self._entrusted(row)
        if not is_shown or (class_ is not None and self._clearance(row, class_) is not Clearance.CLEAR):
            return []
        found = self._rows.where(source.model, source.link, row["id"])
        keys = [column.name for column in source.model.__table__.primary_key]  # type: ignore[attr-defined]
        return sorted(found, key=lambda part: [str(part[name]) for name in (source.order, *keys)])

    def _tasks(self, arguments: dict[str, Any]) -> dict[str, Any]:
        size = 20 if arguments.get("first") is None else arguments["first"]
        if not 1 <= size <= 100:
            raise RefusedError("page")
        waiting = []
        for model in NODES:
            machine = state_machine(model.__name__)
            if machine is not None and any(each.is_task for each in machine.transitions):
                for row in self._visible(model, self._rows.all(model)):
                    if self._actions(row, tasks=True):
                        waiting.append((row.get("next_due_at") or _FAR, row["id"], row))
        waiting.sort(key=lambda each: each[:2])
        if arguments.get("after") is not None:
            due, key = read_task_cursor(arguments["after"])
            waiting = [each for each in waiting if each[:2] > (due, key)]
        page = waiting[:size]
        nodes = [
            {
                "object": row,
                "actions": [action.name for action in self._actions(row)],
                "dueAt": None if due is _FAR else scalar(due),
            }
            for due, _, row in page
        ]
        return {
            "nodes": nodes,
            "hasNextPage": len(waiting) > size,
            "endCursor": encode("TASKS", page[-1][0], page[-1][1]) if page else None,
        }

    def _visible(self, model: type[Table], rows: list[Row]) -> list[Row]:
        return [row for row in rows if sees(self._person, row.type_name, row)]

    def _led_to(self, match: Match, row: Row) -> list[Row]:
        here = row[match.own]
        match match.relation:
            case Relation.EQUAL:
                found = self._rows.where(match.model, match.column, here) if here is not None else []
            case Relation.ABOVE:
                codes = [here[:length] for length in (2, 4, 6, 9) if length < len(here)]
                found = [row for code in codes for row in self._rows.where(match.model, match.column, code)]
            case below:
                found = [
                    row
                    for row in self._rows.all(match.model)
                    if row[match.column].startswith(here)
                    and (row[match.column] != here or below is Relation.AT_OR_BELOW)
                ]
        return self._visible(match.model, found)

    def _connection(self, model: type[Table], rows: list[Row], arguments: dict[str, Any], field: Any) -> Any:
        definition = NODES[model]
        first, last = arguments.get("first"), arguments.get("last")
        if (first is not None and last is not None) or not 1 <= (first or last or 20) <= 100 or 0 in (first, last):
            raise RefusedError("page")
        if arguments.get("filter") is not None:
            rows = self._filtered(model, rows, arguments["filter"], field.args["filter"].type)
        key = next(iter(model.__table__.primary_key.columns)).name  # type: ignore[attr-defined]
        order = arguments.get("orderBy") or {}
        descending = order.get("direction") == "DESC" or (not order and model in (Alert, Notification))
        name, column = "", key
        if definition.orders is not None:
            chosen = definition.orders[order["field"]] if order else next(iter(definition.orders))
            name, column = chosen.name, chosen.column
        columns = [column] if column == key else [column, key]

        def position(row: Row) -> tuple[Any, ...]:
            return tuple(row[each] for each in columns)

        ordered = sorted(rows, key=position, reverse=descending)
        total, size = len(ordered), first or last or 20
        for argument, keeps_later in (("after", True), ("before", False)):
            if arguments.get(argument) is not None:
                at = read_cursor(arguments[argument], name, model, columns)
                ordered = [row for row in ordered if row_is_beyond(position(row), at, keeps_later != descending)]
        page = ordered[-size:] if last is not None else ordered[:size]
        more = len(ordered) > size

        def cursor(row: Row) -> str:
            return encode(name, *position(row))

        before, after = arguments.get("before") is not None, arguments.get("after") is not None
        return {
            "nodes": page,
            "edges": [{"cursor": cursor(row), "node": row} for row in page],
            "pageInfo": {
                "hasNextPage": before if last is not None else more,
                "hasPreviousPage": more if last is not None else after,
                "startCursor": cursor(page[0]) if page else None,
                "endCursor": cursor(page[-1]) if page else None,
            },
            "totalCount": total if total <= 10_000 else None,
            "totalCountAtLeast": min(total, 10_000),
        }

    def _filtered(self, model: type[Table], rows: list[Row], asked: dict[str, Any], input_type: Any) -> list[Row]:
        for name, value in asked.items():
            if value is not None:
                criterion = criterion_of(input_type.fields[name].extensions)
                if (sensitive := model.__sensitive__.get(criterion.column)) is not None:
                    rows = [row for row in rows if self._clearance(row, sensitive.class_) is Clearance.CLEAR]
                if isinstance(criterion, Search):
                    rows = self._found(model, rows, value)
                else:
                    rows = [row for row in rows if holds(criterion, row, value)] if rows else rows
                if isinstance(criterion, IsNode | InRegion):
                    key_of(value, NODES[criterion.model].type_name)
        return self._visible(model, rows)

    def _found(self, model: type[Table], rows: list[Row], text: str) -> list[Row]:
        """The rows that hold all words of a text, those of a person's name only where it is seen clear."""
        asked = words_asked(text)
        if not asked or len(text) > 100:
            raise RefusedError("search")

        assert model.__name__ == "EnforcementCase"
        return [row for row in self._visible(model, rows) if self._words(row, True) >= set(asked)]

    def _words(self, row: Row, personal: bool) -> set[str]:
        number = row["number"]
        texts = [row["cause"], number[max(number.find("〔") - 2, 0) :]]
        is_clear = personal and self._clearance(row, SensitiveClass.PARTY_NAME) is Clearance.CLEAR
        if row["party_kind"] != "PERSON" or is_clear:
            texts.append(row["party_name"])
        return {word for text in texts for word in _words_of(text)}

    def _by_id(self, text: str) -> Row | None:
        for model, definition in NODES.items():
            if decode(text).startswith(f"{definition.type_name}:"):
                key = key_of(text, definition.type_name)
                column = next(iter(model.__table__.primary_key.columns)).name  # type: ignore[attr-defined]
                found = [row for row in self._rows.all(model) if str(row[column]) == key]
                return next(iter(self._visible(model, found)), None)
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


class RefusedError(GraphQLError):
    """An argument that is refused; ``is_item`` when only an item of a list is."""

    def __init__(self, message: str, *, is_item: bool = False) -> None:
        super().__init__(message)
        self.is_item = is_item


def facts_of(model: type[Table], row: Row) -> dict[str, dict[str, Any]]:
    return {
        side.name: {fact: column if column is True else row[column] for fact, column in side.columns().items()}
        for side in model.__anchors__.sides
    }


def plain(value: Any) -> Any:
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.name if hasattr(value, "chinese") else value


def scalar(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(_CHINA).isoformat(timespec="milliseconds")
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def global_id(row: Row) -> str:
    model = TYPES[row.type_name].model
    key = next(iter(model.__table__.primary_key.columns)).name  # type: ignore[attr-defined]
    return base64.b64encode(f"{row.type_name}:{row[key]}".encode()).decode()


def encode(*values: Any) -> str:
    return base64.b64encode(json.dumps(values, ensure_ascii=False, default=in_cursor).encode()).decode()


def in_cursor(value: Any) -> str:
    """A value as PostgreSQL writes it into JSON: fractions of a second without trailing zeros."""
    if not isinstance(value, datetime):
        return str(value)
    moment, offset = value.astimezone(UTC).isoformat().split("+")
    return f"{moment.rstrip('0').rstrip('.') if '.' in moment else moment}+{offset}"


def decode(text: str) -> str:
    try:
        return base64.b64decode(text, validate=True).decode()
    except ValueError:
        return ""


def key_of(text: str, type_name: str) -> str:
    found, _, key = decode(text).partition(":")
    is_key = key.isdecimal() and len(key) in (2, 4, 6, 9) if type_name == "Region" else len(key) == 36
    if found != type_name or not is_key:
        raise RefusedError("id")
    return key


def holds(criterion: Any, row: Row, value: Any) -> bool:
    column = row[criterion.column]
    match criterion:
        case EqualTo():
            return bool((column.isoformat() if isinstance(column, date) else column) == value)
        case EqualToSecret(column=name, index=index):
            return bool(row[index] == TEST_CIPHER.blind_index(value.strip().upper(), name))
        case OneOf():
            return column in value
        case IsDue(near=near):
            now = datetime.now(_CHINA)
            if column is None:
                return False
            return bool(column < now) if value == "PASSED" else bool(row[near] <= now <= column)
        case AnyOf():
            return any(item in column for item in value)
        case Contains():
            return value in column
        case IsNode(model=model):
            return str(column) == key_of(value, NODES[model].type_name)
        case InRegion(model=model):
            return str(column).startswith(key_of(value, NODES[model].type_name))
    raise TypeError(criterion)


def read_cursor(text: str, name: str, model: type[Table], columns: list[str]) -> tuple[Any, ...]:
    types = [model.__table__.columns[column].type.python_type for column in columns]  # type: ignore[attr-defined]
    try:
        given, *values = json.loads(decode(text))
        if given != name or len(values) != len(types):
            raise RefusedError("cursor")
        readers: dict[Any, Callable[[Any], Any]] = {
            UUID: UUID,
            datetime: datetime.fromisoformat,
            date: date.fromisoformat,
            Decimal: Decimal,
        }
        read = [readers.get(type_, lambda kept: kept)(value) for type_, value in zip(types, values, strict=True)]
    except ValueError:
        raise RefusedError("cursor") from None
    if not all(type(value) is type_ for type_, value in zip(types, read, strict=True)):
        raise RefusedError("cursor")
    return tuple(read)


def read_task_cursor(text: str) -> tuple[datetime, UUID]:
    try:
        name, due, key = json.loads(decode(text))
        if name == "TASKS":
            return datetime.fromisoformat(due), UUID(key)
    except (ValueError, TypeError, AttributeError):
        pass
    raise RefusedError("cursor")


def row_is_beyond(position: tuple[Any, ...], at: tuple[Any, ...], later: bool) -> bool:
    return position > at if later else position < at


def difference(one: Any, other: Any, path: str = "") -> str | None:
    """Where two answers differ first, and in what; None where they are equal."""
    if isinstance(one, dict) and isinstance(other, dict) and list(one) == list(other):
        return next((d for key in one if (d := difference(one[key], other[key], f"{path}.{key}"))), None)
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        return next((d for place, (a, b) in pairs if (d := difference(a, b, f"{path}[{place}]"))), None)
    return None if one == other else f"{path}: {one!r} is not {other!r}"
