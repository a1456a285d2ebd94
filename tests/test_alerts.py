"""Alerts: raised once when a linkage is not answered in time, and cleared when it is."""

from __future__ import annotations

from typing import Any

from resolvers.alerts import evaluate
from resolvers.global_id import GlobalID
from tests.cluster import until
from tests.test_transfers import HEALTH, OFFICER, Bureau, bureau, register, stand_in

__all__ = ["bureau"]

ALERTS = "{ alerts(filter: { isOpen: true }) { nodes { rule severity explanation objectId organization { id } } } }"
TOLD = "{ notifications(filter: { action: [ALERT] }) { totalCount } }"


def proposed(bureau: Bureau) -> str:
    """The key of a linkage that waits for the health commission's answer."""
    register(bureau, procedure="SIMPLE")
    for name in ("fileCase", "notifyParty"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    bureau.done("decideCase", OFFICER, **bureau.on("case"), decision="警告", penaltyKinds=["WARNING"])
    bureau.done("proposeOnLicence", OFFICER, **bureau.on("case"), receiverId=HEALTH, proposal="暂扣许可证")
    case = GlobalID.parse(bureau.objects["case"]["id"])
    assert case is not None
    return str(bureau.rows.value("SELECT id FROM linkage WHERE case_id = $1::uuid", case.key))


def due(bureau: Bureau, linkage: str, when: str) -> None:
    bureau.rows.execute(f"UPDATE deadline SET due_at = {when} WHERE linkage_id = $1::uuid", linkage)
    bureau.rows.run(evaluate)


def told(bureau: Bureau, persona: str) -> list[Any]:
    found: list[Any] = bureau.client.ask(ALERTS, persona=persona)["alerts"]["nodes"]
    return found


def test_a_linkage_that_is_not_answered(bureau: Bureau) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    linkage = proposed(bureau)
    due(bureau, linkage, "now() + interval '1 minute'")
    assert told(bureau, "finance") == []
    due(bureau, linkage, "now() - interval '1 minute'")
    # The server looks too, from time to time, and one at a time does the work.
    until(lambda: told(bureau, "finance"))
    # Once, however often it is looked at.
    bureau.rows.run(evaluate)
    expected = {"rule": "LINKAGE_UNANSWERED", "severity": "RED", "objectId": str(GlobalID("Linkage", linkage))}
    for persona in ("finance", OFFICER, "county-judicial", "city-judicial"):
        (alert,) = told(bureau, persona)
        assert alert.items() >= expected.items() and "至今未答复" in alert["explanation"]
        assert alert["organization"] == {"id": HEALTH}
    for persona in ("county-judicial-2", "zhengzhou-judicial", "vertical-tax-officer", "county-government", "police"):
        assert told(bureau, persona) == []
    for persona in ("finance", OFFICER):
        assert bureau.client.ask(TOLD, persona=persona)["notifications"]["totalCount"] == 1
    on = {"id": str(GlobalID("Linkage", linkage))}
    bureau.done("receiveLinkage", "finance", **on, version=1)
    bureau.done("answerLinkage", "finance", **bureau.on("linkage"), answer="已暂扣")
    bureau.rows.run(evaluate)
    until(lambda: told(bureau, "finance") == [])
    assert bureau.rows.value("SELECT count(*) FROM alert WHERE cleared_at IS NOT NULL") == 1
