"""Casbin's enforcer with its matcher made Python's code once, which the library parses and walks anew for each rule."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

import casbin
from casbin.model import Model
from casbin.util import SimpleEval

from policies.rules import Rule


class Enforcer(casbin.Enforcer):  # type: ignore[misc]
    """Decides by the rules given, under one model."""

    def __init__(self, model: str, rules: list[Rule]) -> None:
        self._expressions: dict[str, _Expression] = {}
        parsed = Model()
        parsed.load_model_from_text(model)
        super().__init__(parsed)
        self.logger.disabled = True
        self.add_policies([rule.casbin for rule in rules])

    def _get_expression(self, expr: str, functions: Any = None) -> _Expression:
        # The expression is kept, not what it is evaluated with: each evaluation is given its names.
        if expr not in self._expressions:
            self._expressions[expr] = _Expression(super()._get_expression(expr, functions), functions)
        return self._expressions[expr]


class _Expression:
    """A matcher as code that calls Casbin's functions, and reaches nothing else but items of what it is given."""

    def __init__(self, parsed: SimpleEval, functions: Mapping[str, Any]) -> None:
        tree = ast.Expression(_Items().visit(parsed.ast_parsed_value))
        self._code = compile(ast.fix_missing_locations(tree), "model.conf", "eval")
        self._functions = {"__builtins__": {}, **functions}

    def eval(self, names: Mapping[str, Any]) -> Any:
        """What the matcher says of these names."""
        return eval(self._code, self._functions, names)  # noqa: S307 - the operator's own text, without attributes


class _Items(ast.NodeTransformer):
    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        return ast.Subscript(self.visit(node.value), ast.Constant(node.attr), ast.Load())
