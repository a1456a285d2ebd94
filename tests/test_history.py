"""What an object's history says of an act: its reason, to whom the narrative is clear."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from resolvers.global_id import GlobalID
from tests.bureau import LEGAL, OFFICER, Bureau, draft, duty, hand_in, register, stand_in

COUNTY = "county-judicial"
HISTORY = "query($id: ID!) { node(id: $id) { ... on %s { history { command changes { field before after } } } } }"


def entries(bureau: Bureau, shown: str, type_name: str, persona: str | None) -> list[tuple[str, dict[str, Any]]]:
    """Each command on an object, the newest first, with what it left in each column."""
    found = bureau.client.ask(HISTORY % type_name, {"id": bureau.objects[shown]["id"]}, persona)["node"]["history"]
    return [(entry["command"], {each["field"]: each["after"] for each in entry["changes"]}) for entry in found]


def reasons(bureau: Bureau, shown: str, type_name: str, persona: str | None) -> list[tuple[str, str]]:
    """The reason of each command that has one, under whatever name it is kept."""
    told = entries(bureau, shown, type_name, persona)
    return [(command, value) for command, values in told for value in values.values() if value in _REASONS]


_REASONS = ("证据不足", "案情复杂", "等待鉴定", "当事人申请更正", "法律修改", "不属于本机关职责")


def investigated(bureau: Bureau) -> None:
    register(bureau, "MR-P-001")
    for name in ("fileCase", "investigateCase"):
        bureau.done(name, OFFICER, **bureau.on("case"))


def test_the_reasons_of_a_case_outlast_each_other(bureau: Bureau) -> None:
    investigated(bureau)
    bureau.done("requestLegalReview", OFFICER, **bureau.on("case"))
    bureau.done("returnLegalReview", LEGAL, **bureau.on("case"), reason="证据不足")
    bureau.done("extendDeadline", LEGAL, **bureau.on("case"), event="DECIDE_PENALTY", reason="案情复杂")
    # The deadline itself says why it is suspended, and no longer why it was extended.
    bureau.done("suspendDeadlines", LEGAL, **bureau.on("case"), reason="等待鉴定")
    # Whose reason is the same as the one before is not without one.
    bureau.done("resumeDeadlines", LEGAL, **bureau.on("case"))
    bureau.done("suspendDeadlines", LEGAL, **bureau.on("case"), reason="等待鉴定")
    expected = [
        ("suspend_deadlines", "等待鉴定"),
        ("suspend_deadlines", "等待鉴定"),
        ("extend_deadline", "案情复杂"),
        ("return_legal_review", "证据不足"),
    ]
    for persona in (OFFICER, LEGAL, COUNTY):
        assert reasons(bureau, "case", "EnforcementCase", persona) == expected


def test_why_a_publication_was_taken_down(bureau: Bureau) -> None:
    register(bureau, "MR-L-001", actType="LICENSING")
    for name, given in (("acceptApplication", {}), ("examineApplication", {}), ("grantLicence", {"decision": "准予"})):
        bureau.done(name, OFFICER, **bureau.on("case"), **given)
    bureau.done("publishDecision", OFFICER, **bureau.on("case"))
    bureau.done("takeDownPublication", OFFICER, **bureau.on("case"), reason="当事人申请更正")
    assert reasons(bureau, "case", "EnforcementCase", OFFICER) == [("take_down_publication", "当事人申请更正")]


def test_why_a_duty_is_none_any_more(bureau: Bureau) -> None:
    version = bureau.rows.value("SELECT version FROM duty_item WHERE id = $1::uuid", key_of(duty(bureau, "MR-P-002")))
    bureau.done("revokeDutyItem", COUNTY, id=duty(bureau, "MR-P-002"), version=version, reason="法律修改")
    for persona in (COUNTY, LEGAL, OFFICER):
        assert reasons(bureau, "dutyItem", "DutyItem", persona) == [("revoke_duty_item", "法律修改")]
    # Who reads the item because it is published reads none of its history.
    for stranger in (None, "zhengzhou-judicial", "invited-supervisor"):
        assert entries(bureau, "dutyItem", "DutyItem", stranger) == []


def test_a_reason_that_a_column_keeps_is_told_once(bureau: Bureau) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))
    draft(bureau)
    hand_in(bureau)
    bureau.done("receiveTransfer", "finance", **bureau.on("transfer"))
    bureau.done("rejectTransfer", "finance", **bureau.on("transfer"), reason="不属于本机关职责")
    for persona in (OFFICER, "finance"):
        assert reasons(bureau, "transfer", "CaseTransfer", persona) == [("reject_transfer", "不属于本机关职责")]


@pytest.mark.parametrize(("persona", "reason"), [(COUNTY, "等待鉴定"), ("county-government", None)])
def test_a_reason_is_told_to_whom_the_narrative_is_clear(bureau: Bureau, persona: str, reason: str | None) -> None:
    # No act leaves one on what is read with its history and without its narrative.
    id_ = bureau.rows.value("SELECT id FROM coordination_dispute WHERE applicant_region_code = '410302' LIMIT 1")
    bureau.rows.execute(
        """INSERT INTO audit_entry (id, at, account_id, account_name, rule, action, object_type, object_id, after,
               correlation_id)
           SELECT $1, now(), id, 'x', '', 'extend_deadline', 'CoordinationDispute', $2, '{"reason": "等待鉴定"}', 'x'
           FROM account LIMIT 1""",
        uuid4(),
        str(id_),
    )
    bureau.objects["dispute"] = {"id": str(GlobalID("CoordinationDispute", str(id_)))}
    assert entries(bureau, "dispute", "CoordinationDispute", persona) == [("extend_deadline", {"reason": reason})]


def key_of(id_: str) -> str:
    parsed = GlobalID.parse(id_)
    assert parsed is not None
    return parsed.key
