"""What commands and columns are called in the reader's language, by the descriptions of the contract alone."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import orjson
from graphql import GraphQLSchema
from strawberry.utils.str_converters import to_snake_case

from models import Language
from resolvers.declarations import source_of
from resolvers.sources import Column, Commanded, Derived, Match, One, Pairs, Parts

# What follows says more than a name does.
_MORE = {"zh": re.compile("[，；：]"), "en": re.compile("[,;:]")}
_REASON = {"zh": "理由", "en": "The reason"}


@cache
def titles_of_commands(schema: GraphQLSchema, language: Language) -> str:
    """The title of every command by its name, as JSON."""
    fields: Any = schema.mutation_type.fields if schema.mutation_type else {}
    commands = ((source_of(each.extensions), each.description) for each in fields.values())
    named = {source.command.name: text for source, text in commands if isinstance(source, Commanded)}
    return orjson.dumps({name: _name(text, language) for name, text in named.items()}).decode()


@cache
def labels_of_columns(schema: GraphQLSchema, type_name: str, reason: str, language: Language) -> str:
    """The label of everything that entries of a type tell of, by its name there, as JSON."""
    type_: Any = schema.type_map[type_name]
    labels = {reason: _REASON[language]}
    for name, field in type_.fields.items():
        column = _column(name, source_of(field.extensions))
        if column is not None:
            labels[column] = _name(field.description, language)
    return orjson.dumps(labels).decode()


def _column(field: str, source: Any) -> str | None:
    match source:
        case Column(name) | Pairs(name):
            return name
        case Derived():
            # What is shown in place of the column of its name.
            return to_snake_case(field)
        case One(Match(own=own)) if own != "id":
            return own
        case Parts(model=model):
            return str(model.__tablename__)
    return None


def _name(description: str, language: Language) -> str:
    chinese, _, english = description.partition(" · ")
    name, *_ = _MORE[language].split(chinese if language == "zh" else english, maxsplit=1)
    return name
