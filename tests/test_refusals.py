"""What is not in the second table is refused in words that say why, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from models import state_machine
from tests.cluster import Rows
from tests.lives import LIVES
from tests.refusals import commands_on, is_refused_any, try_all
from tests.serving import Client
from tests.stage import ACTING, PERSONAS, Stage


@pytest.fixture(scope="module", autouse=True)
def nothing_changes(stage: Stage, stage_rows: Rows) -> Iterator[None]:
    """Whatever is tried, every table is as it was."""
    before = stage_rows.digest()
    yield
    assert stage_rows.digest() == before


@pytest.mark.parametrize("type_name", LIVES)
def test_every_action_has_one_command(type_name: str) -> None:
    machine = state_machine(type_name)
    assert machine is not None
    actions = [command.action for command in commands_on(type_name)]
    assert sorted(actions) == sorted(action.name for action in machine.actions)


@pytest.mark.parametrize("type_name", LIVES)
def test_on_what_it_stands_in_a_relation_to(type_name: str, stage: Stage, theatre: Client) -> None:
    for place, persona in enumerate(ACTING):
        related = [
            subject
            for subject in stage.of(type_name)
            if subject.is_first and stage.acts_on(persona, subject) and is_refused_any(stage, persona, subject)
        ]
        # Each persona tries a sixth, of the few there are all; every one of them is tried by all in test-full.
        subjects = related[place % 6 :: 6] or related
        assert bool(try_all(theatre, stage, persona, subjects)) == bool(subjects), persona


def shares() -> Iterator[Any]:
    """Every persona with a third of the types, the others when all is tried."""
    for place, persona in enumerate(PERSONAS):
        for third in range(3):
            yield pytest.param(persona, third, marks=[] if third == place % 3 else [pytest.mark.full])


@pytest.mark.parametrize(("persona", "third"), list(shares()))
def test_on_one_of_each_type(persona: str | None, third: int, stage: Stage, theatre: Client) -> None:
    assert try_all(theatre, stage, persona, [stage.of(type_name)[0] for type_name in [*LIVES][third::3]]) > 0
