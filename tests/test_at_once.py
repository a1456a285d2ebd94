"""Several people at one case, transfer or dispute at once: one acts, the others are told what it became."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from resolvers.global_id import GlobalID
from tests.bureau import (
    CREDIT_CODE,
    HEALTH,
    LEGAL,
    MARKET,
    OFFICER,
    TOWNSHIP,
    Bureau,
    draft,
    duty,
    hand_in,
    register,
    stand_in,
)
from tests.cluster import Cluster, Rows, until
from tests.serving import serving

RECEIVER, BUREAU = "finance", "county-judicial"
AT_ONCE = 6
Request = tuple[str, str, dict[str, Any]]


@pytest.fixture(scope="module")
def bureau(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[Bureau]:
    rows = Rows(cluster.create(f"at_once_{worker_id}"))
    with serving(rows.url, data_dir) as client:
        found = Bureau(client, rows)
        stand_in(found, RECEIVER, "DEPARTMENT", "HEALTH")
        yield found
    rows.close()


def filed(bureau: Bureau) -> None:
    register(bureau)
    bureau.done("fileCase", OFFICER, **bureau.on("case"))


def registered(bureau: Bureau) -> tuple[str, list[Request]]:
    register(bureau)
    return "case", [("fileCase", OFFICER, {}), ("withdrawCase", OFFICER, {"reason": "线索不实"})]


def investigated(bureau: Bureau) -> tuple[str, list[Request]]:
    filed(bureau)
    return "case", [("investigateCase", OFFICER, {}), ("suspendDeadlines", LEGAL, {"reason": "等待鉴定"})]


def approved(bureau: Bureau) -> tuple[str, list[Request]]:
    filed(bureau)
    draft(bureau)
    return "transfer", [("approveTransfer", LEGAL, {})]


def received(bureau: Bureau) -> tuple[str, list[Request]]:
    filed(bureau)
    draft(bureau, HEALTH)
    hand_in(bureau)
    bureau.done("receiveTransfer", RECEIVER, **bureau.on("transfer"))
    return "transfer", [("acceptTransfer", RECEIVER, {}), ("rejectTransfer", RECEIVER, {"reason": "不属于本机关职责"})]


SITUATIONS = [registered, investigated, approved, received]


def at_once(bureau: Bureau, requests: list[Request]) -> list[dict[str, Any]]:
    """Send requests at the same moment; answers the payloads in their order."""
    barrier = Barrier(len(requests))

    def send(request: Request) -> dict[str, Any]:
        name, persona, given = request
        barrier.wait(30)
        return bureau.run(name, persona, **given)

    with ThreadPoolExecutor(len(requests)) as threads:
        return list(threads.map(send, requests))


def standing(bureau: Bureau) -> dict[str, Any]:
    """What every table holds; of the audit how many acts there were, since reading a clear name is recorded too."""
    acts = bureau.rows.value("SELECT count(*) FROM audit_entry WHERE action <> 'read'")
    return {**bureau.rows.digest(), "audit_entry": None, "acts": acts}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_one_of_them_wins(situation: Callable[[Bureau], tuple[str, list[Request]]], bureau: Bureau) -> None:
    shown, choices = situation(bureau)
    seen = bureau.on(shown)
    receipts = bureau.rows.value("SELECT count(*) FROM command_receipt")
    requests = [(name, persona, {**seen, **given}) for name, persona, given in choices * AT_ONCE][:AT_ONCE]
    payloads = at_once(bureau, requests)
    winners = [payload for payload in payloads if not payload["userErrors"]]
    losers = [payload for payload in payloads if payload["userErrors"]]
    assert len(winners) == 1 and len(losers) == AT_ONCE - 1
    (won,) = (payload[shown] for payload in winners)
    assert won["version"] == seen["version"] + 1
    for loser in losers:
        (error,) = loser["userErrors"]
        # The message and the object both say the version that stands now.
        assert (error["code"], error["field"]) == ("VERSION_CONFLICT", "version")
        assert f" {won['version']}" in error["message"]
        assert (loser[shown]["version"], loser[shown]["state"]) == (won["version"], won["state"])
    assert bureau.rows.value("SELECT count(*) FROM command_receipt") == receipts + 1


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_same_key_acts_once(situation: Callable[[Bureau], tuple[str, list[Request]]], bureau: Bureau) -> None:
    shown, [(name, persona, given), *_] = situation(bureau)
    seen, before = bureau.on(shown), standing(bureau)
    request = (name, persona, {**seen, **given, "idempotencyKey": f"once {situation.__name__}"})
    payloads = at_once(bureau, [request] * AT_ONCE)
    assert all(payload == payloads[0] and payload["userErrors"] == [] for payload in payloads)
    assert payloads[0][shown]["version"] == seen["version"] + 1
    done = standing(bureau)
    assert done["command_receipt"] != before["command_receipt"] and done["acts"] > before["acts"]
    # Later too it is the same answer, and nothing is done.
    assert at_once(bureau, [request]) == payloads[:1]
    assert standing(bureau) == done


def test_what_the_database_gave_up_is_done_once_more_or_refused(bureau: Bureau) -> None:
    # As PostgreSQL answers one of two who wait for each other; a sequence counts on, whatever is rolled back.
    bureau.rows.execute(
        """CREATE SEQUENCE given_up MINVALUE -9 START -1;
           CREATE FUNCTION give_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
               IF nextval('given_up') < 0 THEN RAISE EXCEPTION 'deadlock' USING ERRCODE = '40P01'; END IF;
               RETURN NEW;
           END $$;
           CREATE TRIGGER give_up BEFORE UPDATE ON enforcement_case FOR EACH ROW EXECUTE FUNCTION give_up()"""
    )
    try:
        register(bureau)
        once = bureau.done("fileCase", OFFICER, **bureau.on("case"))
        assert (once["state"], [each["command"] for each in once["history"]]) == (
            "FILED",
            ["file_case", "register_case"],
        )
        register(bureau)
        asked = {"idempotencyKey": "given up", **bureau.on("case")}
        bureau.rows.execute("SELECT setval('given_up', -9)")
        before = bureau.rows.digest()
        assert bureau.refused("fileCase", OFFICER, **asked) == "OTHERS_AT_WORK"
        assert bureau.rows.digest() == before
    finally:
        bureau.rows.execute("DROP TRIGGER give_up ON enforcement_case")
    assert bureau.done("fileCase", OFFICER, **asked)["state"] == "FILED"


def test_cases_on_an_enterprise_that_nobody_met_before(bureau: Bureau) -> None:
    party = {"kind": "ENTERPRISE", "name": "洛阳新设商贸有限公司", "creditCode": CREDIT_CODE}
    asked = {
        "organizationId": MARKET,
        "dutyItemId": duty(bureau, "MR-P-002"),
        "actType": "PENALTY",
        "cause": "标签不符合规定",
        "party": party,
    }
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    other = Rows(bureau.rows.url)
    with ThreadPoolExecutor(1) as threads:
        # Another organ is about to write the first case on it.
        other.execute("BEGIN")
        other.execute("INSERT INTO enterprise (credit_code) VALUES ($1)", CREDIT_CODE)
        second = threads.submit(bureau.run, "registerCase", OFFICER, **asked)
        until(lambda: bureau.rows.value(waiting) > 0, 60)
        other.execute("COMMIT")
        assert second.result(30)["userErrors"] == []
    other.close()


def test_a_transfer_is_approved_or_sent_while_its_case_is_withdrawn(bureau: Bureau) -> None:
    withdrawn = {"reason": "线索不实"}
    for _ in range(3):
        filed(bureau)
        draft(bureau, HEALTH)
        transfer, case = bureau.on("transfer"), bureau.on("case")
        payloads = at_once(
            bureau, [("approveTransfer", LEGAL, transfer), ("withdrawCase", OFFICER, {**case, **withdrawn})]
        )
        # Whichever comes first, a case that was withdrawn is not handed over, and one that is to be is not withdrawn.
        codes = [[error["code"] for error in payload["userErrors"]] for payload in payloads]
        assert codes in ([[], ["TRANSFER_OPEN"]], [["NOT_TRANSFERABLE"], []]), codes
    filed(bureau)
    draft(bureau, HEALTH)
    bureau.done("approveTransfer", LEGAL, **bureau.on("transfer"))
    transfer, case = bureau.on("transfer"), bureau.on("case")
    sent, moved = at_once(
        bureau, [("sendTransfer", OFFICER, transfer), ("withdrawCase", OFFICER, {**case, **withdrawn})]
    )
    assert sent["userErrors"] == []
    assert [error["code"] for error in moved["userErrors"]] in (["VERSION_CONFLICT"], ["TRANSFER_OPEN"])


def test_nothing_is_assigned_of_a_duty_that_is_revoked_meanwhile(bureau: Bureau) -> None:
    found = bureau.rows.fetch(
        """SELECT id, version FROM duty_item WHERE region_code = '410302' AND state = 'PUBLISHED'
           AND is_assignable ORDER BY id LIMIT 8"""
    )
    assert len(found) > 3
    bureau.rows.execute("DELETE FROM duty_assignment WHERE duty_item_id = ANY($1)", [row["id"] for row in found])
    for row in found:
        id_ = str(GlobalID("DutyItem", str(row["id"])))
        at_once(
            bureau,
            [
                ("revokeDutyItem", BUREAU, {"id": id_, "version": row["version"], "reason": "法律修改"}),
                ("assignDutyItem", BUREAU, {"dutyItemId": id_, "townshipId": TOWNSHIP}),
            ],
        )
        left = "SELECT count(*) FROM duty_assignment WHERE duty_item_id = $1 AND state = 'ASSIGNED'"
        revoked = "SELECT state = 'REVOKED' FROM duty_item WHERE id = $1"
        assert bureau.rows.value(revoked, row["id"]) and bureau.rows.value(left, row["id"]) == 0
