"""Files of cases and transfers, and letters: who sees them at which step, and that a link gives no more than that."""

from __future__ import annotations

import hashlib
import itertools
import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from policies import PolicyFile
from policies.policy import MASKS
from resolvers.global_id import GlobalID
from resolvers.signed_links import SignedLink, SignedLinks
from server.files.links import make_links
from server.settings import Settings
from tests.bureau import (
    HEALTH,
    LEGAL,
    MARKET,
    OFFICER,
    PERSON,
    POLICE,
    TOWNSHIP,
    Bureau,
    draft,
    duty,
    hand_in,
    officers,
    register,
    stand_in,
)
from tests.cluster import Rows
from tests.serving import Client, serving, write_masks
from tests.test_evidence_files import REQUEST
from tests.test_letters import text_of

RECEIVER, STRANGER, WATCHING = "finance", "vertical-tax-officer", "county-judicial"
EVIDENCE = {"kind": "INSPECTION_RECORD", "name": "现场笔录", "collectedOn": "2026-01-05"}
DOCUMENT = {"kind": "INQUIRY_RECORD", "name": "询问笔录", "issuedOn": "2026-01-05"}
NODE = "query($id: ID!) { node(id: $id) { ... on StoredFile { name downloadUrl } } }"
LETTERS = """query($id: ID!) { node(id: $id) { ... on CaseTransfer {
    attachments { name file { id } } letters { template number issuedOn docxUrl pdfUrl } } } }"""
HISTORY = """query($id: ID!) { node(id: $id) { ... on StoredFile { history { command actor organization { name } } }
    ... on CaseTransfer { history { command actor changes { field after } } } } }"""


@dataclass
class Desk(Bureau):
    """A bureau that stores files and follows links."""

    links: SignedLinks = field(default_factory=lambda: SignedLinks(b"", 0))

    def account(self, persona: str) -> Any:
        return self.rows.value("SELECT id FROM account WHERE subject = $1", persona)

    def promise(self, name: str, persona: str = OFFICER, owner: str = MARKET) -> dict[str, Any]:
        content = name.encode()
        asked = {
            "idempotencyKey": f"{name} {persona}",
            "organizationId": owner,
            "name": f"{name}.txt",
            "mediaType": "text/plain",
            "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        payload = self.client.ask(REQUEST, {"i": asked}, persona)["requestUpload"]
        assert payload["userErrors"] == []
        file: dict[str, Any] = payload["file"]
        return file

    def upload(self, file: dict[str, Any], name: str) -> httpx.Response:
        headers = {"Content-Type": "text/plain"}
        return self.client.http.put(file["uploadUrl"], content=name.encode(), headers=headers)

    def store(self, name: str, persona: str = OFFICER, owner: str = MARKET) -> str:
        file = self.promise(name, persona, owner)
        assert self.upload(file, name).status_code == 204
        id_: str = file["id"]
        return id_

    def link(self, id_: str, persona: str | None) -> str | None:
        """The link under which the persona is shown a file."""
        node = self.client.ask(NODE, {"id": id_}, persona)["node"]
        return None if node is None else node["downloadUrl"]

    def forge(self, path: str, persona: str) -> str:
        """A link with a right signature, as one that was given out before would be."""
        return self.links.issue(path, "GET", self.account(persona))

    def downloads(self, id_: str, persona: str) -> bool:
        """Whether the persona gets the file; it must be so exactly where it is shown the link."""
        shown = self.link(id_, persona)
        answer = self.client.http.get(self.forge(f"/files/{key_of(id_)}", persona))
        assert (answer.status_code == 200) == (shown is not None)
        assert answer.status_code in (200, 404)
        if shown is not None:
            assert self.client.http.get(shown).content == answer.content
        return shown is not None

    def transfer(self, persona: str) -> dict[str, Any] | None:
        found: dict[str, Any] | None = self.client.ask(LETTERS, {"id": self.objects["transfer"]["id"]}, persona)["node"]
        return found

    def letters(self, persona: str) -> dict[str, dict[str, Any]]:
        found = self.transfer(persona)
        assert found is not None
        return {each["template"]: each for each in found["letters"]}


@pytest.fixture
def desk(served: tuple[Client, Rows], data_dir: Path) -> Desk:
    return Desk(*served, links=make_links(Settings(app_env="development"), data_dir))


def key_of(id_: str) -> str:
    parsed = GlobalID.parse(id_)
    assert parsed is not None
    return parsed.key


def filed(desk: Desk) -> dict[str, str]:
    """A case with evidence and a document, and a file to attach; the ids of the files."""
    stand_in(desk, RECEIVER, "DEPARTMENT", "HEALTH")
    register(desk)
    desk.done("fileCase", OFFICER, **desk.on("case"))
    files = {name: desk.store(name) for name in ("evidence", "document", "attachment")}
    desk.done("addEvidence", OFFICER, **desk.on("case"), **EVIDENCE, fileId=files["evidence"])
    desk.done("addCaseDocument", OFFICER, **desk.on("case"), **DOCUMENT, fileId=files["document"])
    return files


def offered(desk: Desk) -> dict[str, str]:
    files = filed(desk)
    draft(desk, attachments=[{"fileId": files["attachment"]}, {"name": "案卷（纸质）"}])
    hand_in(desk)
    return files


def test_the_receiver_sees_files_as_it_sees_what_they_are_part_of(desk: Desk) -> None:
    files = filed(desk)

    def seen(persona: str) -> set[str]:
        return {name for name, id_ in files.items() if desk.downloads(id_, persona)}

    everything = set(files)
    draft(desk, attachments=[{"fileId": files["attachment"]}])
    assert seen(RECEIVER) == set()
    hand_in(desk)
    assert seen(RECEIVER) == everything
    early = {name: desk.link(id_, RECEIVER) for name, id_ in files.items()}
    desk.done("receiveTransfer", RECEIVER, **desk.on("transfer"))
    desk.done("rejectTransfer", RECEIVER, **desk.on("transfer"), reason="不属于本机关职责")
    assert seen(RECEIVER) == {"attachment"}
    # A link that was given out before the refusal gives no more than one of today.
    followed = {name: desk.client.http.get(str(link)).status_code for name, link in early.items()}
    assert followed == {"evidence": 404, "document": 404, "attachment": 200}
    draft(desk)
    hand_in(desk)
    desk.done("receiveTransfer", RECEIVER, **desk.on("transfer"))
    desk.done("acceptTransfer", RECEIVER, **desk.on("transfer"))
    assert seen(RECEIVER) == everything
    # What the new owner adds is not the sender's; what the sender stored still is.
    files["later"] = desk.store("later", RECEIVER, HEALTH)
    case = desk.client.ask(
        "query($id: ID!) { case(by: { id: $id }) { id version } }", {"id": desk.objects["case"]["id"]}, RECEIVER
    )["case"]
    asked = {"id": case["id"], "version": case["version"], **DOCUMENT, "fileId": files["later"]}
    desk.done("addCaseDocument", RECEIVER, **asked)
    assert (seen(OFFICER), seen(RECEIVER)) == (everything, set(files))
    assert (seen(WATCHING), seen(STRANGER)) == (set(files), set())


def test_a_published_case_opens_no_file(desk: Desk) -> None:
    files = filed(desk)
    desk.rows.execute("UPDATE enforcement_case SET published_at = now() WHERE party_name = '张三丰'")
    document = "query($id: ID!) { case(by: { id: $id }) { number documents { name } evidence { name } } }"
    for persona in (None, "zhengzhou-judicial", STRANGER):
        shown = desk.client.ask(document, {"id": desk.objects["case"]["id"]}, persona)["case"]
        assert (shown["documents"], shown["evidence"]) == ([], [])
        for id_ in files.values():
            assert desk.link(id_, persona) is None
            assert persona is None or not desk.downloads(id_, persona)


def test_what_a_part_carries_needs_a_role_that_sees_it_clear(scratch: str, data_dir: Path, tmp_path: Path) -> None:
    masks, rows = tmp_path / "masks.csv", Rows(scratch)
    masks.write_bytes(MASKS.read_bytes())
    with serving(scratch, data_dir, policy=PolicyFile(masks=masks)) as client:
        desk = Desk(client, rows, links=make_links(Settings(app_env="development"), data_dir))
        files = offered(desk)
        rows.execute("UPDATE enforcement_case SET published_at = now() WHERE party_name = '张三丰'")
        # A public reader never; a role no more once the masks say so.
        assert desk.downloads(files["evidence"], RECEIVER) and not desk.downloads(
            files["evidence"], "zhengzhou-judicial"
        )
        write_masks(masks, "ORGAN_OFFICER", "absent")
        assert [desk.downloads(id_, RECEIVER) for id_ in files.values()] == [False] * 3
        document = "query($id: ID!) { case(by: { id: $id }) { documents { name } evidence { name } } }"
        shown = client.ask(document, {"id": desk.objects["case"]["id"]}, RECEIVER)["case"]
        assert shown == {"documents": [], "evidence": []}
    rows.close()


def test_why_a_file_is_seen(desk: Desk) -> None:
    files = offered(desk)
    document = "query($id: ID!) { explainAccess(id: $id, action: READ) { allowed reason rule { scope } } }"
    told = [
        desk.client.ask(document, {"id": files["attachment"]}, persona)["explainAccess"]
        for persona in (OFFICER, RECEIVER, STRANGER)
    ]
    assert told == [
        {"allowed": True, "reason": "ALLOWED", "rule": {"scope": "OWN"}},
        {"allowed": True, "reason": "SEEN_AS_PART", "rule": None},
        {"allowed": False, "reason": "NOT_FOUND", "rule": None},
    ]


class TestAttachments:
    def test_are_files_of_the_sender_or_names_of_what_goes_on_paper(self, desk: Desk) -> None:
        files = filed(desk)
        given = [
            {"fileId": files["attachment"]},
            {"name": "案卷（纸质）"},
            {"fileId": files["evidence"], "name": "笔录"},
        ]
        draft(desk, attachments=given)
        shown = desk.transfer(OFFICER)
        assert shown is not None and shown["attachments"] == [
            {"name": "attachment.txt", "file": {"id": files["attachment"]}},
            {"name": "案卷（纸质）", "file": None},
            {"name": "笔录", "file": {"id": files["evidence"]}},
        ]

    def test_what_cannot_be_attached(self, desk: Desk) -> None:
        filed(desk)
        pending, other = desk.promise("pending")["id"], desk.store("other", RECEIVER, HEALTH)
        before = desk.rows.value("SELECT count(*) FROM case_transfer")
        case = desk.objects["case"]["id"]
        for attachment, expected in (
            ({"fileId": pending}, ("INVALID_VALUE", "attachments.1.fileId")),
            ({"fileId": other}, ("NOT_FOUND", "attachments.1.fileId")),
            ({"fileId": case}, ("INVALID_ID", "attachments.1.fileId")),
            ({}, ("INVALID_VALUE", "attachments.1.name")),
            ({"name": " "}, ("INVALID_VALUE", "attachments.1.name")),
        ):
            asked = {"caseId": case, "kind": "HORIZONTAL", "receiverId": HEALTH, "reason": "x"}
            payload = desk.run("draftTransfer", OFFICER, **asked, attachments=[{"name": "x"}, attachment])
            assert [(each["code"], each["field"]) for each in payload["userErrors"]] == [expected]
        assert desk.refused("draftTransfer", OFFICER, **asked, attachments=[{"name": "x"}] * 51) == "INVALID_VALUE"
        assert desk.rows.value("SELECT count(*) FROM case_transfer") == before


class TestDocuments:
    def test_what_cannot_be_entered(self, desk: Desk) -> None:
        files = filed(desk)
        pending, other = desk.promise("pending")["id"], desk.store("other", RECEIVER, HEALTH)
        good = {**desk.on("case"), **DOCUMENT, "fileId": files["document"]}
        for changed, expected in (
            ({"issuedOn": "2999-01-01"}, ("INVALID_VALUE", "issuedOn")),
            ({"name": ""}, ("INVALID_VALUE", "name")),
            ({"fileId": pending}, ("INVALID_VALUE", "fileId")),
            ({"fileId": other}, ("NOT_FOUND", "fileId")),
        ):
            payload = desk.run("addCaseDocument", OFFICER, **{**good, **changed})
            assert [(each["code"], each["field"]) for each in payload["userErrors"]] == [expected]
        assert desk.refused("addCaseDocument", LEGAL, **good) == "FORBIDDEN"
        assert desk.rows.value("SELECT count(*) FROM case_document") == 1

    def test_none_while_the_case_is_offered(self, desk: Desk) -> None:
        files = offered(desk)
        version = desk.rows.value(
            "SELECT version FROM enforcement_case WHERE id = $1", key_of(desk.objects["case"]["id"])
        )
        asked = {"id": desk.objects["case"]["id"], "version": version, **DOCUMENT, "fileId": files["document"]}
        assert desk.refused("addCaseDocument", OFFICER, **asked) == "CASE_OFFERED"

    def test_are_listed_by_their_day(self, desk: Desk) -> None:
        filed(desk)
        asked = {**DOCUMENT, "kind": "FILING_APPROVAL", "name": "立案审批表", "issuedOn": "2026-01-04"}
        desk.done("addCaseDocument", OFFICER, **desk.on("case"), **asked, fileId=desk.store("approval"))
        document = "query($id: ID!) { case(by: { id: $id }) { documents { kind name issuedOn file { name } } } }"
        shown = desk.client.ask(document, {"id": desk.objects["case"]["id"]}, LEGAL)["case"]["documents"]
        assert shown[0] == {
            "kind": "FILING_APPROVAL",
            "name": "立案审批表",
            "issuedOn": "2026-01-04",
            "file": {"name": "approval.txt"},
        }
        assert [each["name"] for each in shown] == ["立案审批表", "询问笔录"]


def year_of(desk: Desk) -> int:
    """The year in which the first letter of the transfer was issued."""
    key = key_of(desk.objects["transfer"]["id"])
    issued_on = desk.rows.value("SELECT min(issued_on) FROM transfer_letter WHERE transfer_id = $1", key)
    year: int = issued_on.year
    return year


def altered(link: str, **changes: str) -> str:
    parts = urlsplit(link)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()} | changes
    return f"{parts.path}?{httpx.QueryParams(query)}"


class TestLetters:
    def test_each_act_issues_its_own(self, desk: Desk) -> None:
        files = filed(desk)
        draft(desk, attachments=[{"fileId": files["attachment"]}], isUrgent=True, legalBasis="《行政处罚法》第二十二条")
        assert desk.letters(OFFICER) == {}
        desk.done("approveTransfer", LEGAL, **desk.on("transfer"))
        assert list(desk.letters(OFFICER)) == ["TRANSFER_LETTER"]
        assert desk.transfer(RECEIVER) is None
        desk.done("sendTransfer", OFFICER, **desk.on("transfer"))
        desk.done("receiveTransfer", RECEIVER, **desk.on("transfer"))
        assert set(desk.letters(RECEIVER)) == {"TRANSFER_LETTER", "TRANSFER_RECEIPT"}
        desk.done("acceptTransfer", RECEIVER, **desk.on("transfer"))
        desk.done("returnTransferResult", RECEIVER, **desk.on("transfer"), result="已立案查处")
        number = f"洛阳市老城区市场监督管理局移字〔{year_of(desk)}〕1号"
        said = {
            "TRANSFER_LETTER": [
                "紧急",
                "张三丰涉嫌标签不符合规定一案",
                "不属于本机关管辖。",
                "第二十二条",
                "附件：attachment.txt",
            ],
            "TRANSFER_RECEIPT": ["送达回执", "附件：attachment.txt", number],
            "TRANSFER_RESULT_LETTER": ["已立案查处。", f"你单位以{number}移送的"],
        }
        for persona, forms in ((RECEIVER, ["docx"]), (WATCHING, ["docx"]), (OFFICER, ["docx", "pdf"])):
            letters = desk.letters(persona)
            assert set(letters) == set(said)
            for (template, letter), form in itertools.product(letters.items(), forms):
                answer = desk.client.http.get(letter[f"{form}Url"])
                assert answer.status_code == 200
                text = text_of(answer.content, "pdf" if form == "pdf" else "docx")
                for each in [*said[template], letter["number"]]:
                    assert "".join(each.split()) in text, (template, form, each)
        assert answer.content == desk.client.http.get(letter["pdfUrl"]).content
        assert answer.headers["content-type"] == "application/pdf"
        assert answer.headers["content-disposition"].startswith('attachment; filename="file.pdf"')
        assert answer.headers["cache-control"] == "private, no-cache"

    def test_a_refused_receiver_keeps_its_letters(self, desk: Desk) -> None:
        offered(desk)
        desk.done("receiveTransfer", RECEIVER, **desk.on("transfer"))
        desk.done("rejectTransfer", RECEIVER, **desk.on("transfer"), reason="不属于本机关职责")
        letter = desk.letters(RECEIVER)["REFUSAL_LETTER"]
        text = text_of(desk.client.http.get(letter["docxUrl"]).content, "docx")
        assert "经审查，不属于本机关职责。" in text and "洛阳市老城区市场监督管理局：" in text
        assert f"洛阳市老城区卫生健康委员会移退字〔{year_of(desk)}〕1号" in text

    def test_a_criminal_transfer_has_its_own(self, desk: Desk) -> None:
        register(desk)
        desk.done("fileCase", OFFICER, **desk.on("case"))
        draft(desk, POLICE, "CRIMINAL", attachments=[{"name": "调查报告"}])
        hand_in(desk)
        letter = desk.letters("police")["CRIMINAL_TRANSFER_LETTER"]
        assert letter["number"] == f"洛阳市老城区市场监督管理局刑移字〔{year_of(desk)}〕1号"
        text = text_of(desk.client.http.get(letter["pdfUrl"]).content, "pdf")
        assert "依法需要追究刑事责任" in text and "根据有关法律规定和《行政执法机关移送涉嫌犯罪案件的规定》" in text

    def test_numbers_have_no_gaps(self, desk: Desk) -> None:
        register(desk)
        draft(desk)
        stale = {**desk.on("transfer"), "version": 9}
        assert desk.refused("approveTransfer", LEGAL, **stale) == "VERSION_CONFLICT"
        desk.rows.execute("ALTER TABLE transfer_letter ADD CONSTRAINT broken CHECK (false) NOT VALID")
        document = """mutation($i: CommandInput!) { approveTransfer(input: $i) { userErrors { code } } }"""
        asked = {**desk.on("transfer"), "idempotencyKey": "broken"}
        assert desk.client.post(document, {"i": asked}, LEGAL).json()["data"] == {"approveTransfer": None}
        desk.rows.execute("ALTER TABLE transfer_letter DROP CONSTRAINT broken")
        desk.done("approveTransfer", LEGAL, **desk.on("transfer"))
        first = desk.letters(OFFICER)["TRANSFER_LETTER"]["number"]
        register(desk)
        draft(desk)
        desk.done("approveTransfer", LEGAL, **desk.on("transfer"))
        second = desk.letters(OFFICER)["TRANSFER_LETTER"]["number"]
        assert [number.rpartition("〕")[2] for number in (first, second)] == ["1号", "2号"]

    def test_say_what_the_reader_sees_and_what_is_read_clear_is_audited(self, desk: Desk) -> None:
        asked = {
            "organizationId": TOWNSHIP,
            "actType": "PENALTY",
            "cause": "占道经营",
            "party": PERSON,
            "dutyItemId": duty(desk, "UM-P-001", of="URBAN_MANAGEMENT"),
            "officerIds": officers(desk, TOWNSHIP)[:2],
        }
        case = desk.done("registerCase", "township", **asked)
        upward = {"caseId": case["id"], "kind": "UPWARD", "receiverId": MARKET, "reason": "案情重大"}
        transfer = desk.done("draftTransfer", "township", **upward)
        desk.done("approveTransfer", "township-head", **desk.on("transfer"))
        mark = f"CaseTransfer:{key_of(transfer['id'])}:PARTY_NAME"
        audited = "SELECT count(*) FROM audit_entry WHERE account_id = $1 AND after->'read' ? $2"
        for persona, name, is_clear in (("judicial-office", "张**", False), ("township", "张三丰", True)):
            link = desk.letters(persona)["TRANSFER_LETTER"]["docxUrl"]
            assert desk.rows.value(audited, desk.account(persona), mark) == 0
            text = text_of(desk.client.http.get(link).content, "docx")
            assert f"{name}涉嫌占道经营一案" in text
            assert ("张三丰" in text) == is_clear
            assert desk.rows.value(audited, desk.account(persona), mark) == is_clear

    def test_a_link_gives_no_more_than_its_account_sees(self, desk: Desk) -> None:
        offered(desk)
        link = desk.letters(OFFICER)["TRANSFER_LETTER"]["pdfUrl"]
        path = urlsplit(link).path
        get = desk.client.http.get
        for bad in (
            altered(link, account=str(desk.account(RECEIVER))),
            altered(link, expires=str(int(time.time()) + 10**6)),
            link.replace("TRANSFER_LETTER", "REFUSAL_LETTER"),
            link.replace(".pdf", ".docx"),
            path,
        ):
            assert (get(bad).status_code, get(bad).json()["code"]) == (403, "LINK_INVALID")
        account, moment = desk.account(OFFICER), int(time.time()) - 1
        signature = desk.links.sign(SignedLink(path, "GET", account, moment))
        expired = get(f"{path}?expires={moment}&account={account}&signature={signature}")
        assert (expired.status_code, expired.json()["code"]) == (403, "LINK_EXPIRED")
        told = []
        for hidden in (
            desk.forge(path, STRANGER),
            desk.forge(path.replace("TRANSFER_LETTER", "REFUSAL_LETTER"), OFFICER),
            desk.forge(path.replace("TRANSFER_LETTER", "NO_LETTER"), OFFICER),
            desk.forge(path.replace(".pdf", ".txt"), OFFICER),
            desk.forge("/letters/00000000-0000-7000-8000-000000000000/TRANSFER_LETTER.pdf", OFFICER),
        ):
            answer = get(hidden)
            assert answer.status_code == 404
            told.append({name: value for name, value in answer.json().items() if name != "correlationId"})
        assert all(each == told[0] for each in told)
        # What the account may do is asked when the link is followed.
        desk.rows.execute("DELETE FROM role_assignment WHERE account_id = $1", account)
        assert get(link).status_code == 404
        assert desk.client.http.post(link).status_code == 405


class TestAudit:
    def entries(self, desk: Desk, id_: str) -> list[dict[str, Any]]:
        return desk.rows.fetch(
            "SELECT action, account_id, remote_address, after FROM audit_entry WHERE object_id = $1 ORDER BY id",
            key_of(id_),
        )

    def test_uploads_stand_in_the_history_of_the_file_and_downloads_in_the_audit_alone(self, desk: Desk) -> None:
        files = offered(desk)
        id_ = files["attachment"]
        link = str(desk.link(id_, RECEIVER))
        content = desk.client.http.get(link)
        again = desk.client.http.get(link, headers={"If-None-Match": content.headers["etag"]})
        assert (content.content, again.status_code, again.content) == (b"attachment", 304, b"")
        assert desk.client.http.head(link).status_code == 200
        assert desk.client.http.get(desk.forge(f"/files/{key_of(id_)}", STRANGER)).status_code == 404
        # Only what left is entered: not what was known already, not a refusal.
        entries = self.entries(desk, id_)
        assert [each["action"] for each in entries] == ["request_upload", "upload", "download"]
        assert [each["account_id"] for each in entries] == [desk.account(each) for each in (OFFICER, OFFICER, RECEIVER)]
        assert {each["remote_address"] for each in entries} == {"127.0.0.1"}
        # Whose file it is reads who handed it in, and not who looks at it.
        shown = desk.client.ask(HISTORY, {"id": id_}, OFFICER)["node"]["history"]
        assert [each["command"] for each in shown] == ["upload", "request_upload"]
        # Who sees the file only as a part of the transfer is not told who else read it.
        assert desk.client.ask(HISTORY, {"id": id_}, RECEIVER)["node"]["history"] == []

    def test_downloads_of_letters_stand_in_the_audit_of_the_transfer_alone(self, desk: Desk) -> None:
        offered(desk)
        letter = desk.letters(RECEIVER)["TRANSFER_LETTER"]
        assert desk.client.http.head(letter["pdfUrl"]).status_code == 200
        assert desk.client.http.get(letter["docxUrl"]).status_code == 200
        transfer = desk.objects["transfer"]["id"]
        (entry,) = [each for each in self.entries(desk, transfer) if each["action"] == "download_letter"]
        told = {"letter": "TRANSFER_LETTER", "number": letter["number"], "format": "docx"}
        assert json.loads(entry["after"]) == told and entry["account_id"] == desk.account(RECEIVER)
        for persona in (OFFICER, RECEIVER, WATCHING):
            history = desk.client.ask(HISTORY, {"id": transfer}, persona)["node"]["history"]
            assert history and "download_letter" not in {each["command"] for each in history}

    @pytest.mark.parametrize("action", ["upload", "download", "download_letter"])
    def test_what_cannot_be_entered_is_not_done(self, desk: Desk, action: str) -> None:
        files = offered(desk)
        letter, link = desk.letters(OFFICER)["TRANSFER_LETTER"]["pdfUrl"], str(desk.link(files["evidence"], OFFICER))
        promised = desk.promise("refused")
        desk.rows.execute(f"ALTER TABLE audit_entry ADD CONSTRAINT broken CHECK (action <> '{action}') NOT VALID")
        answers = {
            "upload": desk.upload(promised, "refused"),
            "download": desk.client.http.get(link),
            "download_letter": desk.client.http.get(letter),
        }
        failed = {name for name, answer in answers.items() if answer.status_code >= 400}
        assert failed == {action}
        assert answers[action].json()["code"] == "INTERNAL_ERROR"
        state = desk.rows.value("SELECT state FROM stored_file WHERE id = $1", key_of(promised["id"]))
        assert state == ("PENDING" if action == "upload" else "STORED")
