"""Casbin's enforcer with its matcher parsed once for all decisions, which the library parses anew for each."""

from __future__ import annotations

from typing import Any

import casbin
from casbin.model import Model
from casbin.util import SimpleEval

from policies.rules import Rule


class Enforcer(casbin.Enforcer):  # type: ignore[misc]
    """Decides by the rules given, under one model."""

    def __init__(self, model: str, rules: list[Rule]) -> None:
        self._expressions: dict[str, SimpleEval] = {}
        parsed = Model()
        parsed.load_model_from_text(model)
        super().__init__(parsed)
        self.logger.disabled = True
        self.add_policies([rule.casbin for rule in rules])

    def _get_expression(self, expr: str, functions: Any = None) -> SimpleEval:
        # The expression is kept, not what it is evaluated with: each evaluation is given its names.
        if expr not in self._expressions:
            self._expressions[expr] = super()._get_expression(expr, functions)
        return self._expressions[expr]
