"""GraphQL over HTTP: what the door lets in, what it refuses, and how it says so."""

from __future__ import annotations

import base64
import json
import re
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
from graphql import GraphQLObjectType, build_client_schema, get_introspection_query, is_object_type
from prometheus_client import generate_latest

from models import ErrorCode
from models.base import uuid7
from models.database import DatabaseSettings, newest_revision
from resolvers import execution
from resolvers.global_id import GlobalID
from resolvers.introspection import introspect
from schema.build import SDL, build_schema
from server.app import create_app
from server.settings import Settings
from tests import hostile
from tests.cluster import TEST_KEY, Cluster, Rows, run
from tests.serving import Client, serving
from tests.test_clues import FILE

SCHEMA = build_schema()._schema
QUERY = '{ region(by: { code: "4103" }) { name } }'
GRAPHQL_RESPONSE = "application/graphql-response+json"


def code_of(response: httpx.Response) -> str:
    (error,) = response.json()["errors"]
    assert error["message"]
    assert error["extensions"]["correlationId"] == response.headers["x-request-id"]
    code: str = error["extensions"]["code"]
    assert code in ErrorCode.__members__
    return code


def post(client: Client, body: bytes, content_type: str = "application/json", **headers: str) -> httpx.Response:
    return client.http.post("/graphql", content=body, headers={"Content-Type": content_type, **headers})


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"1", 400, "BAD_REQUEST"),
        (b"null", 400, "BAD_REQUEST"),
        (b"[1]", 400, "BAD_REQUEST"),
        (b"[]", 400, "BAD_REQUEST"),
        (b'"text"', 400, "BAD_REQUEST"),
        (b"", 400, "BAD_REQUEST"),
        (b"{", 400, "BAD_REQUEST"),
        (b'{"query": "\xff\xfe"}', 400, "BAD_REQUEST"),
        (b'{"query": "\\ud800"}', 400, "BAD_REQUEST"),
        (b"{}", 400, "BAD_REQUEST"),
        (b'{"query": null}', 400, "BAD_REQUEST"),
        (b'{"query": 1}', 400, "BAD_REQUEST"),
        (b'{"query": "{ __typename }", "variables": [1]}', 400, "BAD_REQUEST"),
        (b'{"query": "{ __typename }", "operationName": 1}', 400, "BAD_REQUEST"),
        (b'{"query": "{ __typename }", "extensions": 1}', 400, "BAD_REQUEST"),
        (b'[{"query": "{ __typename }"}]', 400, "BAD_REQUEST"),
        (b"[" * 100_000, 400, "BAD_REQUEST"),
        (b'{"query": "' + b"x" * 10_000_000 + b'"}', 413, "BODY_TOO_LARGE"),
    ],
    ids=lambda value: repr(value)[:40] if isinstance(value, bytes) else None,
)
@pytest.mark.parametrize("accept", ["application/json", GRAPHQL_RESPONSE])
def test_what_is_no_graphql_request(client: Client, body: bytes, status: int, code: str, accept: str) -> None:
    response = post(client, body, Accept=accept)
    assert (response.status_code, code_of(response)) == (status, code)
    assert "data" not in response.json()


@pytest.mark.parametrize(
    ("query", "variables", "code"),
    [
        ("{", None, "SYNTAX_ERROR"),
        ("{ nothing }", None, "VALIDATION_FAILED"),
        ("{ region(by: {}) { name } }", None, "VALIDATION_FAILED"),
        ('{ region(by: { code: "4103", id: "x" }) { name } }', None, "VALIDATION_FAILED"),
        ("query($by: RegionBy!) { region(by: $by) { name } }", {"by": {}}, "BAD_VARIABLES"),
        ("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {}, "BAD_VARIABLES"),
        ("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": [None]}, "BAD_VARIABLES"),
        ("query A { __typename } query B { __typename }", None, "OPERATION_NOT_FOUND"),
        ("subscription { nothing }", None, "VALIDATION_FAILED"),
    ],
)
def test_documents_that_cannot_be_executed(
    client: Client, query: str, variables: dict[str, Any] | None, code: str
) -> None:
    for accept, status in (("application/json", 200), (GRAPHQL_RESPONSE, 400)):
        response = client.post(query, variables, Accept=accept)
        assert (response.status_code, code_of(response)) == (status, code)
        assert "data" not in response.json()
        assert response.headers["content-type"].startswith(accept)


def test_what_takes_long_to_be_compiled_is_refused(client: Client) -> None:
    many = "{" + " ".join(f"a{n}: myTasks(first: 1) {{ totalCount nodes {{ actions }} }}" for n in range(30)) + "}"
    assert code_of(client.post(many, None, "city-judicial")) == "TOO_COMPLEX"
    # Whom the policy grants no act has no tasks to be looked for.
    assert len(client.ask(many)) == 30


@pytest.mark.parametrize(("query", "code"), hostile.DOCUMENTS.values(), ids=hostile.DOCUMENTS.keys())
def test_hostile_documents(client: Client, query: str, code: str) -> None:
    response = client.post(query, Accept=GRAPHQL_RESPONSE)
    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"]["code"] == code
    assert "data" not in response.json()


def test_nobody_waits_for_who_asks_for_the_schema(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    answered = threading.Event()
    monkeypatch.setattr(execution, "introspect", lambda *asked: answered.wait(10) and introspect(*asked))
    with ThreadPoolExecutor(1) as pool:
        whole = pool.submit(client.ask, get_introspection_query())
        assert client.ask(QUERY) == {"region": {"name": "洛阳市"}} and not whole.done()
        answered.set()
        assert build_client_schema(cast("Any", whole.result())).query_type


def test_a_list_of_variables_is_limited(client: Client) -> None:
    response = client.post(
        "query($kinds: [OrganizationKind!]) { organizations(filter: { kind: $kinds }) { totalCount } }",
        {"kinds": ["DEPARTMENT"] * 5000},
        Accept=GRAPHQL_RESPONSE,
    )
    assert (response.status_code, code_of(response)) == (400, "TOO_MANY_VALUES")
    response = client.post("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ["UmVnaW9uOjQx"] * 101})
    assert code_of(response) == "INVALID_VALUE"
    assert response.json()["data"] == {"nodes": None}


def object_types() -> Iterator[Any]:
    """Every type of an object; of those without ids every fourth, the others when all is tried."""
    for place, (name, type_) in enumerate(sorted(SCHEMA.type_map.items())):
        if is_object_type(type_):
            is_tried = place % 4 == 0 or "Node" in [each.name for each in type_.interfaces]
            yield pytest.param(name, marks=[] if is_tried else [pytest.mark.full])


@pytest.mark.parametrize("type_name", list(object_types()))
def test_an_id_is_of_a_type_that_has_ids(client: Client, type_name: str) -> None:
    is_node = "Node" in [each.name for each in cast("GraphQLObjectType", SCHEMA.type_map[type_name]).interfaces]
    for key in (uuid7(), "4103"):
        given = {"id": str(GlobalID(type_name, str(key)))}
        asked = {
            "query($id: ID!) { node(id: $id) { id } }": {"node": None},
            "query($id: ID!) { nodes(ids: [$id]) { id } }": {"nodes": [None]},
            "query($id: ID!) { explainAccess(id: $id, action: READ) { allowed } }": {"explainAccess": None},
        }
        for document, nothing in asked.items():
            response = client.post(document, given)
            assert response.status_code == 200
            if not is_node:
                assert (code_of(response), response.json()["data"]) == ("INVALID_ID", nothing)


@pytest.mark.parametrize("text", ["a\0b", "\0"])
def test_text_that_postgresql_cannot_hold(client: Client, text: str) -> None:
    response = client.post("query($t: String) { regions(filter: { nameContains: $t }) { totalCount } }", {"t": text})
    assert (response.status_code, code_of(response)) == (200, "INVALID_VALUE")
    assert response.json()["errors"][0]["extensions"]["field"] == "filter.nameContains"
    assert response.json()["data"] == {"regions": None}


@pytest.mark.parametrize("text", ["%", "_", "'", "\\", "'; DROP TABLE region; --", "😀", "$1"])
def test_text_is_never_a_pattern_or_sql(client: Client, text: str) -> None:
    document = "query($t: String) { regions(filter: { nameContains: $t }) { totalCount } }"
    assert client.ask(document, {"t": text}) == {"regions": {"totalCount": 0}}


class TestMethodsAndMediaTypes:
    def test_get(self, client: Client) -> None:
        parameters = {
            "query": "query N($code: String) { region(by: { code: $code }) { name } }".replace("String)", "String!)"),
            "variables": json.dumps({"code": "4103"}),
            "operationName": "N",
        }
        response = client.http.get("/graphql", params=parameters)
        assert response.json() == {"data": {"region": {"name": "洛阳市"}}}

    def test_get_of_a_mutation(self, client: Client) -> None:
        response = client.http.get("/graphql", params={"query": "mutation { __typename }"})
        assert (response.status_code, code_of(response)) == (405, "METHOD_NOT_ALLOWED")
        assert response.headers["allow"] == "POST"

    @pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
    def test_other_methods(self, client: Client, method: str) -> None:
        response = client.http.request(method, "/graphql", json={"query": QUERY})
        assert (response.status_code, code_of(response)) == (405, "METHOD_NOT_ALLOWED")
        assert response.headers["allow"] == "GET, POST"

    @pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", ""])
    def test_only_json_is_posted(self, client: Client, content_type: str) -> None:
        response = post(client, json.dumps({"query": QUERY}).encode(), content_type)
        assert (response.status_code, code_of(response)) == (415, "UNSUPPORTED_MEDIA_TYPE")

    @pytest.mark.parametrize(
        ("accept", "expected"),
        [
            ("application/json", "application/json"),
            (GRAPHQL_RESPONSE, GRAPHQL_RESPONSE),
            ("*/*", "application/json"),
            ("application/json;q=0.5, application/graphql-response+json", GRAPHQL_RESPONSE),
            ("text/event-stream, application/json", "application/json"),
            ("application/graphql-response+json;charset=utf-8, application/json;charset=utf-8", GRAPHQL_RESPONSE),
        ],
    )
    def test_accept(self, client: Client, accept: str, expected: str) -> None:
        response = client.post(QUERY, Accept=accept)
        assert response.status_code == 200
        assert response.headers["content-type"] == f"{expected}; charset=utf-8"

    def test_not_acceptable(self, client: Client) -> None:
        response = client.post(QUERY, Accept="text/csv")
        assert (response.status_code, code_of(response)) == (406, "NOT_ACCEPTABLE")

    def test_chinese_stands_unescaped(self, client: Client) -> None:
        assert "洛阳市".encode() in client.post(QUERY).content


class TestErrors:
    def test_language(self, client: Client) -> None:
        chinese = client.post("{", Accept_Language="zh-CN,zh;q=0.9,en;q=0.8").json()["errors"][0]
        english = client.post("{", Accept_Language="en-GB,zh;q=0.5").json()["errors"][0]
        unnamed = client.post("{", Accept_Language="fr").json()["errors"][0]
        assert chinese["message"].startswith("文档语法错误") and unnamed["message"] == chinese["message"]
        assert english["message"].startswith("The document has a syntax error")
        assert chinese["extensions"]["code"] == english["extensions"]["code"] == "SYNTAX_ERROR"

    def test_locations(self, client: Client) -> None:
        (error,) = client.post("{\n  nothing\n}").json()["errors"]
        assert error["locations"] == [{"line": 2, "column": 3}]

    def test_correlation_id_of_the_caller(self, client: Client) -> None:
        response = client.post("{", X_Request_ID="abc-123")
        assert response.headers["x-request-id"] == "abc-123"
        assert response.json()["errors"][0]["extensions"]["correlationId"] == "abc-123"
        for unclean in ("a b", "x" * 65, "a\tb", "<script>"):
            assert client.post("{", X_Request_ID=unclean).headers["x-request-id"] != unclean

    def test_a_suggestion_is_no_oracle(self, client: Client) -> None:
        # The contract is public, so what exists in it may be suggested; rows are not.
        assert "Did you mean" in client.post("{ regoin }").text


@pytest.fixture(scope="module")
def open_client(database: str, data_dir: Path) -> Iterator[Client]:
    with serving(database, data_dir, cors_origins="https://portal.example.cn") as client:
        yield client


class TestCORS:
    def test_listed_origin(self, open_client: Client) -> None:
        headers = {"Origin": "https://portal.example.cn", "Access-Control-Request-Method": "POST"}
        response = open_client.http.options("/graphql", headers=headers)
        assert response.headers["access-control-allow-origin"] == "https://portal.example.cn"

    def test_answers_and_the_contract_say_so_too(self, open_client: Client) -> None:
        origin = {"Origin": "https://portal.example.cn"}
        for response in (
            open_client.post(QUERY, None, **origin),
            open_client.http.get("/schema.graphql", headers=origin),
        ):
            assert response.status_code == 200
            assert response.headers["access-control-allow-origin"] == "https://portal.example.cn"

    def test_other_origin(self, open_client: Client, client: Client) -> None:
        headers = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
        for each in (open_client, client):
            assert "access-control-allow-origin" not in each.http.options("/graphql", headers=headers).headers


class TestAround:
    def test_graphiql_is_ours(self, client: Client) -> None:
        page = client.http.get("/graphql", headers={"Accept": "text/html,application/xhtml+xml"})
        assert page.status_code == 200 and "//" not in page.text.replace("<!doctype html>", "").replace("</", "")
        assert "default-src 'self'" in page.headers["content-security-policy"]
        for name in ("react.production.min.js", "react-dom.production.min.js", "graphiql.min.js", "start.js"):
            assert f"/graphiql/{name}" in page.text
            assert client.http.get(f"/graphiql/{name}").status_code == 200

    def test_a_link_to_a_query(self, client: Client) -> None:
        asked = {"query": "{ __typename }"}
        page = client.http.get("/graphql", params=asked, headers={"Accept": "text/html,*/*;q=0.8"})
        assert page.headers["content-type"].startswith("text/html")
        for accepted in ("application/json, */*", "application/graphql-response+json, text/html;q=0.1"):
            answer = client.http.get("/graphql", params=asked, headers={"Accept": accepted})
            assert answer.json() == {"data": {"__typename": "Query"}}

    def test_contract(self, client: Client) -> None:
        contract = client.http.get("/schema.graphql")
        assert contract.headers["content-type"] == "text/plain; charset=utf-8"
        assert contract.text == SDL.read_text(encoding="utf-8")

    def test_health(self, client: Client) -> None:
        assert client.http.get("/health/live").json() == {"status": "ok"}
        ready = client.http.get("/health/ready")
        # Nobody works beside this server.
        jobs = "degraded: the clock was last looked at never; run python -m server work"
        assert ready.status_code == 200
        assert ready.json() == {**dict.fromkeys(("status", "database", "policy", "files"), "ok"), "jobs": jobs}

    def test_metrics(self, client: Client) -> None:
        client.post(QUERY)
        client.post("{")
        text = client.http.get("/metrics").text
        assert 'jiandu_requests_total{operation="query",outcome="OK"}' in text
        assert 'jiandu_requests_total{operation="none",outcome="SYNTAX_ERROR"}' in text
        assert "jiandu_plans " in text and "洛阳" not in text
        for queue in ("unsealed_entries", "imports", "failed_jobs"):
            assert re.search(rf'^jiandu_waiting{{queue="{queue}"}} [0-9.]+$', text, re.MULTILINE)
        assert 'jiandu_connections_used{pool="commands"} ' in text

    def test_what_was_asked_last_is_recorded_when_the_server_stops(
        self, scratch: str, data_dir: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("server.recorder._DELAY_SECONDS", 60)
        settings = Settings(app_env="development", log_level="error", field_keys=(TEST_KEY,), jobs="apart")
        app = create_app(settings, DatabaseSettings(database_url=scratch, data_dir=data_dir))

        async def live() -> None:
            transport = httpx.ASGITransport(app)
            async with (
                app.router.lifespan_context(app),
                httpx.AsyncClient(transport=transport, base_url="http://jiandu") as client,
            ):
                await client.post("/graphql", json={"query": QUERY})

        run(live())
        assert b'jiandu_requests_total{operation="query",outcome="OK"} 1.0' in generate_latest(
            app.state.metrics.registry
        )


class TestTrouble:
    def test_a_request_that_takes_too_long_cancels_its_sql(self, scratch: str, data_dir: Path) -> None:
        with serving(scratch, data_dir, limits={"request_timeout": 0.5}) as client:
            rows = Rows(scratch)
            rows.execute("BEGIN")
            rows.execute("LOCK TABLE region IN ACCESS EXCLUSIVE MODE")
            response = client.post(QUERY, Accept=GRAPHQL_RESPONSE)
            assert (response.status_code, code_of(response)) == (504, "TIMEOUT")
            waiting = rows.value(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND application_name = 'jiandu' AND state = 'active'"
            )
            rows.execute("ROLLBACK")
            rows.close()
            assert waiting == 0
            assert client.ask(QUERY) == {"region": {"name": "洛阳市"}}

    def test_commands_that_have_no_connection_are_told_to_come_again(
        self, scratch: str, data_dir: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Of six at once one has it, for as long as a request may take; the others wait half as long."""

        def file(number: int) -> str:
            asked = {"regionId": str(GlobalID("Region", "410302")), "content": "执法人员没有出示执法证"}
            response = client.post(FILE, {"i": {"idempotencyKey": f"all at the same time {number}", **asked}})
            return ",".join(error["extensions"]["code"] for error in response.json().get("errors", []))

        monkeypatch.setenv("DATABASE_POOL_SIZE", "1")
        with serving(scratch, data_dir, limits={"request_timeout": 3}) as client, ThreadPoolExecutor(6) as threads:
            assert file(0) == ""
            rows = Rows(scratch)
            rows.execute("BEGIN")
            rows.execute("LOCK TABLE command_receipt IN ACCESS EXCLUSIVE MODE")
            said = [*threads.map(file, range(1, 7))]
            rows.execute("ROLLBACK")
            rows.close()
            assert sorted(said) == ["SERVICE_UNAVAILABLE"] * 5 + ["TIMEOUT"]
            assert file(7) == ""

    def test_without_a_database(self, cluster: Cluster, worker_id: str, data_dir: Path) -> None:
        with serving(cluster.create(f"gone_{worker_id}"), data_dir) as client:
            client.ask(QUERY)
            admin = Rows(cluster.url("postgres"))
            admin.execute(f"DROP DATABASE gone_{worker_id} WITH (FORCE)")
            admin.close()
            for _ in range(3):
                response = client.post(QUERY)
                assert (response.status_code, code_of(response)) == (503, "SERVICE_UNAVAILABLE")
            assert client.http.get("/health/ready").status_code == 503
            assert client.http.get("/health/live").status_code == 200
            assert 'jiandu_waiting{queue="imports"} NaN' in client.http.get("/metrics").text

    def test_a_database_of_another_version(self, scratch: str, data_dir: Path) -> None:
        rows = Rows(scratch)
        with serving(scratch, data_dir) as client:
            for revision, mend in {"0001": "migrate it", "9999": "run the version that migrated it"}.items():
                rows.execute("UPDATE alembic_version SET version_num = $1", revision)
                ready = client.http.get("/health/ready")
                assert (ready.status_code, ready.json()["status"]) == (503, "unavailable")
                said = ready.json()["database"]
                assert said == f"is at revision {revision}, not {newest_revision()}: {mend}"
        rows.close()

    def test_an_unexpected_error_is_masked(self, scratch: str, data_dir: Path) -> None:
        rows = Rows(scratch)
        rows.execute("ALTER TABLE region RENAME COLUMN name TO secret_name")
        rows.close()
        with serving(scratch, data_dir) as client:
            response = client.post(QUERY)
            assert (response.status_code, code_of(response)) == (500, "INTERNAL_ERROR")
            assert "secret" not in response.text and "column" not in response.text

    def test_many_at_once(self, client: Client) -> None:
        answers: list[Any] = []
        threads = [threading.Thread(target=lambda: answers.append(client.ask(QUERY))) for _ in range(40)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert answers == [{"region": {"name": "洛阳市"}}] * 40


class TestWhatAnOutsiderTried:
    """Requests by which an adversarial reader once got a 500, or more than the limits allow."""

    @pytest.mark.parametrize(
        ("document", "name"),
        [
            ("query($b: Boolean = true) { __typename @include(if: $b) }", "b"),
            ('query($b: RegionBy = { code: "41" }) { region(by: $b) { name } }', "b"),
            (
                "query($b: OrderDirection = ASC) { regions(orderBy: { field: CODE, direction: $b }) { totalCount } }",
                "b",
            ),
            ('query($b: ID = "x") { node(id: $b) { id } }', "b"),
        ],
    )
    def test_null_where_none_may_be(self, client: Client, document: str, name: str) -> None:
        response = client.post(document, {name: None})
        assert code_of(response) == "BAD_VARIABLES" and response.status_code < 500

    def test_fragments_inside_fragments(self, client: Client) -> None:
        inline = "...{" * 40 + "%s" + "}" * 40
        chain = [
            f"fragment F{n} on Query {{ {inline % (f'...F{n + 1}' if n < 14 else '__typename')} }}" for n in range(15)
        ]
        assert code_of(client.post("{ ...F0 } " + " ".join(chain))) == "TOO_DEEP"

    def test_a_number_that_no_column_holds(self, client: Client) -> None:
        cursor = base64.b64encode(b'["VACANCIES",2147483648,"00000000-0000-5000-8000-000000000000"]').decode()
        document = """query($c: String) {
            supervisionGaps(orderBy: { field: VACANCIES }, after: $c) { totalCount nodes { id } } }"""
        assert code_of(client.post(document, {"c": cursor})) == "INVALID_CURSOR"

    @pytest.mark.parametrize(
        ("root", "order", "value"),
        [
            ("cases", "REGISTERED", "0001-01-01T00:00:00+14:00"),
            ("cases", "REGISTERED", "9999-12-31T23:59:59-14:00"),
            ("cases", "REGISTERED", "2026-01-01T00:00:00"),
            ("assessments", "TOTAL", "1000"),
            ("assessments", "TOTAL", "1" * 20),
            ("assessments", "TOTAL", "1.001"),
        ],
    )
    def test_a_moment_or_decimal_that_no_column_holds(self, client: Client, root: str, order: str, value: str) -> None:
        cursor = base64.b64encode(f'["{order}","{value}","00000000-0000-5000-8000-000000000000"]'.encode()).decode()
        document = f"query($c: String) {{ {root}(orderBy: {{ field: {order} }}, after: $c) {{ nodes {{ id }} }} }}"
        assert code_of(client.post(document, {"c": cursor})) == "INVALID_CURSOR"

    def test_a_task_due_at_a_moment_that_there_is_not(self, client: Client) -> None:
        last = b'["TASKS","9999-12-31T23:59:59-14:00","00000000-0000-5000-8000-000000000000"]'
        answer = client.post(
            "query($c: String) { myTasks(after: $c) { endCursor } }", {"c": base64.b64encode(last).decode()}
        )
        assert code_of(answer) == "INVALID_CURSOR"

    def test_a_receipt_that_no_text_can_hold(self, client: Client) -> None:
        document = 'query($r: String!) { complaint(receipt: $r) { state } region(by: { code: "41" }) { name } }'
        answer = client.post(document, {"r": "a\0b"})
        assert code_of(answer) == "INVALID_VALUE"
        assert answer.json()["data"] == {"complaint": None, "region": {"name": "河南省"}}

    def test_lists_below_many_nodes_are_counted(self, client: Client) -> None:
        ids = [base64.b64encode(b"Region:4103").decode()] * 100
        document = """query($ids: [ID!]!) { nodes(ids: $ids) { ... on Region {
            descendants(first: 100) { nodes { ancestors { id } } } } } }"""
        assert code_of(client.post(document, {"ids": ids})) == "TOO_MANY_NODES"
        assert "errors" not in client.post(document, {"ids": ids[:1]}).json()

    def test_a_length_of_many_digits(self, client: Client) -> None:
        sent = {"Content-Type": "application/json", "Content-Length": "9" * 5_000}
        with socket.create_connection(("127.0.0.1", httpx.URL(client.address).port or 0)) as connection:
            head = "".join(f"{name}: {value}\r\n" for name, value in sent.items())
            connection.sendall(f"POST /graphql HTTP/1.1\r\nHost: x\r\n{head}\r\n".encode())
            assert b" 4" in connection.recv(100).split(b"\r\n")[0]

    def test_another_charset(self, client: Client) -> None:
        assert code_of(post(client, b"{}", "application/json; charset=utf-16")) == "UNSUPPORTED_MEDIA_TYPE"
