"""The policy file: what it may say, and that what it says is obeyed from a millisecond later on."""

from __future__ import annotations

from pathlib import Path

import pytest

from models import Action, Role
from policies import Policy, PolicyError, PolicyFile
from policies.policy import MASKS, MODEL, POLICY
from policies.visibility import Visible
from seeds.organizations import rows as seed_rows
from tests.oracle import READS
from tests.serving import Client, serving

MODEL_TEXT = MODEL.read_text(encoding="utf-8")
COUNT = "{ supervisionGaps { totalCount } }"
GAPS = "{ supervisionGaps(first: 1) { totalCount nodes { id organization { staffing { id } } } } }"


@pytest.fixture
def files(tmp_path: Path) -> PolicyFile:
    for source in (MODEL, POLICY):
        (tmp_path / source.name).write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    return PolicyFile(tmp_path / MODEL.name, tmp_path / POLICY.name)


def test_a_change_takes_effect_between_two_requests(
    files: PolicyFile, tmp_path: Path, database: str, data_dir: Path
) -> None:
    policy = tmp_path / POLICY.name
    text = policy.read_text(encoding="utf-8")
    rule = next(line for line in text.splitlines() if "judicial_bureau," in line)
    with serving(database, data_dir, policy=files) as client:
        before = client.ask(GAPS, persona="county-judicial")
        assert before["supervisionGaps"]["totalCount"] > 0
        policy.write_text(text.replace(rule, ""), encoding="utf-8")
        assert client.ask(GAPS, persona="county-judicial") == {"supervisionGaps": {"totalCount": 0, "nodes": []}}
        policy.write_text(text.replace(rule, rule.replace("AREA", "OWN")), encoding="utf-8")
        assert client.ask(COUNT, persona="city-judicial")["supervisionGaps"]["totalCount"] <= 1
        policy.write_text(text, encoding="utf-8")
        assert client.ask(GAPS, persona="county-judicial") == before


def test_a_file_that_cannot_be_used_leaves_the_last_good_one_in_force(
    files: PolicyFile, tmp_path: Path, database: str, data_dir: Path
) -> None:
    policy = tmp_path / POLICY.name
    with serving(database, data_dir, policy=files) as client:
        before = client.ask(GAPS, persona="county-judicial")
        text = policy.read_text(encoding="utf-8")
        policy.write_text("p, judicial_bureau, *, Staffing, read", encoding="utf-8")
        assert client.ask(GAPS, persona="county-judicial") == before
        said = is_degraded(client)
        policy.write_text(text, encoding="utf-8")
        assert client.http.get("/health/ready").json()["policy"] == "ok" != said
        assert "jiandu_policy_usable 1.0" in client.http.get("/metrics").text


@pytest.mark.parametrize("spoilt", ["not UTF-8", "missing", "empty"])
def test_files_that_cannot_be_read_leave_the_last_good_policy_in_force(
    spoilt: str, files: PolicyFile, tmp_path: Path, database: str, data_dir: Path
) -> None:
    policy = tmp_path / POLICY.name
    with serving(database, data_dir, policy=files) as client:
        before = client.ask(GAPS, persona="county-judicial")
        if spoilt == "missing":
            policy.unlink()
        else:
            policy.write_bytes(b"" if spoilt == "empty" else b"\xff\xfe")
        assert client.ask(GAPS, persona="county-judicial") == before
        is_degraded(client)


def is_degraded(client: Client) -> str:
    """Whether a server is told to be ready, since it serves well, and that somebody has to mend its policy."""
    ready = client.http.get("/health/ready")
    assert (ready.status_code, ready.json()["status"]) == (200, "ok")
    assert ready.json()["policy"].startswith("degraded: ")
    assert "jiandu_policy_usable 0.0" in client.http.get("/metrics").text
    said: str = ready.json()["policy"]
    return said


MASKS_TEXT = MASKS.read_text(encoding="utf-8")
PUBLIC = next(line for line in MASKS_TEXT.splitlines() if line.startswith("PUBLIC,"))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("PUBLIC,clear,absent,absent,absent,masked,absent,absent", "PUBLIC sees PARTY_NAME masked or absent"),
        ("PUBLIC,masked,absent,absent,absent,masked,masked,absent", "a NARRATIVE is clear or absent"),
        ("PUBLIC,clear", "write a clearance for each of"),
        ("PUBLIC,masked,absent,absent,absent,masked,absent,absent,absent", "write a clearance for each of"),
        ("PUBLIC,hidden,absent,absent,absent,masked,absent,absent", "'HIDDEN' is no role or clearance"),
        ("NOBODY,masked,absent,absent,absent,masked,absent,absent", "'NOBODY' is no role or clearance"),
        (f"{PUBLIC}\n{PUBLIC}", "PUBLIC has a line already"),
        ("", "masks.csv says nothing of PUBLIC"),
    ],
)
def test_masks_that_mean_nothing_are_refused(line: str, said: str) -> None:
    with pytest.raises(PolicyError, match=r"^masks\.csv") as refused:
        Policy(MODEL_TEXT, POLICY.read_text(encoding="utf-8"), MASKS_TEXT.replace(PUBLIC, line))
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("p, judicial_bureau, *, Staffing, read", "line 1: write it as p, role, level, object, action, scope, side"),
        ("g, judicial_bureau, *, Staffing, read, AREA, *", "line 1: write it as"),
        ("p, judical_bureau, *, Staffing, read, AREA, *", "'JUDICAL_BUREAU' is no Role"),
        ("p, judicial_bureau, TOWN, Staffing, read, AREA, *", "'TOWN' is no Level"),
        ("p, judicial_bureau, *, Staff, read, AREA, *", "'Staff' is no object"),
        ("p, judicial_bureau, *, Staffing, see, AREA, *", "'SEE' is no Action"),
        ("p, judicial_bureau, *, Staffing, read, ALL, *", "'ALL' is no Scope"),
        ("p, judicial_bureau, *, Region, read, LINE, *", "Region declares no anchor for LINE"),
        ("p, judicial_bureau, *, Staffing, read, AREA, receiver", "Staffing has no side 'receiver'; there are owner"),
        ("p, public, *, Staffing, read, AREA, *", "public has no organization"),
    ],
)
def test_a_rule_that_means_nothing_is_refused(line: str, said: str) -> None:
    with pytest.raises(PolicyError, match=r"^policy\.csv, line 1: ") as refused:
        Policy(MODEL_TEXT, line)
    assert said in str(refused.value)


def test_a_model_that_cannot_be_evaluated_is_refused() -> None:
    rules = POLICY.read_text("utf-8")
    for broken in ("r.sub.region in r.obj.regions", "r.obj.organization in r.sub.own", "r.obj.public == True"):
        with pytest.raises(PolicyError, match=r"model\.conf"):
            Policy(MODEL_TEXT.replace(broken, "r.sub.nowhere("), rules)


def test_what_no_rule_allows_is_denied(client: Client) -> None:
    rules = Policy(MODEL_TEXT, POLICY.read_text(encoding="utf-8")).rules
    allowed = {(rule.role.name, rule.object.__name__) for rule in rules if rule.action is Action.READ}
    oracle = {(role, name) for role, types in READS.items() for name in types}
    implicit = {Role.PUBLIC.name, Role.ACCOUNT_HOLDER.name}
    assert {pair for pair in allowed if pair[0] not in implicit} == oracle


@pytest.mark.parametrize("persona", [row["subject"] for row in seed_rows("personas.csv")])
def test_the_viewer_is_told_what_it_may_do(persona: str, client: Client) -> None:
    document = "{ viewer { roles permissions { objectType action scope role level } } }"
    viewer = client.ask(document, None, persona)["viewer"]
    text = POLICY.read_text(encoding="utf-8")
    levels = {(p["role"], p["level"]) for p in viewer["permissions"]}
    expected = {
        (cells[3], cells[4].upper(), cells[5], cells[1].upper())
        for cells in ([cell.strip() for cell in line.split(",")] for line in text.splitlines() if line[:2] == "p,")
        if (cells[2] == "*" and cells[1].upper() in viewer["roles"]) or (cells[1].upper(), cells[2]) in levels
    }
    told = {(p["objectType"], p["action"], p["scope"], p["role"]) for p in viewer["permissions"]}
    assert told == expected


def test_rows_become_visible_through_the_policy_room_only() -> None:
    with pytest.raises(TypeError, match="Access"):
        Visible(None, (), object())  # type: ignore[arg-type]
