"""Every command on an object that the second table does not allow, tried over HTTP: refused, and with which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import groupby, islice
from typing import Any

from models.base import now
from models.counting import local_day
from resolvers.declarations import source_of
from resolvers.global_id import GlobalID
from resolvers.sources import Commanded
from schema.build import build_schema
from seeds.organizations import organization_id
from tests.lives import IN_EVERY_STATE, barred, has_served, hindered, is_over
from tests.serving import Client
from tests.stage import STREET, Stage, Subject

# So few of one command that most requests repeat a document, which the server then knows.
_PER_REQUEST = 16
_LATER = str(local_day(now()) + timedelta(days=60))
# What inputs ask for beside the object; values that would do if the command were allowed.
_VALUES: dict[str, Any] = {
    "reason": "x",
    "reviewerId": "x",
    "number": "x",
    "validFrom": "2026-01-01",
    "validTo": _LATER,
    "officerIds": [],
    "kind": "DOCUMENTARY",
    "name": "x",
    "collectedOn": "2026-01-01",
    "issuedOn": "2026-01-01",
    "fileId": "x",
    "decision": "x",
    "receiverId": "x",
    "proposal": "x",
    "result": "UPHELD",
    "body": "x",
    "decidedOn": "2026-01-01",
    "event": "SEIZURE",
    "agreement": "x",
    "opinion": "x",
    "application": "x",
    "supplement": "x",
    "organizationId": "x",
    "answer": "x",
    "subject": "x",
    "heldOn": "2026-01-01",
    "noticedOn": "2025-12-01",
    "position": "MEMBER",
    "post": "x",
    "member": 1,
    "hours": 1,
    "session": 1,
    "attendances": [],
    "explanation": "x",
    **dict.fromkeys(("text", "finding", "plan", "report", "conclusion", "review"), "x"),
    "bodyId": "x",
    "supervisorIds": [],
    "dueOn": _LATER,
    "measure": "INTERVIEW",
    "points": 1,
    "scores": [],
    "sampledCaseId": "x",
    "acceptedOn": "2026-01-01",
    "reply": "x",
    "answers": [],
    "termTo": _LATER,
    "handling": "x",
    "method": "SYMPOSIUM",
    "visitedOn": "2026-01-01",
    "findings": "x",
    "satisfaction": 5,
    "title": "x",
    "visitorId": "x",
    "issue": "x",
    "townshipId": str(GlobalID("Organization", str(organization_id(STREET, "TOWNSHIP_GOVERNMENT")))),
}
_OWN_VALUES: dict[str, dict[str, Any]] = {
    "addCaseDocument": {"kind": "INQUIRY_RECORD"},
    "recordReviewOutcome": {"kind": "LITIGATION"},
    "recordReviewProceeding": {"kind": "LITIGATION"},
    "recordRevisit": {"method": "PHONE"},
    "reportClueFinding": {"finding": "SUBSTANTIATED"},
    "returnTransferResult": {"result": "x"},
    "draftBulletin": {"content": "x"},
    "draftTransfer": {"kind": "HORIZONTAL"},
    "reviewCaseFile": {"defects": []},
    "issueCertificate": {"kind": "ENFORCEMENT"},
    "amendCalendarYear": {"source": "x", "days": []},
}
# Commands that make an object by moving another one, which their input names in a way of its own.
_MAKERS = {
    "reviseDutyItem": ("DutyItem", "dutyItemId"),
    "assignDutyItem": ("DutyItem", "dutyItemId"),
    "reviseQuestionnaire": ("Questionnaire", "questionnaireId"),
    "recordContactVisit": ("ContactPoint", "contactPointId"),
    "openDispute": ("CaseTransfer", "transferId"),
    "draftTransfer": ("EnforcementCase", "caseId"),
    "reviewCaseFile": ("EnforcementCase", "caseId"),
    "issueCertificate": ("Officer", "officerId"),
    "holdAccountable": ("SupervisionMatter", "matterId"),
    "reviseProgressReport": ("ProgressReport", "reportId"),
    "draftBulletin": ("ProgressReport", "reportIds"),
}


# What they are called as acts on that one.
_ACTIONS = {"draftTransfer": "TRANSFER"}
# In what other words a state is named that does not admit an act.
_CODES_OF_STATES = {"REVIEW_FILE": "FILE_NOT_COMPLETE"}
# Types whose state follows from the day, too.
_EXPIRING = {"Certificate": is_over, "InvitedSupervisor": has_served}


@dataclass(frozen=True)
class CommandOnObject:
    """A command that moves objects of a type: its action, and what its input holds beside the object."""

    name: str
    action: str
    input_type: str
    argument: str
    values: Mapping[str, Any]

    def asked(self, subject: Subject, key: str) -> dict[str, Any]:
        """The input for an object."""
        version = {"version": subject.row["version"]} if self.argument == "id" else {}
        return {self.argument: subject.id, **version, "idempotencyKey": key, **self.values}


@cache
def commands_on(type_name: str) -> tuple[CommandOnObject, ...]:
    """The commands that move objects of a type, in the contract's order."""
    mutation: Any = build_schema()._schema.mutation_type
    found = []
    for name, field in mutation.fields.items():
        source, input_type = source_of(field.extensions), field.args["input"].type.of_type
        assert isinstance(source, Commanded)
        on, argument = _MAKERS.get(name, (source.command.model.__name__, "id"))
        if on == type_name and argument in input_type.fields:
            given = {**_VALUES, **_OWN_VALUES.get(name, {})}
            values = {each: given[each] for each in input_type.fields if each in given}
            action = _ACTIONS.get(name, source.command.action.name)
            found.append(CommandOnObject(name, action, input_type.name, argument, values))
    return tuple(found)


def try_all(client: Client, stage: Stage, persona: str | None, subjects: Iterable[Subject]) -> int:
    """Run, as a persona, every command on these objects that the table does not allow; answers how many there were.

    Each must answer that it is not found out of scope, forbidden to a role that never may, and otherwise that
    the object's state does not admit it, which it names, or what else about the object keeps it from that.
    """
    count = 0
    for some in _requests(stage, persona, subjects):
        answers = _run(client, persona, some)
        for (command, subject), (error,) in zip(some, answers, strict=True):
            expected = _code(stage, persona, command, subject)
            assert error["code"] == expected, (persona, command.name, dict(subject.row), error)
            if expected in ("INVALID_STATE", *_CODES_OF_STATES.values()):
                expired = subject.type_name in _EXPIRING and _EXPIRING[subject.type_name](subject.row)
                assert f"{'EXPIRED' if expired else subject.row['state']}（" in error["message"]
        count += len(some)
    return count


def is_refused_any(stage: Stage, persona: str | None, subject: Subject) -> bool:
    """Whether there is a command on the object that the table does not allow a persona."""
    return any(_not_allowed(stage, persona, [subject]))


def _requests(
    stage: Stage, persona: str | None, subjects: Iterable[Subject]
) -> Iterator[list[tuple[CommandOnObject, Subject]]]:
    attempts = sorted(_not_allowed(stage, persona, subjects), key=lambda attempt: attempt[0].name)
    for _, of_one_command in groupby(attempts, key=lambda attempt: attempt[0].name):
        while some := list(islice(of_one_command, _PER_REQUEST)):
            yield some


def _not_allowed(
    stage: Stage, persona: str | None, subjects: Iterable[Subject]
) -> Iterator[tuple[CommandOnObject, Subject]]:
    for subject in subjects:
        allowed = stage.may(persona, subject) or ()
        for command in commands_on(subject.type_name):
            if command.action not in allowed:
                yield command, subject


def _code(stage: Stage, persona: str | None, command: CommandOnObject, subject: Subject) -> str:
    if persona is None:
        return "FORBIDDEN"
    if stage.may(persona, subject) is None:
        return "NOT_FOUND"
    if command.action in (stage.stands(persona, subject) or ()):
        return barred(subject.type_name, command.action, subject.row) or "INVALID_STATE"
    if command.action not in stage.may_ever(persona, subject):
        return "FORBIDDEN"
    always = IN_EVERY_STATE.get(subject.type_name, set())
    is_admitted = command.action in stage.may_in_state(persona, subject) | always
    why = hindered(subject.type_name, command.action, subject.row) if is_admitted else None
    return why or _CODES_OF_STATES.get(command.action, "INVALID_STATE")


def _run(client: Client, persona: str | None, some: list[tuple[CommandOnObject, Subject]]) -> list[Any]:
    declared = ", ".join(f"$i{place}: {command.input_type}!" for place, (command, _) in enumerate(some))
    fields = " ".join(
        f"c{place}: {command.name}(input: $i{place}) {{ userErrors {{ code message }} }}"
        for place, (command, _) in enumerate(some)
    )
    given = {f"i{place}": command.asked(subject, f"k{place}") for place, (command, subject) in enumerate(some)}
    data = client.ask(f"mutation({declared}) {{ {fields} }}", given, persona)
    return [data[f"c{place}"]["userErrors"] for place in range(len(some))]
