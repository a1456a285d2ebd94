"""Files: uploaded as promised or not at all, downloaded by those who may see them at that moment."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import io
import os
import re
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import asyncpg
import httpx
import pytest
from moto.server import ThreadedMotoServer

from models.base import now, uuid7
from models.counting import local_day
from models.files import storage_key
from resolvers.signed_links import LinkMethod, SignedLink, SignedLinks, file_path
from server.files import answers, janitor
from server.files.content import is_of_type
from server.files.janitor import Swept, sweep
from server.files.links import make_links
from server.files.ownership import is_owner
from server.files.storage import Folder, Storage, make_storage
from server.settings import Settings, SettingsError
from tests import samples
from tests.cluster import TEST_KEY, Cluster, Rows, run, until
from tests.serving import Client, serving
from tests.test_serve import CommandLine, command_line

__all__ = ["command_line"]
OFFICER, OF_ITS_AREA, OF_ANOTHER_AREA = "county-market-officer", "county-judicial", "county-judicial-2"
LARGEST = 100_000
PDF = "application/pdf"


@dataclass
class World:
    """A server with its database and its storage."""

    client: Client
    rows: Rows
    links: SignedLinks
    storage: Storage
    folder: Path
    settings: dict[str, Any]

    def environment(self) -> dict[str, str]:
        """What a command is given to work with the same storage."""
        given = {name.upper(): str(value) for name, value in self.settings.items()}
        return {**given, "APP_ENV": "development", "DATA_DIR": str(self.folder), "FIELD_KEYS": TEST_KEY}

    def account(self, persona: str) -> UUID:
        found: UUID = self.rows.value("SELECT id FROM account WHERE subject = $1", persona)
        return found

    def promise(self, content: bytes, media_type: str = PDF, by: str = OFFICER, **other: Any) -> UUID:
        """A file whose upload was asked for; answers its id."""
        row = {
            "id": uuid7(),
            "name": "现场 笔录/1.pdf",
            "media_type": media_type,
            "size": len(content),
            "sha256": hashlib.sha256(content).digest(),
            "created_at": now(),
            "state": "PENDING",
            **other,
        }
        row["storage_key"] = storage_key(row["id"])
        columns = list(row)
        self.rows.execute(
            f"""INSERT INTO stored_file ({", ".join(columns)}, organization_id, region_code, uploaded_by)
                SELECT {", ".join(f"${n}" for n in range(1, len(columns) + 1))}, organization_id, region_code, id
                FROM account WHERE subject = ${len(columns) + 1}""",
            *row.values(),
            by,
        )
        return UUID(str(row["id"]))

    def link(self, file: UUID, method: LinkMethod, persona: str = OFFICER) -> str:
        return self.links.issue(file_path(file), method, self.account(persona))

    def put(self, file: UUID, content: bytes, media_type: str = PDF, by: str = OFFICER) -> httpx.Response:
        return self.client.http.put(self.link(file, "PUT", by), content=content, headers={"Content-Type": media_type})

    def get(self, file: UUID, by: str = OFFICER, **headers: str) -> httpx.Response:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.http.get(self.link(file, "GET", by), headers=sent)

    def state(self, file: UUID) -> str:
        state: str = self.rows.value("SELECT state FROM stored_file WHERE id = $1", file)
        return state

    def is_kept(self, file: UUID) -> bool:
        return run(self.storage.exists(storage_key(file)))

    def spooled(self) -> list[str]:
        """What lies in the spool by name, and what is open there without one."""
        spool = self.folder / "spool"
        named = [path.name for path in spool.glob("*")]
        unnamed = []
        for descriptor in Path("/proc/self/fd").iterdir():
            try:
                target = str(descriptor.readlink())
            except OSError:
                continue
            if target.startswith(str(spool)) and target.endswith("(deleted)"):
                unnamed.append("unnamed")
        return named + unnamed


@pytest.fixture(scope="module")
def s3() -> Iterator[dict[str, str]]:
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    assert httpx.put(f"{endpoint}/jiandu").status_code == 200
    yield {
        "files_s3_endpoint": endpoint,
        "files_s3_bucket": "jiandu",
        "files_s3_access_key_id": "key",
        "files_s3_secret_access_key": "secret",
    }
    server.stop()


@contextmanager
def world_of(url: str, folder: Path, **settings: Any) -> Iterator[World]:
    given = Settings(app_env="development", **settings)
    rows = Rows(url)
    with serving(url, folder, **settings) as client:
        yield World(client, rows, make_links(given, folder), make_storage(given, folder), folder, settings)
    rows.close()


@pytest.fixture(scope="module", params=["folder", "bucket"])
def world(
    request: pytest.FixtureRequest, cluster: Cluster, worker_id: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    settings = request.getfixturevalue("s3") if request.param == "bucket" else {}
    url = cluster.create(f"files_{request.param}_{worker_id}")
    with world_of(url, tmp_path_factory.mktemp(request.param), files_max_bytes=LARGEST, **settings) as made:
        yield made


def code(response: httpx.Response) -> tuple[int, str]:
    body = response.json()
    assert set(body) == {"code", "message", "correlationId"} and body["message"]
    assert body["correlationId"] == response.headers["x-request-id"]
    return response.status_code, body["code"]


class TestUploadAndDownload:
    def test_what_was_uploaded_is_downloaded(self, world: World) -> None:
        content = samples.pdf("evidence")
        file = world.promise(content)
        assert world.get(file).status_code == 404
        assert world.put(file, content).status_code == 204
        assert world.state(file) == "STORED" and world.is_kept(file)
        metrics = world.client.http.get("/metrics").text
        for kind, outcome in (("upload", "OK"), ("download", "NOT_FOUND")):
            assert f'jiandu_files_total{{kind="{kind}",outcome="{outcome}"}}' in metrics
        response = world.get(file)
        assert (response.status_code, response.content) == (200, content)
        assert response.headers["content-type"] == PDF
        assert response.headers["x-content-type-options"] == "nosniff"
        assert response.headers["content-disposition"] == (
            "attachment; filename=\"file.pdf\"; filename*=UTF-8''%E7%8E%B0%E5%9C%BA%20%E7%AC%94%E5%BD%95%2F1.pdf"
        )

    def test_whose_role_has_ended_uploads_nothing_by_an_older_link(self, world: World) -> None:
        content = samples.pdf("evidence")
        file = world.promise(content)
        link = world.link(file, "PUT")
        account, ends = world.account(OFFICER), "UPDATE role_assignment SET valid_to = $2 WHERE account_id = $1"

        def is_officer() -> bool:
            return "ORGAN_OFFICER" in world.client.ask("{ viewer { roles } }", persona=OFFICER)["viewer"]["roles"]

        world.rows.execute(ends, account, local_day(now()) - timedelta(days=1))
        until(lambda: not is_officer())
        response = world.client.http.put(link, content=content, headers={"Content-Type": PDF})
        assert code(response) == (404, "NOT_FOUND") and world.state(file) == "PENDING"
        world.rows.execute(ends, account, None)
        until(is_officer)
        assert world.put(file, content).status_code == 204

    @pytest.mark.parametrize(
        ("media_type", "content"), samples.TAKEN, ids=lambda value: value if isinstance(value, str) else "content"
    )
    def test_every_kind(self, world: World, media_type: str, content: bytes) -> None:
        file = world.promise(content, media_type)
        assert world.put(file, content, f"{media_type.upper()}; charset=utf-8").status_code == 204
        assert world.get(file).content == content

    def test_larger_than_one_chunk(self, cluster: Cluster, worker_id: str, tmp_path: Path, s3: dict[str, str]) -> None:
        content = samples.pdf() + os.urandom(12_000_000)
        for settings in ({}, s3):
            with world_of(cluster.create(f"large_{worker_id}"), tmp_path, **settings) as world:
                file = world.promise(content)
                assert world.put(file, content).status_code == 204
                assert world.get(file).content == content

    def test_a_known_content_is_not_sent_again(self, world: World) -> None:
        content = samples.pdf("etag")
        file = world.promise(content)
        world.put(file, content)
        etag = world.get(file).headers["etag"]
        assert etag == f'"{hashlib.sha256(content).hexdigest()}"'
        again = world.get(file, If_None_Match=f'"other", {etag}')
        assert (again.status_code, again.content) == (304, b"")
        head = world.client.http.head(world.link(file, "GET"))
        assert (head.status_code, head.headers["content-length"], head.content) == (200, str(len(content)), b"")

    def test_only_two_methods(self, world: World) -> None:
        response = world.client.http.post(world.link(world.promise(b"x"), "PUT"))
        assert response.status_code == 405

    def test_refusals_speak_the_language_of_the_request(self, world: World) -> None:
        address = f"/files/{uuid7()}"
        chinese, english = (
            world.client.http.get(address, headers={"Accept-Language": language}).json()["message"]
            for language in ("zh", "en")
        )
        assert chinese == "链接不正确，请重新获取" and english.startswith("This link is not right")


class TestLinks:
    def altered(self, link: str, **changes: str) -> str:
        parts = urlsplit(link)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()} | changes
        return f"{parts.path}?{httpx.QueryParams(query)}"

    def test_nothing_of_a_link_can_be_changed(self, world: World) -> None:
        content = samples.pdf("links")
        file, other = world.promise(content), world.promise(content)
        world.put(file, content)
        world.put(other, content)
        link = world.link(file, "GET")
        signature = parse_qs(urlsplit(link).query)["signature"][0]
        bad = [
            self.altered(link, account=str(world.account(OF_ITS_AREA))),
            self.altered(link, expires=str(int(time.time()) + 10**6)),
            self.altered(link, expires="9" * 5000),
            self.altered(link, expires="-1"),
            self.altered(link, expires="٣"),
            self.altered(link, account="nobody"),
            self.altered(link, signature=""),
            self.altered(link, signature="é"),
            self.altered(link, signature=signature[:-1] + ("0" if signature[-1] != "0" else "1")),
            link.replace(str(file), str(other)),
            urlsplit(link).path,
            world.link(file, "PUT"),
            SignedLinks(b"x" * 32, 60).issue(file_path(file), "GET", world.account(OFFICER)),
        ]
        for each in bad:
            assert code(world.client.http.get(each)) == (403, "LINK_INVALID"), each
        fresh = world.promise(content)
        assert code(world.client.http.put(world.link(fresh, "GET"), content=content)) == (403, "LINK_INVALID")
        assert world.state(fresh) == "PENDING"

    @pytest.mark.parametrize("method", ["GET", "PUT"])
    def test_it_expires(self, world: World, method: LinkMethod) -> None:
        file, account, moment = world.promise(b"x"), world.account(OFFICER), int(time.time()) - 1
        signature = world.links.sign(SignedLink(file_path(file), method, account, moment))
        link = f"/files/{file}?expires={moment}&account={account}&signature={signature}"
        assert code(world.client.http.request(method, link)) == (403, "LINK_EXPIRED")

    def test_it_holds_as_long_as_the_setting_says(self, tmp_path: Path) -> None:
        links = make_links(Settings(app_env="development", files_link_seconds=60), tmp_path)
        file, account = uuid7(), uuid7()
        query = parse_qs(urlsplit(links.issue(file_path(file), "GET", account)).query)
        link = links.verify(file_path(file), "GET", {name: values[0] for name, values in query.items()})
        assert (link.path, link.account) == (file_path(file), account)
        assert 0 < link.expires - time.time() <= 60


class TestScope:
    def test_what_is_out_of_scope_is_told_like_what_does_not_exist(self, world: World) -> None:
        content = samples.pdf("scope")
        file = world.promise(content)
        assert code(world.put(file, content, by=OF_ITS_AREA)) == (404, "NOT_FOUND")
        world.put(file, content)
        told = []
        for link in (
            world.link(file, "GET", OF_ANOTHER_AREA),
            world.link(uuid7(), "GET", OF_ANOTHER_AREA),
            world.link(world.promise(content), "GET"),
            world.links.issue(file_path(file), "GET", uuid7()),
        ):
            response = world.client.http.get(link)
            assert code(response) == (404, "NOT_FOUND")
            told.append({name: value for name, value in response.json().items() if name != "correlationId"})
        assert all(each == told[0] for each in told)

    def test_is_that_of_the_moment_of_the_download(self, world: World) -> None:
        content = samples.pdf("moment")
        file = world.promise(content)
        world.put(file, content)
        link = world.link(file, "GET")
        assert world.client.http.get(link).status_code == 200
        account = world.account(OFFICER)
        for table, key, change, undo in (
            ("account", "id", "disabled_at = now()", "disabled_at = NULL"),
            ("role_assignment", "account_id", "valid_to = valid_from", "valid_to = NULL"),
        ):
            world.rows.execute(f"UPDATE {table} SET {change} WHERE {key} = $1", account)
            assert code(world.client.http.get(link)) == (404, "NOT_FOUND")
            world.rows.execute(f"UPDATE {table} SET {undo} WHERE {key} = $1", account)
            assert world.client.http.get(link).status_code == 200

    def test_a_disabled_account_uploads_nothing(self, world: World) -> None:
        content = samples.pdf("disabled")
        link = world.link(world.promise(content), "PUT")
        world.rows.execute("UPDATE account SET disabled_at = now() WHERE subject = $1", OFFICER)
        response = world.client.http.put(link, content=content, headers={"Content-Type": PDF})
        world.rows.execute("UPDATE account SET disabled_at = NULL WHERE subject = $1", OFFICER)
        assert code(response) == (404, "NOT_FOUND")


class TestUploadRefusals:
    def left(self, world: World, file: UUID) -> None:
        assert world.state(file) == "PENDING"
        assert not world.is_kept(file)
        assert world.spooled() == []

    @pytest.mark.parametrize(
        ("media_type", "content"), samples.NOT_TAKEN, ids=lambda value: value if isinstance(value, str) else "content"
    )
    def test_a_content_that_is_something_else(self, world: World, media_type: str, content: bytes) -> None:
        file = world.promise(content, media_type)
        assert code(world.put(file, content, media_type)) == (415, "MEDIA_TYPE_MISMATCH")
        self.left(world, file)

    def test_another_type_than_promised(self, world: World) -> None:
        file = world.promise(samples.pdf())
        for sent in ("image/png", "", "application/pdfx"):
            assert code(world.put(file, samples.pdf(), sent)) == (415, "MEDIA_TYPE_MISMATCH")
        self.left(world, file)

    def test_a_type_that_is_not_taken(self, world: World) -> None:
        file = world.promise(b"<html/>", "text/html")
        assert code(world.put(file, b"<html/>", "text/html")) == (415, "MEDIA_TYPE_NOT_ALLOWED")
        self.left(world, file)

    def test_another_content_than_promised(self, world: World) -> None:
        content = samples.pdf("a")
        file = world.promise(content)
        assert code(world.put(file, content[:-1] + b"x")) == (422, "CHECKSUM_MISMATCH")
        self.left(world, file)

    def test_another_size_than_promised(self, world: World) -> None:
        content = samples.pdf("a")
        file = world.promise(content)
        for sent in (content + b"x", content[:-1], b""):
            assert code(world.put(file, sent)) == (422, "SIZE_MISMATCH")
        link = world.link(file, "PUT")
        chunked = world.client.http.put(link, content=iter([content]), headers={"Content-Type": PDF})
        assert code(chunked) == (422, "SIZE_MISMATCH")
        self.left(world, file)

    def test_too_large(self, world: World) -> None:
        content = samples.pdf() + bytes(LARGEST)
        for promised in (content, samples.pdf()):
            file = world.promise(promised)
            assert code(world.put(file, content)) == (413, "FILE_TOO_LARGE")
            self.left(world, file)

    def test_a_second_upload(self, world: World) -> None:
        content = samples.pdf("second")
        file = world.promise(content)
        assert world.put(file, content).status_code == 204
        assert code(world.put(file, content)) == (409, "FILE_ALREADY_STORED")
        assert world.get(file).content == content

    def test_one_of_many_at_once_stores_the_file(self, world: World) -> None:
        content = samples.pdf("many") + bytes(50_000)
        file = world.promise(content)
        link, answers = world.link(file, "PUT"), []

        def upload() -> None:
            answers.append(httpx.put(world.client.address + link, content=content, headers={"Content-Type": PDF}))

        threads = [threading.Thread(target=upload) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(each.status_code for each in answers) == [204, 409, 409, 409, 409, 409]
        assert world.get(file).content == content

    def test_a_storage_that_does_not_answer(self, cluster: Cluster, worker_id: str, tmp_path: Path) -> None:
        url, content = cluster.create(f"down_{worker_id}"), samples.pdf()
        (tmp_path / "files").write_text("no folder", encoding="utf-8")
        with world_of(url, tmp_path) as world:
            file = world.promise(content)
            assert code(world.put(file, content)) == (503, "SERVICE_UNAVAILABLE")
            assert world.state(file) == "PENDING" and world.spooled() == []

    def test_what_the_database_refuses_is_logged_with_its_code(
        self, cluster: Cluster, worker_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        logged: list[Any] = []
        monkeypatch.setattr(answers.logger, "error", lambda event, **said: logged.append(said), raising=False)
        with world_of(cluster.create(f"broken_{worker_id}"), tmp_path) as world:
            world.rows.execute("ALTER TABLE stored_file ADD CONSTRAINT broken CHECK (state <> 'STORED') NOT VALID")
            file = world.promise(content := samples.pdf())
            assert code(world.put(file, content)) == (500, "INTERNAL_ERROR")
        assert [each["sqlstate"] for each in logged] == ["23514"]


class TestInterrupted:
    def begin(self, world: World, file: UUID, content: bytes) -> socket.socket:
        """A connection on which half of an upload was sent."""
        address = urlsplit(world.client.address)
        assert address.hostname and address.port
        connection = socket.create_connection((address.hostname, address.port), timeout=30)
        head = f"PUT {world.link(file, 'PUT')} HTTP/1.1\r\nHost: x\r\nContent-Type: {PDF}\r\n"
        connection.sendall(f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content[: len(content) // 2])
        return connection

    def test_leaves_nothing_and_can_be_done_again(self, world: World) -> None:
        content = samples.pdf("cut") + bytes(50_000)
        file = world.promise(content)
        connection = self.begin(world, file, content)
        until(lambda: world.spooled() == ["unnamed"])
        connection.close()
        until(lambda: world.spooled() == [])
        assert world.state(file) == "PENDING" and not world.is_kept(file)
        assert world.put(file, content).status_code == 204
        assert world.get(file).content == content

    def test_one_that_does_not_end_is_ended(self, cluster: Cluster, worker_id: str, tmp_path: Path) -> None:
        content = samples.pdf("slow")
        with world_of(cluster.create(f"slow_{worker_id}"), tmp_path, files_upload_seconds=0.05) as world:
            file = world.promise(content)
            with self.begin(world, file, content) as connection:
                answer = connection.makefile("rb").read()
            assert answer.startswith(b"HTTP/1.1 408 ") and b"UPLOAD_TOO_SLOW" in answer
            assert world.state(file) == "PENDING" and world.spooled() == []


@pytest.mark.parametrize(("media_type", "content"), samples.TAKEN)
def test_a_content_is_of_one_type_only(media_type: str, content: bytes) -> None:
    taken = {kind for kind, _ in samples.TAKEN if is_of_type(io.BytesIO(content), kind)}
    office = {"application/zip"} if media_type in (samples.DOCX, samples.XLSX) else set()
    text = {"text/plain", "text/csv"} if media_type.startswith("text/") else set()
    # A PDF without binary parts is text too.
    assert taken - text - office - {"text/plain", "text/csv"} == {media_type} - text
    assert media_type in taken


def test_an_archive_of_very_many_members_is_not_opened() -> None:
    many, few = (samples.archive(*(f"{number:080}" for number in range(count))) for count in (10_000, 100))
    assert not is_of_type(io.BytesIO(many), "application/zip")
    assert is_of_type(io.BytesIO(few), "application/zip")


async def chunks(*parts: bytes | Exception) -> AsyncIterator[bytes]:
    for part in parts:
        if isinstance(part, Exception):
            raise part
        yield part


async def content_of(storage: Storage, key: str) -> bytes:
    return b"".join([chunk async for chunk in await storage.get(key)])


class TestStorage:
    def test_keeps_replaces_and_removes(self, world: World) -> None:
        async def act() -> None:
            storage = world.storage
            await storage.put("ab/cd/x", chunks(b"one ", b"two"))
            assert await content_of(storage, "ab/cd/x") == b"one two"
            await storage.put("ab/cd/x", chunks(b"three"))
            assert await content_of(storage, "ab/cd/x") == await storage.read("ab/cd/x") == b"three"
            assert "ab/cd/x" in [kept.key async for kept in storage.all()]
            await storage.delete("ab/cd/x")
            await storage.delete("ab/cd/x")
            assert not await storage.exists("ab/cd/x")
            with pytest.raises(FileNotFoundError):
                await content_of(storage, "ab/cd/x")
            with pytest.raises(FileNotFoundError):
                await storage.read("ab/cd/x")

        run(act())

    def test_half_a_content_is_none(self, world: World) -> None:
        async def act() -> None:
            await world.storage.put("ab/cd/old", chunks(b"old"))
            for key in ("ab/cd/new", "ab/cd/old"):
                with pytest.raises(Exception, match="cut off"):
                    await world.storage.put(key, chunks(b"half", ValueError("cut off")))
            assert not await world.storage.exists("ab/cd/new")
            assert await content_of(world.storage, "ab/cd/old") == b"old"
            await world.storage.delete("ab/cd/old")

        run(act())
        assert list(world.folder.glob("files/.unfinished/*")) == []

    @pytest.mark.parametrize(
        "key", ["", "/", "../x", "a/../x", "a//b", "/etc/x", ".unfinished/x", "a/.x", "a\\b", "a\0", "a\n", "é"]
    )
    def test_a_key_leads_nowhere_else(self, world: World, key: str) -> None:
        for act in (
            world.storage.put(key, chunks(b"")),
            world.storage.get(key),
            world.storage.read(key),
            world.storage.delete(key),
            world.storage.exists(key),
        ):
            with pytest.raises(ValueError, match="no storage key"):
                run(act)

    def test_what_was_killed_in_a_folder_is_cleared(self, tmp_path: Path) -> None:
        storage = Folder(tmp_path)
        left = tmp_path / ".unfinished" / "x"
        left.parent.mkdir()
        left.write_bytes(b"half")
        run(storage.clear_unfinished(now() - timedelta(days=1)))
        assert left.exists()
        run(storage.clear_unfinished(now() + timedelta(days=1)))
        assert not left.exists()


def test_the_janitor_removes_what_nobody_waits_for_and_nothing_else(world: World) -> None:
    content = samples.pdf("janitor")
    stored, removed, old, fresh = (world.promise(content) for _ in range(4))
    for file in (stored, removed):
        world.put(file, content)
    world.rows.execute("DELETE FROM stored_file WHERE id = $1", removed)
    world.rows.execute("UPDATE stored_file SET created_at = now() - interval '25 hours' WHERE id = $1", old)
    run(world.storage.put(storage_key(old), chunks(content)))
    run(world.storage.put("ff/ff/orphan", chunks(b"x")))

    async def act(days: int) -> Swept:
        connection = await asyncpg.connect(world.rows.url)
        try:
            return await sweep(connection, world.storage, now() + timedelta(days=days))
        finally:
            await connection.close()

    # What a system or a hand put there.
    of_others = [world.folder / "files" / name for name in ("Thumbs.db", "ab/.nfs0001")]
    for path in of_others:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    # Content of today is left alone: an upload may be about to be stored.
    assert run(act(0)) == Swept(promises=1, contents=0)
    assert [world.is_kept(file) for file in (stored, removed, old)] == [True, True, True]
    assert world.state(fresh) == "PENDING"
    assert run(act(2)).contents >= 3
    assert [world.is_kept(file) for file in (stored, removed, old)] == [True, False, False]
    assert not run(world.storage.exists("ff/ff/orphan"))
    assert world.rows.value("SELECT count(*) FROM stored_file WHERE id = ANY($1)", [old, fresh]) == 0
    assert world.get(stored).content == content
    assert all(path.exists() for path in of_others)


@pytest.mark.parametrize(
    "become",
    [
        pytest.param("UPDATE installation SET id = gen_random_uuid()", id="another database"),
        pytest.param("SELECT", id="an older copy of the same"),
    ],
)
def test_of_another_database_nothing_is_removed_until_it_is_claimed(
    become: str, scratch: str, world: World, monkeypatch: pytest.MonkeyPatch, command_line: CommandLine
) -> None:
    content = samples.pdf("claimed")
    file = world.promise(content)
    world.put(file, content)
    until(lambda: world.rows.value("SELECT min(sequence) FROM audit_entry WHERE object_id = $1", str(file)))

    def claim_for(url: str) -> None:
        assert command_line("claim-files", DATABASE_URL=url, **world.environment()).returncode == 0

    def said_of_files() -> str:
        said: str = other.client.http.get("/health/ready").json()["files"]
        return said

    claim_for(world.rows.url)
    # Whatever no row names is older than that.
    monkeypatch.setattr(janitor, "_GRACE", timedelta(days=-1))
    monkeypatch.setattr(janitor.Janitor, "_retry_seconds", 0.01)
    rows = Rows(scratch)
    rows.execute(become)
    rows.close()
    with world_of(scratch, world.folder, **world.settings) as other:
        until(lambda: said_of_files().startswith("degraded"), 30)
        assert "jiandu_files_owned 0.0" in other.client.http.get("/metrics").text
        assert world.is_kept(file)
        claim_for(scratch)
        until(lambda: said_of_files() == "ok" and not world.is_kept(file), 30)
    claim_for(world.rows.url)


def test_what_a_restore_lost_is_told_and_listed(
    cluster: Cluster, worker_id: str, s3: dict[str, str], tmp_path: Path, command_line: CommandLine
) -> None:
    for settings in ({}, s3):
        with world_of(cluster.create(f"lost_{worker_id}"), tmp_path, **settings) as world:
            content = samples.pdf("lost")
            files = sorted(world.promise(content) for _ in range(3))
            for file in files:
                assert world.put(file, content).status_code == 204
            variables = {"DATABASE_URL": world.rows.url, **world.environment()}
            whole = command_line("verify-files", **variables)
            assert (whole.returncode, whole.stdout) == (0, "Every file is there: 3.\n")
            run(world.storage.delete(storage_key(files[0])))
            run(world.storage.put(storage_key(files[1]), chunks(b"cut off")))
            assert code(world.get(files[0])) == (404, "FILE_LOST")
            found = command_line("verify-files", **variables)
            assert found.returncode == 1 and "Of 3 files 2 are not as they were stored" in found.stderr
            listed = [f"{files[0]}: lost", f"{files[1]}: 7 bytes, not {len(content)}"]
            assert found.stdout.splitlines() == listed


def test_files_from_before_it_was_said_whose_they_are(scratch: str, tmp_path: Path) -> None:
    storage, key = Folder(tmp_path), storage_key(uuid7())
    rows = Rows(scratch)

    def is_owned() -> bool:
        owned: bool = rows.run(lambda connection: is_owner(connection, storage))
        return owned

    assert is_owned()
    run(storage.put(key, chunks(b"x")))
    assert not is_owned()
    rows.execute(
        """INSERT INTO stored_file (id, name, media_type, size, sha256, created_at, state, storage_key, organization_id,
             region_code, uploaded_by)
           SELECT gen_random_uuid(), 'x', 'x', 1, sha256(''), now(), 'STORED', $1, organization_id, region_code, id
           FROM account WHERE subject = $2""",
        key,
        OFFICER,
    )
    assert is_owned()
    rows.close()


def test_a_sweep_that_failed_is_done_again(scratch: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    swept: list[Storage] = []

    async def fail_once(connection: Any, storage: Storage, at: datetime) -> Swept:
        swept.append(storage)
        if len(swept) == 1:
            raise ValueError("nobody thought of it")
        return Swept(0, 0)

    async def clean() -> None:
        running = janitor.Janitor(scratch, Folder(tmp_path))
        running.start()
        await asyncio.to_thread(until, lambda: len(swept) == 2, 30)
        await running.stop()

    monkeypatch.setattr(janitor, "sweep", fail_once)
    monkeypatch.setattr(janitor.Janitor, "_retry_seconds", 0.01)
    run(clean())


class TestSettings:
    def production(self, **other: Any) -> Settings:
        issued = {"oidc_issuer": "https://issuer", "oidc_audience": "jiandu", "field_keys": (TEST_KEY,)}
        return Settings(app_env="production", **{**issued, **other})

    def test_production_has_its_own_key(self, tmp_path: Path) -> None:
        with pytest.raises(SettingsError, match="FILES_KEY"):
            self.production().check()
        key = base64.b64encode(bytes(range(32))).decode()
        settings = self.production(files_key=key)
        settings.check()
        assert key not in repr(settings)
        link = SignedLink(file_path(uuid7()), "GET", uuid7(), 1)
        assert make_links(settings, tmp_path).sign(link) == SignedLinks(bytes(range(32)), 1).sign(link)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("key", ["x", "é", base64.b64encode(bytes(31)).decode()])
    def test_a_key_that_is_none(self, key: str) -> None:
        with pytest.raises(SettingsError, match="FILES_KEY") as refused:
            self.production(files_key=key).check()
        assert key not in str(refused.value).replace("FILES_KEY", "").split()

    def test_the_key_of_development_stays(self, tmp_path: Path) -> None:
        settings, link = Settings(app_env="development"), SignedLink(file_path(uuid7()), "GET", uuid7(), 1)
        assert make_links(settings, tmp_path).sign(link) == make_links(settings, tmp_path).sign(link)
        (file,) = tmp_path.iterdir()
        assert file.stat().st_mode & 0o077 == 0

    def test_half_a_bucket(self) -> None:
        with pytest.raises(SettingsError, match="FILES_S3_BUCKET"):
            Settings(app_env="development", files_s3_endpoint="http://127.0.0.1:1").check()

    def test_keys_are_spread_over_folders(self) -> None:
        assert re.fullmatch(r"[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{32}", storage_key(uuid7()))
