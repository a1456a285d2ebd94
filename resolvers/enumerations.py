"""Vocabularies as GraphQL enumerations, each value with its bilingual description."""

from __future__ import annotations

import inspect
from typing import Any, TypeVar

import strawberry

from models import Vocabulary

_V = TypeVar("_V", bound=type[Vocabulary])


def enumeration(vocabulary: _V) -> _V:
    """Register a vocabulary as the enumeration of its name."""
    strawberry.enum(vocabulary, description=inspect.getdoc(vocabulary))
    definition: Any = vocabulary.__strawberry_definition__  # type: ignore[attr-defined]
    for value in definition.values:
        value.description = vocabulary[value.name].description
    return vocabulary
