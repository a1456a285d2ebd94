"""What may be done with an object in every state, of every role and side, is what the second table says."""

from __future__ import annotations

from typing import Any

import pytest

from models import Action, ActType, ErrorCode, Officer, Refusal, state_machine
from models.case_rules import ENDED_STATES, OPEN_TRANSFERS, TRANSFERABLE_STATES
from resolvers.commands.command import move
from resolvers.declarations import NODES
from tests.lives import LIVES, WHO
from tests.serving import Client
from tests.stage import PERSONAS, Stage

LIVING = {definition.type_name: model for model, definition in NODES.items() if state_machine(model.__name__)}


def test_every_type_with_a_state_machine_has_a_second_table() -> None:
    assert set(LIVING) == set(LIVES) == set(WHO)


@pytest.mark.parametrize("type_name", LIVING)
def test_every_state_is_on_the_stage(type_name: str, stage: Stage) -> None:
    columns: Any = LIVING[type_name].__table__.c  # type: ignore[attr-defined]
    states = set(columns.state.type.enums) if "state" in columns else {None}
    assert {subject.row.get("state") for subject in stage.of(type_name)} == states


@pytest.mark.parametrize("type_name", LIVING)
def test_someone_makes_every_move(type_name: str, stage: Stage) -> None:
    machine = state_machine(type_name)
    assert machine is not None
    made = {
        action
        for subject in stage.of(type_name)
        for persona in PERSONAS
        for action in stage.may(persona, subject) or ()
    }
    assert made == {action.name for action in machine.actions}


@pytest.mark.parametrize("persona", PERSONAS)
def test_what_may_be_done(persona: str | None, stage: Stage, theatre: Client) -> None:
    for type_name in LIVING:
        subjects = stage.of(type_name)
        document = f"query($ids: [ID!]!) {{ nodes(ids: $ids) {{ ... on {type_name} {{ availableActions }} }} }}"
        for start in range(0, len(subjects), 100):
            some = subjects[start : start + 100]
            nodes = theatre.ask(document, {"ids": [subject.id for subject in some]}, persona)["nodes"]
            for subject, node in zip(some, nodes, strict=True):
                offered = None if node is None else set(node["availableActions"])
                assert offered == stage.may(persona, subject), dict(subject.row)


def test_the_rules_of_cases_name_the_same_states_as_the_table() -> None:
    """Commands, bars and an index ask these lists; what is offered is compiled from the table."""
    cases, transfers = state_machine("EnforcementCase"), state_machine("CaseTransfer")
    assert cases is not None and transfers is not None
    for act_type in ActType:
        offered = [each for each in cases.of(Action.TRANSFER) if act_type.name in each.where["act_type"]]
        assert {each.source for each in offered} == {state.name for state in TRANSFERABLE_STATES[act_type]}
    assert {each.source for each in cases.of(Action.REVIEW_FILE)} == {state.name for state in ENDED_STATES}
    assert {each.source for each in transfers.of(Action.WITHDRAW)} == {state.name for state in OPEN_TRANSFERS}


def test_what_has_no_states_refuses_an_act_all_the_same() -> None:
    with pytest.raises(Refusal) as refused:
        move(Officer.model_construct(), Action.FILE)
    assert refused.value.code is ErrorCode.INVALID_STATE
