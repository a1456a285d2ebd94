"""Every variant of every object on the stage, and every persona: what the second table does not allow is refused."""

from __future__ import annotations

import pytest

from tests.lives import LIVES
from tests.refusals import try_all
from tests.serving import Client
from tests.stage import ACTING, PERSONAS, Stage
from tests.test_refusals import nothing_changes

__all__ = ["nothing_changes"]

pytestmark = pytest.mark.full


@pytest.mark.parametrize("persona", ACTING)
def test_every_variant(persona: str, stage: Stage, theatre: Client, capsys: pytest.CaptureFixture[str]) -> None:
    tried = try_all(theatre, stage, persona, [each for each in stage.subjects if stage.acts_on(persona, each)])
    assert tried > 0
    with capsys.disabled():
        print(f"\n  {persona}: {tried:,} commands refused")


@pytest.mark.parametrize("persona", [each for each in PERSONAS if each not in ACTING])
@pytest.mark.parametrize("type_name", LIVES)
def test_everyone_else(persona: str | None, type_name: str, stage: Stage, theatre: Client) -> None:
    assert try_all(theatre, stage, persona, [each for each in stage.of(type_name) if each.is_first]) > 0
