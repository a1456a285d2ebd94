"""Random operations on the contract: what a client may write, and now and then what it should not."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
)

from models.search import words_asked
from resolvers.global_id import GlobalID

_DEEPEST = 5
_KINDS = {
    "within": "Region",
    "evaluation": "Evaluation",
    "case": "EnforcementCase",
    **dict.fromkeys(("government", "superior", "organization", "sender", "receiver"), "Organization"),
    **dict.fromkeys(("concerned", "assignee", "body", "issuer"), "Organization"),
    "questionnaire": "Questionnaire",
    "officer": "Officer",
}
_CONNECTION = ("nodes", "edges", "pageInfo", "totalCount", "totalCountAtLeast")


class Pool:
    """Values that arguments are drawn from: real ones, so that answers are not all empty, and bad ones."""

    def __init__(
        self,
        *,
        ids: dict[str, list[str]],
        cursors: list[str],
        names: list[str],
        codes: list[str],
        party_names: list[str],
        credit_codes: list[str],
        searches: list[str],
        receipts: list[str],
        entries: list[str],
    ) -> None:
        self.ids = ids
        self.cursors = cursors
        self.names = names
        self.codes = codes
        self.party_names = party_names
        self.credit_codes = credit_codes
        self.searches = searches
        self.usable_searches = [text for text in searches if words_asked(text)]
        self.receipts = receipts
        self.entries = entries


@dataclass
class Operation:
    """A random operation with its variables."""

    schema: GraphQLSchema
    pool: Pool
    chance: random.Random
    declared: dict[str, tuple[str, Any]] = field(default_factory=dict)
    fragments: dict[str, str] = field(default_factory=dict)
    must_alias: bool = False
    _number: int = 0

    def text(self) -> str:
        """The document."""
        query: Any = self.schema.query_type
        selections = " ".join(self.field(query, name, 0) for name in self.some(list(query.fields), 1, 4))
        if self.chance.random() < 0.2:
            selections += " __typename"
        header = ", ".join(f"${name}: {type_}" for name, (type_, _) in self.declared.items())
        fragments = "\n".join(self.fragments.values())
        return f"query Random{f'({header})' if header else ''} {{ {selections} }}\n{fragments}"

    def variables(self) -> dict[str, Any]:
        """The values of the variables; those with a default may be left out."""
        return {
            name: value
            for name, (type_, value) in self.declared.items()
            if "=" not in type_ or self.chance.random() < 0.5
        }

    def some(self, items: list[Any], least: int, most: int) -> list[Any]:
        return self.chance.sample(items, min(len(items), self.chance.randint(least, most)))

    def number(self) -> int:
        self._number += 1
        return self._number

    def field(self, parent: Any, name: str, depth: int) -> str:
        definition = parent.fields[name]
        is_aliased = definition.args or self.must_alias or self.chance.random() < 0.2
        alias = f"a{self.number()}: " if is_aliased else ""
        arguments = self.arguments(parent, definition, depth)
        below = "" if is_leaf_type(get_named_type(definition.type)) else self.selection(definition.type, depth + 1)
        if below and not alias:
            alias = f"a{self.number()}: "
        return f"{alias}{name}{arguments}{self.directive()} {below}"

    def directive(self) -> str:
        if self.chance.random() > 0.08:
            return ""
        name, value = self.chance.choice(["include", "skip"]), self.chance.random() < 0.7
        condition = self.variable("Boolean!", value) if self.chance.random() < 0.5 else json.dumps(value)
        return f" @{name}(if: {condition})"

    def selection(self, type_: Any, depth: int) -> str:
        named: Any = get_named_type(type_)
        if isinstance(named, GraphQLInterfaceType):
            types = self.some(list(self.schema.get_possible_types(named)), 1, 3)
            # Fields of one name differ from type to type, so each is answered under a name of its own.
            outer, self.must_alias = self.must_alias, True
            inner = " ".join(f"... on {each.name} {self.selection(each, depth + 1)}" for each in types)
            self.must_alias = outer
            return f"{{ __typename id {inner} }}"
        if self.chance.random() < 0.15 and not self.must_alias:
            return f"{{ ...{self.fragment(named, depth)} __typename }}"
        return f"{{ {self.fields(named, depth)} }}"

    def fields(self, type_: GraphQLObjectType, depth: int) -> str:
        leaves = [name for name, each in type_.fields.items() if is_leaf_type(get_named_type(each.type))]
        objects = [name for name in type_.fields if name not in leaves]
        chosen = self.some(leaves, 1, 4) if leaves else []
        if depth < _DEEPEST or not leaves:
            chosen += self.some(objects, 0 if leaves else 1, 2)
        written = [self.field(type_, name, depth) for name in chosen]
        if self.chance.random() < 0.2:
            written.append("__typename")
        if "id" in type_.fields and self.chance.random() < 0.2:
            written.append("... on Node { id }")
        plain = [name for name in leaves if not type_.fields[name].args]
        if plain and not self.must_alias and self.chance.random() < 0.15:
            written.append(f"... {self.directive()} {{ {self.chance.choice(plain)} }}")
        return " ".join(written)

    def fragment(self, type_: GraphQLObjectType, depth: int) -> str:
        known = [name for name in self.fragments if name.startswith(f"On{type_.name}_")]
        if known and self.chance.random() < 0.4:
            return self.chance.choice(known)
        name = f"On{type_.name}_{self.number()}"
        self.fragments[name] = f"fragment {name} on {type_.name} {{ {self.fields(type_, max(depth, 3))} }}"
        return name

    def arguments(self, parent: Any, definition: Any, depth: int) -> str:
        given: dict[str, Any] = {}
        for name, argument in definition.args.items():
            if "first" in definition.args and name in ("first", "last", "after", "before"):
                continue
            if isinstance(argument.type, GraphQLNonNull) or self.chance.random() < 0.4:
                given[name] = self.argument(argument.type, name, parent.name == "Query")
        if "first" in definition.args:
            given |= self.page(parent.name == "Query", both_ways="last" in definition.args)
        written = ", ".join(f"{name}: {value}" for name, value in given.items())
        return f"({written})" if written else ""

    def page(self, may_fail: bool, *, both_ways: bool) -> dict[str, str]:
        size = self.chance.choice([1, 2, 3, 4])
        if may_fail and self.chance.random() < 0.05:
            size = self.chance.choice([0, -1, 101])
        way, cursor = self.chance.choice(
            [("first", "after"), ("first", "after"), ("last", "before")][: 3 if both_ways else 2]
        )
        given = {way: self.variable("Int", size) if self.chance.random() < 0.3 else str(size)}
        if may_fail and self.chance.random() < 0.3:
            text = self.chance.choice(self.pool.cursors)
            given[cursor] = self.variable("String", text) if self.chance.random() < 0.5 else json.dumps(text)
        return given

    def argument(self, type_: Any, name: str, may_fail: bool) -> str:
        """A value as it stands in the document: a literal or a variable."""
        value = self.value(type_, name, may_fail)
        if self.chance.random() < 0.5:
            return self.literal(type_, value)
        if not isinstance(type_, GraphQLNonNull) and value is not None and self.chance.random() < 0.2:
            return self.variable(f"{type_} = {self.literal(type_, value)}", value)
        return self.variable(str(type_), value)

    def variable(self, type_: str, value: Any) -> str:
        name = f"v{self.number()}"
        self.declared[name] = (type_, value)
        return f"${name}"

    def value(self, type_: Any, name: str, may_fail: bool) -> Any:
        if isinstance(type_, GraphQLNonNull):
            return self.value(type_.of_type, name, may_fail)
        if isinstance(type_, GraphQLList):
            return [self.value(type_.of_type, name, may_fail) for _ in range(self.chance.choice([0, 1, 1, 2, 3]))]
        if isinstance(type_, GraphQLEnumType):
            return self.chance.choice(list(type_.values))
        if isinstance(type_, GraphQLInputObjectType):
            return self.input(type_, may_fail)
        if type_.name == "ID":
            kind = _KINDS.get(name)
            if name == "id" and not may_fail:
                kind = "Region"
            good = self.pool.ids[kind] if kind else [id_ for ids in self.pool.ids.values() for id_ in ids]
            bad = ["", "x", "UmVnaW9uOg==", str(GlobalID("Nothing", "41")), str(GlobalID("Region", "4"))]
            return self.chance.choice(bad if may_fail and self.chance.random() < 0.05 else good)
        if type_.name == "String":
            known = {
                "creditCode": self.pool.credit_codes,
                "partyCreditCode": self.pool.credit_codes,
                "partyName": self.pool.party_names,
                "code": self.pool.codes,
                # Below a row that is not there a text is refused all the same, which the reference does not see.
                "search": self.pool.searches if may_fail else self.pool.usable_searches,
                "receipt": self.pool.receipts,
                "before": self.pool.entries,
            }
            return self.chance.choice(known.get(name, self.pool.names))
        if type_.name == "Int":
            return self.chance.choice([2024, 2025, 2026])
        if type_.name == "Date":
            return self.chance.choice(["2023-12-31", "2024-06-01", "2025-12-31", "2026-01-01", "2026-11-01"])
        return self.chance.random() < 0.5

    def input(self, type_: GraphQLInputObjectType, may_fail: bool) -> dict[str, Any]:
        if type_.is_one_of:
            name = self.chance.choice(list(type_.fields))
            expected = "within" if type_.name == "RegionBy" else "government"
            return {name: self.value(type_.fields[name].type, expected if name == "id" else name, may_fail)}
        required = [name for name, each in type_.fields.items() if isinstance(each.type, GraphQLNonNull)]
        chosen = {*required, *self.some(list(type_.fields), 0, 2)}
        value = {name: self.value(type_.fields[name].type, name, may_fail) for name in type_.fields if name in chosen}
        optional = [name for name in value if name not in required and name != "direction"]
        if optional and self.chance.random() < 0.1:
            value[self.chance.choice(optional)] = None
        return value

    def literal(self, type_: Any, value: Any) -> str:
        if value is None:
            return "null"
        if isinstance(type_, GraphQLNonNull):
            return self.literal(type_.of_type, value)
        if isinstance(type_, GraphQLList):
            return f"[{', '.join(self.literal(type_.of_type, item) for item in value)}]"
        if isinstance(type_, GraphQLInputObjectType):
            items = ", ".join(f"{name}: {self.literal(type_.fields[name].type, v)}" for name, v in value.items())
            return f"{{ {items} }}"
        return str(value) if isinstance(type_, GraphQLEnumType) else json.dumps(value, ensure_ascii=False)
