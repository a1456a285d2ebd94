"""Who a token stands for: development's key pair, an OIDC issuer, and everything that is neither."""

from __future__ import annotations

import base64
import hmac
import json
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from seeds.directory import DEVELOPMENT_ISSUER
from seeds.organizations import organization_id
from server import authentication
from server.settings import Settings, SettingsError
from tests.cluster import TEST_KEY, Cluster, Rows, until
from tests.serving import Client, serving

QUERY = "{ viewer { name roles } supervisionGaps { totalCount } }"
AUDIENCE = "jiandu-api"


def ask(client: Client, token: str, scheme: str = "Bearer") -> httpx.Response:
    return client.http.post("/graphql", json={"query": QUERY}, headers={"Authorization": f"{scheme} {token}"})


def refused(response: httpx.Response) -> bool:
    """401 with a challenge, and not a bit of an anonymous answer."""
    assert (response.status_code == 401) == ("data" not in response.json())
    if response.status_code == 401:
        assert response.headers["www-authenticate"].startswith("Bearer")
        assert response.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    return response.status_code == 401


def signed_with_the_public_key(issuer: Issuer) -> str:
    """A token of a symmetric algorithm whose secret is what everyone can read."""
    _, body, _ = issuer.token().split(".")
    header = base64.urlsafe_b64encode(b'{"alg":"HS256","typ":"JWT","kid":"one"}').rstrip(b"=").decode()
    public = issuer.keys["one"].public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    signature = hmac.digest(public, f"{header}.{body}".encode(), "sha256")
    return f"{header}.{body}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


class Issuer:
    """An OIDC issuer on this machine whose keys can be changed."""

    def __init__(self) -> None:
        self.keys: dict[str, Any] = {}
        self.fetches = 0
        self.broken = False
        issuer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                issuer.fetches += 1
                body = issuer.answer(self.path)
                self.send_response(500 if issuer.broken else 200)
                self.end_headers()
                self.wfile.write(json.dumps(body).encode())

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def answer(self, path: str) -> dict[str, Any]:
        if path == "/.well-known/openid-configuration":
            return {"issuer": self.url, "jwks_uri": f"{self.url}/keys"}
        return {"keys": [self._published(kid, key) for kid, key in self.keys.items()]}

    def _published(self, kid: str, key: Any) -> dict[str, Any]:
        is_rsa = isinstance(key, rsa.RSAPrivateKey)
        algorithm: Any = jwt.algorithms.RSAAlgorithm if is_rsa else jwt.algorithms.ECAlgorithm
        public = algorithm.to_jwk(key.public_key(), as_dict=True)
        return {**public, "kid": kid, "alg": "RS256" if is_rsa else "ES256", "use": "sig"}

    def token(self, kid: str = "one", algorithm: str = "RS256", key: Any = None, **claims: Any) -> str:
        now = int(time.time())
        body = {"iss": self.url, "aud": AUDIENCE, "sub": "officer-1", "exp": now + 600, "nbf": now - 1, **claims}
        given = {name: value for name, value in body.items() if value is not None}
        return jwt.encode(given, key or self.keys[kid], algorithm=algorithm, headers={"kid": kid})

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="module")
def issuer() -> Iterator[Issuer]:
    issuer = Issuer()
    issuer.keys = {"one": rsa.generate_private_key(65537, 2048), "ec": ec.generate_private_key(ec.SECP256R1())}
    yield issuer
    issuer.stop()


@pytest.fixture(scope="module")
def oidc(issuer: Issuer, cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[Client]:
    url = cluster.create(f"oidc_{worker_id}")
    rows = Rows(url)
    bureau = organization_id("410302", "JUDICIAL_BUREAU")
    for subject, disabled in (("officer-1", None), ("disabled-1", "now()")):
        account = uuid4()
        rows.execute(
            f"""INSERT INTO account (id, issuer, subject, name, organization_id, region_code, disabled_at, created_at)
                VALUES ($1, $2, $3, '甲', $4, '410302', {disabled or "NULL"}, now())""",
            account,
            issuer.url,
            subject,
            bureau,
        )
        rows.execute(
            """INSERT INTO role_assignment (id, account_id, role, organization_id, region_code, valid_from)
               VALUES ($1, $2, 'JUDICIAL_BUREAU', $3, '410302', '2026-01-01')""",
            uuid4(),
            account,
            bureau,
        )
    rows.close()
    with serving(url, data_dir, oidc_issuer=issuer.url, oidc_audience=AUDIENCE) as client:
        yield client


class TestIssuer:
    def test_roles_come_from_rows_whatever_the_token_wishes(self, oidc: Client, issuer: Issuer) -> None:
        wishes: dict[str, Any] = {
            "role": "PROVINCIAL_SYSTEM",
            "roles": ["system_admin"],
            "organization": "41",
            "scope": "*",
        }
        answers = [ask(oidc, token).json() for token in (issuer.token(), issuer.token(**wishes))]
        assert answers[0] == answers[1]
        assert answers[0]["data"]["viewer"] == {"name": "甲", "roles": ["ACCOUNT_HOLDER", "JUDICIAL_BUREAU", "PUBLIC"]}
        assert answers[0]["data"]["supervisionGaps"]["totalCount"] > 0

    def test_another_algorithm_of_the_list(self, oidc: Client, issuer: Issuer) -> None:
        assert ask(oidc, issuer.token("ec", "ES256")).status_code == 200

    @pytest.mark.parametrize(
        "claims",
        [
            {"exp": 1_700_000_000},
            {"exp": None},
            {"nbf": 4_000_000_000},
            {"aud": "someone-else"},
            {"aud": None},
            {"iss": "https://evil.example"},
            {"iss": None},
            {"sub": None},
            {"sub": "officer-1\0"},
            {"sub": "officer-1\ud800"},
            {"sub": "o" * 256},
            {"sub": "officer-1", "exp": 10**400},
        ],
        ids=lambda claims: str(claims)[:40],
    )
    def test_wrong_claims(self, oidc: Client, issuer: Issuer, claims: dict[str, Any]) -> None:
        assert refused(ask(oidc, issuer.token(**claims)))

    def test_forged_tokens(self, oidc: Client, issuer: Issuer, client: Client) -> None:
        good = issuer.token()
        header, body, signature = good.split(".")
        other = rsa.generate_private_key(65537, 2048)
        for token in (
            "x",
            "a.b.c",
            f"{header}.{body}.",
            f"{header}.{body[:-2]}xx.{signature}",
            jwt.encode({"sub": "officer-1"}, "", algorithm="none"),
            issuer.token(key=other),
            signed_with_the_public_key(issuer),
            issuer.token(algorithm="RS512"),
            client.token("county-judicial"),
        ):
            assert refused(ask(oidc, token))
        latin = oidc.http.post("/graphql", json={"query": QUERY}, headers={b"Authorization": b"Bearer \xe9\xe9"})
        assert refused(latin)
        for scheme in ("Basic", "Token"):
            assert refused(ask(oidc, good, scheme))

    def test_a_subject_that_is_not_registered_or_disabled(self, oidc: Client, issuer: Issuer) -> None:
        for subject in ("unknown-1", "disabled-1"):
            response = ask(oidc, issuer.token(sub=subject))
            assert response.status_code == 403
            assert response.json()["errors"][0]["extensions"]["code"] == "ACCOUNT_NOT_REGISTERED"
            assert "data" not in response.json()

    def test_a_persona_of_development_is_nobody_here(self, oidc: Client, issuer: Issuer) -> None:
        assert ask(oidc, issuer.token(sub="county-judicial")).status_code == 403

    def test_keys_are_cached_and_rotated(self, oidc: Client, issuer: Issuer, monkeypatch: pytest.MonkeyPatch) -> None:
        ask(oidc, issuer.token())
        fetches = issuer.fetches
        for number in range(5):
            assert ask(oidc, issuer.token(jti=str(number))).status_code == 200
        assert issuer.fetches == fetches
        issuer.keys["two"] = rsa.generate_private_key(65537, 2048)
        monkeypatch.setattr(authentication, "_KEYS_RETRY_SECONDS", 0)
        assert ask(oidc, issuer.token("two")).status_code == 200
        assert issuer.fetches > fetches

    def test_unknown_keys_do_not_make_it_ask_at_every_request(self, oidc: Client, issuer: Issuer) -> None:
        stranger = rsa.generate_private_key(65537, 2048)
        assert refused(ask(oidc, issuer.token("nobody", key=stranger)))
        fetches = issuer.fetches
        for _ in range(5):
            assert refused(ask(oidc, issuer.token("nobody", key=stranger)))
        assert issuer.fetches == fetches

    def test_all_who_come_first_wait_for_the_keys(
        self, database: str, data_dir: Path, issuer: Issuer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        come = threading.Event()
        answer = issuer.answer
        monkeypatch.setattr(issuer, "answer", lambda path: come.wait(10) and answer(path))
        with serving(database, data_dir, oidc_issuer=issuer.url, oidc_audience=AUDIENCE) as client:
            before = issuer.fetches
            with ThreadPoolExecutor(4) as pool:
                asked = [pool.submit(ask, client, issuer.token(jti=f"first {number}")) for number in range(4)]
                until(lambda: sum(each.running() for each in asked) == 4 and issuer.fetches > before)
                come.set()
                # The account is none of this database: they were told apart by a key.
                assert [each.result().status_code for each in asked] == [403] * 4
            assert issuer.fetches == before + 2

    def test_an_issuer_that_is_down(self, oidc: Client, issuer: Issuer, monkeypatch: pytest.MonkeyPatch) -> None:
        ask(oidc, issuer.token())
        monkeypatch.setattr(authentication, "_KEYS_RETRY_SECONDS", 0)
        monkeypatch.setattr(issuer, "broken", True)
        assert ask(oidc, issuer.token(jti="while down")).status_code == 200
        assert refused(ask(oidc, issuer.token("three", key=rsa.generate_private_key(65537, 2048))))

    def test_an_issuer_that_was_never_up(self, database: str, data_dir: Path, issuer: Issuer) -> None:
        with serving(database, data_dir, oidc_issuer="http://127.0.0.1:1", oidc_audience=AUDIENCE) as client:
            for _ in range(2):
                response = ask(client, issuer.token())
                assert response.status_code == 503
                assert response.json()["errors"][0]["extensions"]["code"] == "SERVICE_UNAVAILABLE"
            assert client.ask("{ viewer { name } }") == {"viewer": None}


class TestDevelopment:
    def test_a_persona(self, client: Client) -> None:
        assert client.ask(QUERY, persona="city-judicial")["viewer"]["name"] == "洛市督"

    def test_a_bad_token(self, client: Client) -> None:
        assert refused(ask(client, client.token("city-judicial") + "x"))

    def test_another_key_pair(self, client: Client, tmp_path: Path) -> None:
        assert refused(ask(client, authentication.DevelopmentKeys(tmp_path).token("city-judicial")))

    def test_an_unknown_persona(self, client: Client) -> None:
        assert ask(client, client.token("mayor")).status_code == 403

    def test_the_key_is_private(self, data_dir: Path) -> None:
        assert (data_dir / "development-key.pem").stat().st_mode & 0o077 == 0

    def test_only_development_starts_without_an_issuer(self) -> None:
        with pytest.raises(SettingsError, match="OIDC_ISSUER"):
            Settings(app_env="production").check()
        with pytest.raises(SettingsError, match="OIDC_AUDIENCE"):
            Settings(app_env="production", oidc_issuer="https://id.example.cn").check()
        issued: dict[str, Any] = {"app_env": "production", "oidc_issuer": "https://id.example.cn", "oidc_audience": "x"}
        with pytest.raises(SettingsError, match="FIELD_KEYS"):
            Settings(**issued).check()
        Settings(**issued, field_keys=(TEST_KEY,), files_key=TEST_KEY).check()


class TestChangesOfWhoHoldsWhat:
    """What changes in the rows takes effect at once: the database tells the servers."""

    def answer(self, client: Client) -> int:
        count: int = ask(client, client.token("county-judicial")).json()["data"]["supervisionGaps"]["totalCount"]
        return count

    def test_role_and_account(self, scratch: str, data_dir: Path) -> None:
        rows = Rows(scratch)
        with serving(scratch, data_dir) as client:
            assert self.answer(client) > 0
            of_persona = (
                f"(SELECT id FROM account WHERE (issuer, subject) = ('{DEVELOPMENT_ISSUER}', 'county-judicial'))"
            )
            rows.execute(f"UPDATE role_assignment SET valid_to = '2026-06-30' WHERE account_id = {of_persona}")
            until(lambda: self.answer(client) == 0)
            rows.execute(f"UPDATE role_assignment SET valid_to = NULL WHERE account_id = {of_persona}")
            until(lambda: self.answer(client) > 0)
            rows.execute(f"UPDATE account SET disabled_at = now() WHERE id = {of_persona}")
            until(lambda: ask(client, client.token("county-judicial")).status_code == 403)
        rows.close()

    def test_a_role_at_a_level_that_cannot_hold_it(self, scratch: str, data_dir: Path) -> None:
        rows = Rows(scratch)
        rows.execute(
            "UPDATE role_assignment SET organization_id = $1, region_code = '410302001' WHERE role = 'JUDICIAL_BUREAU'",
            organization_id("410302001", "JUDICIAL_OFFICE"),
        )
        rows.close()
        with serving(scratch, data_dir) as client:
            assert client.ask("{ viewer { roles } }", persona="county-judicial") == {
                "viewer": {"roles": ["ACCOUNT_HOLDER", "PUBLIC"]}
            }
            assert self.answer(client) == 0
