"""A file from its promise to its download, through the contract and the links that it answers."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from tests.bureau import MARKET, OFFICER, Bureau, register, stand_in

TEXT = "现场检查笔录\n".encode()
REQUEST = """mutation($i: RequestUploadInput!) { requestUpload(input: $i) {
    file { id state uploadUrl downloadUrl sha256 } userErrors { code field } } }"""
READ = """query($id: ID!) { case(by: { id: $id }) { evidence { name file { id state uploadUrl downloadUrl } } } }"""


def request(bureau: Bureau, persona: str = OFFICER, **given: Any) -> dict[str, Any]:
    asked = {
        "idempotencyKey": "file",
        "organizationId": MARKET,
        "name": "笔录.txt",
        "mediaType": "text/plain",
        "size": len(TEXT),
        "sha256": hashlib.sha256(TEXT).hexdigest(),
        **given,
    }
    payload: dict[str, Any] = bureau.client.ask(REQUEST, {"i": asked}, persona)["requestUpload"]
    return payload


def upload(bureau: Bureau, url: str, content: bytes = TEXT) -> int:
    return bureau.client.http.put(url, content=content, headers={"Content-Type": "text/plain"}).status_code


def test_evidence_with_its_file(bureau: Bureau) -> None:
    stand_in(bureau, "finance", "DEPARTMENT", "HEALTH")
    case = register(bureau)
    file = request(bureau)["file"]
    assert (file["state"], file["downloadUrl"]) == ("PENDING", None)
    evidence = {"kind": "INSPECTION_RECORD", "name": "笔录", "collectedOn": "2026-01-05", "fileId": file["id"]}
    assert bureau.refused("addEvidence", OFFICER, **bureau.on("case"), **evidence) == "INVALID_VALUE"
    assert upload(bureau, file["uploadUrl"], "别的内容".encode()) >= 400
    assert upload(bureau, file["uploadUrl"]) == 204
    bureau.done("addEvidence", OFFICER, **bureau.on("case"), **evidence)
    (shown,) = bureau.client.ask(READ, {"id": case["id"]}, OFFICER)["case"]["evidence"]
    assert (shown["file"]["state"], shown["file"]["uploadUrl"]) == ("STORED", None)
    answer = bureau.client.http.get(shown["file"]["downloadUrl"])
    assert answer.status_code == 200 and answer.content == TEXT
    # A link is for one account, and what that may do is asked when it is followed.
    account = bureau.rows.value("SELECT id FROM account WHERE subject = $1", OFFICER)
    bureau.rows.execute("DELETE FROM role_assignment WHERE account_id = $1", account)
    assert bureau.client.http.get(shown["file"]["downloadUrl"]).status_code == 404


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"mediaType": "text/html"}, ("MEDIA_TYPE_NOT_ALLOWED", "mediaType")),
        ({"size": 50_000_001}, ("FILE_TOO_LARGE", "size")),
        ({"size": 0}, ("INVALID_VALUE", "size")),
        ({"sha256": "x"}, ("INVALID_VALUE", "sha256")),
        ({"name": " "}, ("INVALID_VALUE", "name")),
    ],
)
def test_a_promise_that_cannot_be_kept(bureau: Bureau, given: dict[str, Any], expected: tuple[str, str]) -> None:
    (error,) = request(bureau, **given)["userErrors"]
    assert (error["code"], error["field"]) == expected
    assert bureau.rows.value("SELECT count(*) FROM stored_file") == 0


@pytest.mark.parametrize("persona", ["county-judicial", "township", "evaluator", "county-government"])
def test_one_may_not_upload_for_another_organization(bureau: Bureau, persona: str) -> None:
    assert request(bureau, persona)["userErrors"][0]["code"] == "FORBIDDEN"
