"""Evaluations over HTTP: drawn by a seed, de-identified, scored, ranked; and an evaluator's sight opens and closes."""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from models.case_rules import ENDED_STATES
from models.evaluation_terms import DurationBand, FineBand, SampledFact, duration_band, fine_band
from models.evaluation_totals import ranks, shares, total, uneven_levels
from resolvers.global_id import GlobalID
from seeds.organizations import organization_id
from tests.bureau import CREDIT_CODE, MARKET, SCHEMA, Bureau
from tests.cluster import Cluster, Rows, until, waiting
from tests.examples import key, store_file
from tests.serving import serving

BUREAU, EVALUATOR = "county-judicial", "evaluator"
COUNTY = str(GlobalID("Region", "410302"))
INSTITUTE = str(GlobalID("Organization", str(organization_id("4103", "RESEARCH_INSTITUTE"))))
COMMISSIONER = str(GlobalID("Organization", str(organization_id("410302", "JUDICIAL_BUREAU"))))
TREE: list[dict[str, Any]] = [
    {"code": "1", "name": "执法程序", "weight": "60"},
    {"code": "1.1", "parentCode": "1", "name": "告知与听证", "weight": "33.30", "basis": "SAMPLED_CASE"},
    {"code": "1.2", "parentCode": "1", "name": "期限", "weight": "66.70", "basis": "SAMPLED_CASE"},
    {"code": "2", "name": "执法公示", "weight": "40", "basis": "SUBJECT"},
]
POLL_TREE: list[dict[str, Any]] = [{"code": "1", "name": "满意度", "weight": "100", "basis": "SUBJECT"}]
# All that is told of a sample, by every way that leads to it.
TOLD = """query($id: ID!) {
    evaluations(first: 50) { nodes { id title } }
    evaluationSubjects(first: 50, filter: { evaluation: $id }) { totalCount }
    sampledCases(first: 20, filter: { evaluation: $id }) { totalCount nodes { ...Of } }
    node(id: $id) { ... on Evaluation { ...On } }
    files(first: 1) { totalCount }
    myTasks(first: 50) { nodes { object { id } actions } } }
fragment On on Evaluation { id title report sampleSeed indicators { code name } history { command changes { after } }
    subjects(first: 20) { nodes { id scores { remark } organization { name } } }
    sample(first: 20) { totalCount nodes { ...Of } } }
fragment Of on SampledCase { id place actType procedure legalReview hearingHeld
    partyPseudonym officerPseudonyms decidedWithin servedWithin penaltyKinds fine
    papers { document evidence } scores { value }
    copies { file { id name downloadUrl } } organization { name }
    originals { case { number partyName facts } } }"""
SAMPLE = """query($id: ID!) { sampledCases(first: 50, filter: { evaluation: $id }, orderBy: { field: PLACE }) {
    nodes { id actType partyPseudonym officerPseudonyms procedure legalReview hearingHeld penaltyKinds
    decidedWithin servedWithin fine withheld organization { id } papers { document }
    originals { case { number field publishedAt filedAt decidedAt servedAt penaltyAmount } } } } }"""


ORIGINAL = """query($id: ID!) { sampledCases(first: 1, filter: { evaluation: $id }, orderBy: { field: PLACE }) {
    nodes { originals { case { number partyName officers { officer { name number } } } } } } }"""


def commission(bureau: Bureau, **given: Any) -> dict[str, Any]:
    """Commission an evaluation of the county's year to the institute, unless something else is given."""
    asked = {
        "title": "案卷第三方评估",
        "kind": "THIRD_PARTY",
        "commissionerId": COMMISSIONER,
        "evaluatorId": INSTITUTE,
        "regionIds": [COUNTY],
        "periodFrom": "2025-01-01",
        "periodTo": "2026-12-31",
        "indicators": TREE,
    }
    return bureau.done("commissionEvaluation", BUREAU, **{**asked, **given})


def scores_of(evaluation: dict[str, Any], seed: int = 1) -> list[dict[str, Any]]:
    """A score for everything that the tree asks for, all drawn from a seed."""
    chance = random.Random(seed)
    return [
        *(
            {"indicatorCode": code, "sampledCaseId": case["id"], "value": str(chance.randint(40, 100))}
            for case in evaluation["sample"]["nodes"]
            for code in ("1.1", "1.2")
        ),
        *(
            {"indicatorCode": "2", "subjectId": subject["id"], "value": f"{chance.randint(40, 99)}.50"}
            for subject in evaluation["subjects"]["nodes"]
        ),
    ]


def store_copy(bureau: Bureau, name: str) -> str:
    """The row of a file of the county's bureau under this name; it has no content."""
    id_, account = key("copy", name), bureau.rows.value("SELECT id FROM account WHERE subject = $1", BUREAU)
    store_file(bureau.rows, id_, ("410302", "JUDICIAL_BUREAU"), account)
    bureau.rows.execute("UPDATE stored_file SET name = $1 WHERE id = $2", name, id_)
    return str(GlobalID("StoredFile", id_))


@pytest.fixture(scope="module")
def bureau(cluster: Cluster, worker_id: str, data_dir: Path) -> Iterator[Bureau]:
    rows = Rows(cluster.create(f"evaluations_{worker_id}"))
    with serving(rows.url, data_dir) as client:
        yield Bureau(client, rows)
    rows.close()


def drawn(bureau: Bureau, seed: str = "一号种子") -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A commissioned evaluation with its sample, and what its bureau sees of the sample."""
    commission(bureau, sampleSeed=seed, periodTo="2099-12-31")
    evaluation = bureau.done("drawEvaluationSample", BUREAU, size=12, perOrganization=3, **on(bureau))
    return evaluation, bureau.client.ask(SAMPLE, {"id": evaluation["id"]}, BUREAU)["sampledCases"]["nodes"]


def make_alike(bureau: Bureau) -> None:
    """All penalties of one organ of the county that have ended come to agree in what a sample shows."""
    bureau.rows.execute(
        """UPDATE enforcement_case SET procedure = 'ORDINARY', legal_review = 'PASSED', hearing_held = false,
               penalty_kinds = '{WARNING}', penalty_amount = NULL, filed_at = registered_at,
               decided_at = registered_at + interval '5 days', served_at = registered_at + interval '7 days'
           WHERE organization_id = $1 AND act_type = 'PENALTY' AND state = ANY($2)""",
        organization_id("410302", "DEPARTMENT", "ECOLOGY"),
        [state.name for state in ENDED_STATES],
    )


def on(bureau: Bureau) -> dict[str, Any]:
    return bureau.on("evaluation")


def secrets_of(bureau: Bureau, evaluation: dict[str, Any]) -> set[str]:
    """Whatever of the sampled cases leads to a person, an enterprise or the case itself."""
    parsed = GlobalID.parse(evaluation["id"])
    assert parsed is not None
    found = bureau.rows.fetch(
        """SELECT c.id, c.number, c.party_name, c.party_credit_code, c.party_address, c.facts, c.decision,
                  c.registered_at::date AS day, c.penalty_amount AS fine,
                  array(SELECT o.name FROM case_officer x JOIN officer o ON o.id = x.officer_id WHERE x.case_id = c.id)
                  || array(SELECT o.number FROM case_officer x JOIN officer o ON o.id = x.officer_id
                           WHERE x.case_id = c.id) AS officers
           FROM sampled_case s JOIN sampled_original r ON r.sampled_case_id = s.id
           JOIN enforcement_case c ON c.id = r.case_id WHERE s.evaluation_id = $1::uuid""",
        parsed.key,
    )
    values = {str(value) for row in found for name, value in row.items() if value and name not in ("officers", "fine")}
    exact = {str(row["fine"]) for row in found if row["fine"] and len(str(row["fine"]).rstrip("0.")) > 2}
    ids = {str(GlobalID("EnforcementCase", str(row["id"]))) for row in found}
    return values | exact | ids | {each for row in found for each in row["officers"]}


def test_an_evaluator_sees_as_long_as_the_commission_runs(bureau: Bureau) -> None:
    evaluation, _ = drawn(bureau)
    variables, secret = {"id": evaluation["id"]}, secrets_of(bureau, evaluation)

    def told() -> str:
        return json.dumps(bureau.client.ask(TOLD, variables, EVALUATOR), ensure_ascii=False)

    first = told()
    assert evaluation["id"] in first and all(case["id"] in first for case in evaluation["sample"]["nodes"])
    assert len(secret) > 20 and [value for value in secret if value in first] == []
    assert json.loads(first)["files"]["totalCount"] == 0
    # With the seed the published cases among those drawn could be computed.
    assert "一号种子" not in first
    # Nothing can be asked of a sample but what is shown of it.
    asked: Any = SCHEMA.type_map["SampledCaseFilter"]
    assert set(asked.fields) == {"evaluation", "organization", "actType"}
    case, copied = evaluation["sample"]["nodes"][0], store_copy(bureau, "案卷一（脱敏）.pdf")
    bureau.done("addSampledCopy", BUREAU, sampledCaseId=case["id"], fileId=copied, **on(bureau))
    assert json.loads(told())["files"]["totalCount"] == 1 and copied in told()
    # Those who see the narrative find the case again, which shows that there was something to find.
    shown = json.dumps(bureau.client.ask(TOLD, variables, BUREAU), ensure_ascii=False)
    assert sum(value in shown for value in secret) > 10
    bureau.done("suspendCommission", BUREAU, reason="评估人员变更", **on(bureau))
    why = """query($id: ID!) { node(id: $id) { ... on Evaluation {
        suspensionReason history { changes { before after } } } } }"""
    assert bureau.client.ask(why, variables, BUREAU)["node"]["suspensionReason"] == "评估人员变更"
    until(lambda: evaluation["id"] not in told())
    nothing = bureau.client.ask(TOLD, variables, EVALUATOR)
    assert nothing["node"] is None
    assert nothing["files"]["totalCount"] == 0 and copied not in json.dumps(nothing)
    assert nothing["sampledCases"]["totalCount"] == nothing["evaluationSubjects"]["totalCount"] == 0
    assert not any(case["id"] in json.dumps(nothing) for case in evaluation["sample"]["nodes"])
    scores = scores_of(evaluation)
    assert bureau.refused("scoreEvaluation", EVALUATOR, scores=scores, **on(bureau)) == "NOT_FOUND"
    bureau.objects["evaluation"] = bureau.done("resumeCommission", BUREAU, **on(bureau))
    until(lambda: evaluation["id"] in told())
    assert pseudonyms(json.loads(told())) == pseudonyms(json.loads(first))
    # Why it was suspended is not for whom it was suspended, though the history says that it was.
    for reader, times in ((BUREAU, 2), (EVALUATOR, 0)):
        assert str(bureau.client.ask(why, variables, reader)).count("评估人员变更") == times
    assert "suspend_commission" in told()
    bureau.done("scoreEvaluation", EVALUATOR, scores=scores, **on(bureau))
    bureau.done("submitEvaluation", EVALUATOR, report="报告", **on(bureau))
    assert evaluation["id"] in told()
    bureau.done("adoptEvaluation", BUREAU, **on(bureau))
    until(lambda: evaluation["id"] not in told())
    bureau.done("publishEvaluation", BUREAU, **on(bureau))
    document = (
        "query($id: ID!) { node(id: $id) { ... on Evaluation { report sample { totalCount } history { command } } } }"
    )
    public = {"report": "报告", "sample": {"totalCount": 0}, "history": []}
    for persona in (EVALUATOR, None, "county-judicial-2"):
        assert bureau.client.ask(document, variables, persona)["node"] == public


def pseudonyms(answer: dict[str, Any]) -> dict[str, str]:
    return {case["id"]: case["partyPseudonym"] for case in answer["sampledCases"]["nodes"]}


def test_a_seed_draws_the_same_cases_and_a_person_keeps_one_name_in_one_commission(bureau: Bureau) -> None:
    # Two of the cases that are drawn are against one person, and two were handled by the same officers.
    make_alike(bureau)

    def drawn(bureau: Bureau, seed: str = "一号种子") -> tuple[dict[str, Any], list[dict[str, Any]]]:
        commission(bureau, sampleSeed=seed, periodTo="2099-12-31", fields=["ECOLOGY"])
        evaluation = bureau.done("drawEvaluationSample", BUREAU, size=40, **on(bureau))
        return evaluation, bureau.client.ask(SAMPLE, {"id": evaluation["id"]}, BUREAU)["sampledCases"]["nodes"]

    _, found = drawn(bureau)
    assert len(found) > 5
    numbers = [case["originals"][0]["case"]["number"] for case in found]
    bureau.rows.execute(
        """UPDATE enforcement_case c SET (party_kind, party_name, party_id_number, party_id_number_index) =
               (SELECT 'PERSON', '王示', party_id_number, party_id_number_index FROM enforcement_case
                WHERE party_id_number_index IS NOT NULL LIMIT 1)
           WHERE number = ANY($1)""",
        numbers[:2],
    )
    # Of enterprises two cases are not known to be of one.
    bureau.rows.execute(
        "UPDATE enforcement_case SET party_kind = 'ENTERPRISE', party_credit_code = $1 WHERE number = ANY($2)",
        CREDIT_CODE,
        numbers[2:4],
    )
    samples = [drawn(bureau) for _ in range(2)]
    for evaluation, sample in samples:
        assert evaluation["sampleSeed"] == "一号种子"
        assert [case["originals"][0]["case"]["number"] for case in sample] == numbers
        names = [case["partyPseudonym"] for case in sample]
        assert names[0] == names[1] and names[0] not in names[2:]
        assert names[2] not in [*names[:2], *names[3:]]
        officers = [name for case in sample for name in case["officerPseudonyms"]]
        assert len(officers) > len(set(officers)) > 0
    one, other = (
        {name for case in sample for name in (case["partyPseudonym"], *case["officerPseudonyms"])}
        for _, sample in samples
    )
    assert one.isdisjoint(other)
    _, another = drawn(bureau, "二号种子")
    assert [case["originals"][0]["case"]["number"] for case in another] != numbers


def test_what_a_sample_tells_is_told_of_many_cases(bureau: Bureau) -> None:
    def day(at: str) -> date:
        return datetime.fromisoformat(at).date()

    _, sample = drawn(bureau)
    told = [(case, case["originals"][0]["case"]) for case in sample]
    served = [(case, original) for case, original in told if original["servedAt"]]
    assert served and any(original["penaltyAmount"] for _, original in told)
    for case, original in served:
        band = duration_band((day(original["decidedAt"]) - day(original["filedAt"])).days)
        assert band is not None
        assert case["decidedWithin"] == (None if "DECIDED_WITHIN" in case["withheld"] else band.name)
        band = duration_band((day(original["servedAt"]) - day(original["decidedAt"])).days)
        assert band is not None
        assert case["servedWithin"] == (None if "SERVED_WITHIN" in case["withheld"] else band.name)
    for case, original in told:
        fine = fine_band(None if original["penaltyAmount"] is None else Decimal(original["penaltyAmount"]))
        assert case["fine"] == (None if "FINE" in case["withheld"] else fine and fine.name)
    commission(bureau)
    seeds = [bureau.done("drawEvaluationSample", BUREAU, size=1, **on(bureau))["sampleSeed"]]
    commission(bureau)
    seeds.append(bureau.done("drawEvaluationSample", BUREAU, size=1, **on(bureau))["sampleSeed"])
    # By chance, and not to be tried.
    assert len({*seeds}) == 2 and all(len(bytes.fromhex(seed)) == 16 for seed in seeds)


def test_no_case_is_found_by_what_its_sample_shows(bureau: Bureau) -> None:
    """As an evaluator would try it, who reads what is published and knows how facts are withheld."""
    make_alike(bureau)
    # Every file holds a paper that tells of a hearing.
    file, account = key("copy", "hearing"), bureau.rows.value("SELECT id FROM account WHERE subject = $1", BUREAU)
    store_file(bureau.rows, file, ("410302", "JUDICIAL_BUREAU"), account)
    bureau.rows.execute(
        """INSERT INTO case_document (id, case_id, kind, name, issued_on, file_id)
           SELECT gen_random_uuid(), id, 'HEARING_RECORD', '听证笔录', '2026-01-05', $1
           FROM enforcement_case WHERE region_code LIKE '410302%' AND state = ANY($2)""",
        file,
        [state.name for state in ENDED_STATES],
    )
    fields = ["ECOLOGY", "MARKET_REGULATION", "TAX"]
    commission(bureau, periodTo="2099-12-31", fields=fields, sampleSeed="一号种子")
    evaluation = bureau.done("drawEvaluationSample", BUREAU, size=50, **on(bureau))
    sample = bureau.client.ask(SAMPLE, {"id": evaluation["id"]}, BUREAU)["sampledCases"]["nodes"]
    ended = bureau.rows.fetch(
        """SELECT organization_id, field, act_type, procedure, legal_review, hearing_held, penalty_kinds,
                  penalty_amount,
                  (coalesce(filed_at, registered_at) AT TIME ZONE 'Asia/Shanghai')::date AS filed,
                  (decided_at AT TIME ZONE 'Asia/Shanghai')::date AS decided,
                  (served_at AT TIME ZONE 'Asia/Shanghai')::date AS served
           FROM enforcement_case WHERE state = ANY($1)
             AND (coalesce(closed_at, decided_at, registered_at) AT TIME ZONE 'Asia/Shanghai')::date >= '2025-01-01'""",
        [state.name for state in ENDED_STATES],
    )
    samples_of: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in ended:
        samples_of[str(row["organization_id"]), row["field"], row["act_type"]].append(facts_of(row))
    for case in sample:
        organ = GlobalID.parse(case["organization"]["id"])
        assert organ is not None
        alike = samples_of[organ.key, case["originals"][0]["case"]["field"], case["actType"]]
        shown = {
            name: sorted(case[key]) if name == "PENALTY_KINDS" else case[key]
            for name, key in SHOWN_AS.items()
            if name not in case["withheld"]
        }
        assert all(case[SHOWN_AS[name]] in (None, []) for name in case["withheld"])
        assert sum(shown.items() <= facts.items() for facts in alike) >= min(5, len(alike))
        # What is withheld follows from what is shown before it, so that it tells no more.
        for place, name in enumerate(SHOWN_AS):
            known = {each: shown[each] for each in [*SHOWN_AS][:place] if each in shown}
            values = Counter(str(facts[name]) for facts in alike if known.items() <= facts.items())
            assert (name in case["withheld"]) == (min(values.values()) < 5)
        # With a fact goes what tells it.
        assert (case["papers"] == []) == (case["withheld"] != [])
        assert (case["officerPseudonyms"] == []) == ("PROCEDURE" in case["withheld"])
    assert any(case["withheld"] for case in sample) and not all(case["withheld"] for case in sample)


SHOWN_AS = {
    "PROCEDURE": "procedure",
    "LEGAL_REVIEW": "legalReview",
    "HEARING_HELD": "hearingHeld",
    "PENALTY_KINDS": "penaltyKinds",
    "DECIDED_WITHIN": "decidedWithin",
    "FINE": "fine",
    "SERVED_WITHIN": "servedWithin",
}
assert [*SHOWN_AS] == [*SampledFact.__members__]


def facts_of(row: Any) -> dict[str, Any]:
    """What a sample of this case would show if nothing were withheld."""

    def band(since: date | None, until: date | None) -> str | None:
        found = duration_band((until - since).days) if since and until else None
        return found and found.name

    fine = fine_band(row["penalty_amount"])
    return {
        "PROCEDURE": row["procedure"],
        "LEGAL_REVIEW": row["legal_review"],
        "HEARING_HELD": row["hearing_held"],
        "PENALTY_KINDS": sorted(row["penalty_kinds"]),
        "DECIDED_WITHIN": band(row["filed"], row["decided"]),
        "FINE": fine and fine.name,
        "SERVED_WITHIN": band(row["decided"], row["served"]),
    }


@pytest.mark.parametrize(
    ("band", "value"),
    [
        (DurationBand.UP_TO_7_DAYS, 7),
        (DurationBand.UP_TO_30_DAYS, 8),
        (DurationBand.UP_TO_90_DAYS, 90),
        (DurationBand.LONGER, 91),
        (FineBand.UP_TO_1000, Decimal(1000)),
        (FineBand.UP_TO_10000, Decimal("1000.01")),
        (FineBand.HIGHER, Decimal("100000.01")),
        (None, Decimal(0)),
        (None, None),
    ],
)
def test_bands(band: DurationBand | FineBand | None, value: Any) -> None:
    assert (duration_band(value) if isinstance(value, int) else fine_band(value)) is band


def test_a_copy_that_tells_whose_it_is_is_no_copy(bureau: Bureau) -> None:
    evaluation, sample = drawn(bureau)
    case = {"sampledCaseId": sample[0]["id"]}
    original = bureau.client.ask(ORIGINAL, {"id": evaluation["id"]}, BUREAU)["sampledCases"]["nodes"][0]["originals"][0]
    officers = [each["officer"] for each in original["case"]["officers"]]
    assert officers
    for word in (original["case"]["number"], original["case"]["partyName"], officers[0]["name"], officers[0]["number"]):
        named = store_copy(bureau, f"案卷 {word}.pdf".replace("/", ""))
        assert bureau.refused("addSampledCopy", BUREAU, fileId=named, **case, **on(bureau)) == "COPY_NAMES_SOMEONE"
    file, evidence, elsewhere = (store_copy(bureau, f"{name}.pdf") for name in ("甲", "证据", "外地"))
    for region, name in (("410302", "证据"), ("410303", "外地")):
        bureau.rows.execute(
            "INSERT INTO evidence (id, case_id, kind, name, collected_on, file_id)"
            " SELECT $1, id, 'DOCUMENTARY', 'x', '2026-01-05', $2 FROM enforcement_case WHERE region_code = $3 LIMIT 1",
            key("evidence", name),
            key("copy", f"{name}.pdf"),
            region,
        )
    assert bureau.refused("addSampledCopy", BUREAU, fileId=evidence, **case, **on(bureau)) == "COPY_IS_ORIGINAL"
    # What has the content of a case's file is an original under whatever name.
    again = store_copy(bureau, "乙.pdf")
    bureau.rows.execute("UPDATE stored_file SET sha256 = sha256('x') WHERE name IN ('证据.pdf', '乙.pdf')")
    assert bureau.refused("addSampledCopy", BUREAU, fileId=again, **case, **on(bureau)) == "COPY_IS_ORIGINAL"
    # What another county's cases hold is not told.
    bureau.rows.execute("UPDATE stored_file SET sha256 = sha256('y') WHERE name = '外地.pdf'")
    bureau.done("addSampledCopy", BUREAU, fileId=elsewhere, **case, **on(bureau))
    bureau.done("addSampledCopy", BUREAU, fileId=file, **case, **on(bureau))
    assert bureau.refused("addSampledCopy", BUREAU, fileId=file, **case, **on(bureau)) == "INVALID_VALUE"


def test_totals_and_ranks_are_what_the_tree_says(bureau: Bureau) -> None:
    fields = ["MARKET_REGULATION", "URBAN_MANAGEMENT", "ECOLOGY", "TAX"]
    commission(bureau, periodTo="2099-12-31", fields=fields, sampleSeed="一号种子")
    evaluation = bureau.done("drawEvaluationSample", BUREAU, size=60, **on(bureau))
    scores = scores_of(evaluation)
    scored = bureau.done("scoreEvaluation", EVALUATOR, scores=scores[1:], **on(bureau))
    assert scored["availableActions"] == ["SCORE"]
    payload = bureau.run("submitEvaluation", EVALUATOR, report="报告", **on(bureau))
    assert [error["code"] for error in payload["userErrors"]] == ["SCORES_MISSING"]
    # What was scored before is replaced.
    again = [{**scores[1], "value": "0"}, *scores[:2]]
    scored = bureau.done("scoreEvaluation", EVALUATOR, scores=again, **on(bureau))
    assert scored["availableActions"] == ["SCORE", "SUBMIT_EVALUATION"]
    subjects = bureau.done("submitEvaluation", EVALUATOR, report="报告", **on(bureau))["subjects"]["nodes"]
    found = bureau.client.ask(
        "query($id: ID!) { sampledCases(first: 60, filter: { evaluation: $id }) { nodes { id subject { id } } } }",
        {"id": evaluation["id"]},
        BUREAU,
    )
    of_case = {case["id"]: case["subject"]["id"] for case in found["sampledCases"]["nodes"]}
    for subject in subjects:
        mine = [
            each for each in scores if subject["id"] in (each.get("subjectId"), of_case.get(each.get("sampledCaseId")))
        ]
        means = {}
        for code in ("1.1", "1.2", "2"):
            values = [float(each["value"]) for each in mine if each["indicatorCode"] == code]
            means[code] = sum(values) / len(values)
        by_hand = 0.6 * (0.333 * means["1.1"] + 0.667 * means["1.2"]) + 0.4 * means["2"]
        assert float(subject["total"]) == pytest.approx(by_hand, abs=0.0051)
    # Of fewer than five cases an organ is not ranked, and comes last.
    ranked = [subject for subject in subjects if subject["sampled"] >= 5]
    assert 2 < len(ranked) < len(subjects) and ranked == subjects[: len(ranked)]
    for subject in subjects:
        better = sum(float(other["total"]) > float(subject["total"]) for other in ranked)
        assert subject["rank"] == (better + 1 if subject in ranked else None)
    assert [subject["rank"] for subject in ranked] == sorted(subject["rank"] for subject in ranked)


def test_what_is_published_tells_of_no_single_case(bureau: Bureau) -> None:
    commission(bureau, periodTo="2099-12-31", fields=["MARKET_REGULATION"], sampleSeed="一号种子")
    evaluation = bureau.done("drawEvaluationSample", BUREAU, size=20, **on(bureau))
    bureau.done("scoreEvaluation", EVALUATOR, scores=scores_of(evaluation), **on(bureau))
    bureau.done("submitEvaluation", EVALUATOR, report="报告", **on(bureau))
    bureau.done("adoptEvaluation", BUREAU, **on(bureau))
    bureau.done("publishEvaluation", BUREAU, **on(bureau))
    document = """query($id: ID!) { node(id: $id) { ... on Evaluation { sampled } }
        evaluationSubjects(first: 50, filter: { evaluation: $id }) { totalCount nodes { id sampled total } } }"""
    asked = {"id": evaluation["id"]}
    whole = bureau.client.ask(document, asked, BUREAU)
    subjects = {each["id"]: each for each in whole["evaluationSubjects"]["nodes"]}
    assert whole["node"]["sampled"] == sum(each["sampled"] for each in subjects.values())
    of_many = {key for key, each in subjects.items() if each["sampled"] >= 5}
    assert of_many and of_many < subjects.keys(), subjects
    for persona in (EVALUATOR, None, "county-judicial-2"):
        public = bureau.client.ask(document, asked, persona)
        seen = public["evaluationSubjects"]
        assert {each["id"] for each in seen["nodes"]} == of_many
        assert seen["totalCount"] == len(of_many)
        # What was drawn in all would tell by subtraction of those with few.
        assert public["node"] == {"sampled": None}


def polled(bureau: Bureau) -> dict[str, Any]:
    submit_poll(bureau)
    return bureau.done("adoptEvaluation", BUREAU, **on(bureau))


def submit_poll(bureau: Bureau) -> None:
    """A poll of three fields that was adopted."""
    fields = ["HEALTH", "TRANSPORT", "TAX"]
    commission(bureau, kind="POLL", evaluatorId=INSTITUTE, fields=fields, indicators=POLL_TREE)
    evaluation = bureau.done("drawEvaluationSample", BUREAU, **on(bureau))
    values = {"HEALTH": "80", "TRANSPORT": "39.99", "TAX": "59.99"}
    scores = [
        {"indicatorCode": "1", "subjectId": each["id"], "value": values[each["field"]]}
        for each in evaluation["subjects"]["nodes"]
    ]
    bureau.done("scoreEvaluation", EVALUATOR, scores=scores, **on(bureau))
    submitted = bureau.done("submitEvaluation", EVALUATOR, report="公众投票结果", **on(bureau))
    assert submitted["worstField"] is None
    ranked = [(each["field"], each["rank"], each["band"]) for each in submitted["subjects"]["nodes"]]
    assert ranked == [("HEALTH", 1, "SATISFIED"), ("TAX", 2, "DISSATISFIED"), ("TRANSPORT", 3, "VERY_DISSATISFIED")]


def test_a_poll_that_is_adopted_drafts_a_special_supervision_of_the_worst_field(bureau: Bureau) -> None:
    adopted = polled(bureau)
    assert adopted["worstField"] == "TRANSPORT"
    matter = adopted["matter"]
    assert (matter.pop("id"), matter.pop("subject")) != (None, "")
    assert matter == {
        **{"mode": "SPECIAL", "origin": "POLL", "content": "CONDUCT_QUALITY", "state": "REGISTERED"},
        **{"organization": {"name": "洛阳市老城区交通运输局"}, "body": {"name": "洛阳市老城区司法局"}},
    }
    # While that goes on, the next poll names the field and opens no second matter of the like.
    again = polled(bureau)
    assert (again["worstField"], again["matter"]) == ("TRANSPORT", None)
    # No case was drawn for the fields of a poll: all of them are published.
    bureau.done("publishEvaluation", BUREAU, **on(bureau))
    fields = "query($id: ID!) { evaluationSubjects(filter: { evaluation: $id }) { totalCount } }"
    assert bureau.client.ask(fields, {"id": again["id"]})["evaluationSubjects"]["totalCount"] == 3


def test_an_adoption_that_another_forestalls_is_refused_and_then_done(bureau: Bureau) -> None:
    organ = organization_id("410302", "DEPARTMENT", "TRANSPORT")
    bureau.rows.execute("UPDATE supervision_matter SET state = 'TERMINATED' WHERE organization_id = $1", organ)
    submit_poll(bureau)
    asked = on(bureau)
    # Another body opens a matter of the like, which nobody sees before it commits.
    bureau.rows.execute("BEGIN")
    bureau.rows.execute(
        """INSERT INTO supervision_matter (id, number, state, mode, content, origin, power, subject, body_id,
               body_region_code, organization_id, unit_id, region_code, is_appealed, is_referred, registered_at,
               version, updated_at)
           SELECT gen_random_uuid(), 'another', 'REGISTERED', mode, 'CONDUCT_QUALITY', origin, power, subject, body_id,
               body_region_code, $1, $1, region_code, is_appealed, is_referred, registered_at, version, updated_at
           FROM supervision_matter LIMIT 1""",
        organ,
    )
    watcher = Rows(bureau.rows.url)
    with ThreadPoolExecutor(1) as pool:
        adopted = pool.submit(bureau.refused, "adoptEvaluation", BUREAU, **asked)
        until(lambda: waiting(watcher) == 1)
        bureau.rows.execute("COMMIT")
        assert adopted.result() == "ALREADY_EXISTS"
    watcher.close()
    again = bureau.done("adoptEvaluation", BUREAU, **asked)
    assert (again["state"], again["worstField"], again["matter"]) == ("ADOPTED", "TRANSPORT", None)


def test_a_poll_rests_on_the_votes_of_an_open_poll_that_is_closed(bureau: Bureau) -> None:
    body = str(GlobalID("Organization", str(organization_id("4103", "JUDICIAL_BUREAU"))))
    asked: dict[str, Any] = {
        "commissionerId": body,
        "regionIds": [str(GlobalID("Region", "4103"))],
        "evaluatorId": INSTITUTE,
    }
    asked |= {"title": "评选", "kind": "POLL", "indicators": POLL_TREE}
    asked |= {"periodFrom": "2025-01-01", "periodTo": "2025-12-31"}
    polls = {
        row["state"]: row["id"]
        for row in bureau.rows.fetch(
            "SELECT id, state FROM questionnaire WHERE purpose = 'POLL' AND region_code = '4103'"
        )
    }
    of_open, of_closed = (
        {**asked, "questionnaireId": str(GlobalID("Questionnaire", str(polls[state])))}
        for state in ("PUBLISHED", "CLOSED")
    )
    bureau.done("commissionEvaluation", "city-judicial", **of_open)
    assert bureau.refused("drawEvaluationSample", "city-judicial", **on(bureau)) == "POLL_NOT_CLOSED"
    bureau.done("commissionEvaluation", "city-judicial", **of_closed)
    subjects = bureau.done("drawEvaluationSample", "city-judicial", **on(bureau))["subjects"]["nodes"]
    results = "SELECT field FROM questionnaire_result WHERE questionnaire_id = $1 ORDER BY option"
    voted = [row["field"] for row in bureau.rows.fetch(results, polls["CLOSED"])]
    assert [each["field"] for each in subjects] == voted != []
    # What is no poll rests on none, and a county's bureau takes none of the city's.
    no_poll = {**of_closed, "kind": "THIRD_PARTY", "indicators": TREE}
    assert bureau.refused("commissionEvaluation", "city-judicial", **no_poll) == "INVALID_VALUE"
    elsewhere = {**of_closed, "commissionerId": COMMISSIONER, "regionIds": [COUNTY]}
    assert bureau.refused("commissionEvaluation", BUREAU, **elsewhere) == "INVALID_VALUE"


@pytest.mark.parametrize(
    ("code", "field", "given"),
    [
        ("NO_EVALUATOR", "evaluatorId", {"evaluatorId": MARKET}),
        ("OUTSIDE_OF_AREA", "regionIds.0", {"regionIds": [str(GlobalID("Region", "410303"))]}),
        ("INVALID_VALUE", "regionIds", {"regionIds": []}),
        ("INVALID_VALUE", "periodTo", {"periodTo": "2024-12-31"}),
        ("WEIGHTS_NOT_WHOLE", "indicators", {"indicators": [*TREE[:3], {**TREE[3], "weight": "39.99"}]}),
        ("INVALID_VALUE", "indicators", {"indicators": POLL_TREE}),
        # A seed that is chosen when the cases are known would choose among samples.
        ("INVALID_VALUE", "sampleSeed", {"sampleSeed": "一号种子", "periodTo": "2026-01-31"}),
        ("INVALID_VALUE", "sampleSeed", {"sampleSeed": " "}),
        ("INVALID_VALUE", "indicators.3.code", {"indicators": [*TREE[:3], {**TREE[3], "code": "1"}]}),
        ("INVALID_VALUE", "indicators.0.parentCode", {"indicators": TREE[1:]}),
        ("INVALID_VALUE", "indicators.0.basis", {"indicators": [{**TREE[0], "basis": "SUBJECT"}, *TREE[1:]]}),
        ("INVALID_VALUE", "indicators.3.weight", {"indicators": [*TREE[:3], {**TREE[3], "weight": "100.01"}]}),
    ],
)
def test_what_cannot_be_commissioned(code: str, field: str, given: dict[str, Any], bureau: Bureau) -> None:
    before = bureau.rows.digest(["evaluation", "evaluation_indicator"])
    payload = bureau.run(
        "commissionEvaluation",
        BUREAU,
        **{
            **{"title": "x", "kind": "THIRD_PARTY", "commissionerId": COMMISSIONER, "evaluatorId": INSTITUTE},
            **{"regionIds": [COUNTY], "periodFrom": "2025-01-01", "periodTo": "2026-12-31", "indicators": TREE},
            **given,
        },
    )
    assert [(error["code"], error["field"]) for error in payload["userErrors"]] == [(code, field)]
    assert bureau.rows.digest(["evaluation", "evaluation_indicator"]) == before


def test_what_cannot_be_drawn_or_scored(bureau: Bureau) -> None:
    def why(name: str, persona: str, **given: Any) -> tuple[str, str | None]:
        (error,) = bureau.run(name, persona, **given, **on(bureau))["userErrors"]
        return error["code"], error["field"]

    other, _ = drawn(bureau)
    commission(bureau, periodFrom="2020-01-01", periodTo="2020-12-31")
    for size in ({}, {"size": 0}, {"size": 1001}):
        assert why("drawEvaluationSample", BUREAU, **size) == ("INVALID_VALUE", "size")
    assert why("drawEvaluationSample", BUREAU, size=1, perOrganization=0) == ("INVALID_VALUE", "perOrganization")
    assert why("drawEvaluationSample", BUREAU, size=1) == ("SAMPLE_EMPTY", None)
    evaluation, _ = drawn(bureau)
    good = scores_of(evaluation)
    of_case, of_subject = good[0], good[-1]
    foreign = {"sampledCaseId": other["sample"]["nodes"][0]["id"]}
    for field, score in (
        ("value", {**of_case, "value": "100.01"}),
        ("indicatorCode", {**of_case, "indicatorCode": "1"}),
        ("indicatorCode", {**of_case, "indicatorCode": "9"}),
        ("subjectId", {**of_case, "indicatorCode": "2"}),
        ("sampledCaseId", {**of_subject, "indicatorCode": "1.1"}),
        ("sampledCaseId", {**of_case, "subjectId": of_subject["subjectId"]}),
    ):
        assert why("scoreEvaluation", EVALUATOR, scores=[score]) == ("INVALID_VALUE", f"scores.0.{field}")
    told = why("scoreEvaluation", EVALUATOR, scores=[of_subject, {**of_case, **foreign}])
    assert told == ("NOT_FOUND", "scores.1.sampledCaseId")
    assert why("scoreEvaluation", EVALUATOR, scores=[]) == ("INVALID_VALUE", "scores")
    assert why("scoreEvaluation", BUREAU, scores=good) == ("FORBIDDEN", None)
    assert (
        bureau.rows.value(
            "SELECT count(*) FROM evaluation_score s JOIN evaluation e ON e.id = s.evaluation_id "
            "WHERE e.state = 'SAMPLING'"
        )
        == 0
    )


def test_the_arithmetic_of_totals() -> None:
    tree = [
        SimpleNamespace(code=code, parent_code=parent, weight=Decimal(weight))
        for code, parent, weight in (("a", None, "50"), ("b", None, "50"), ("a1", "a", "33.33"), ("a2", "a", "66.67"))
    ]
    assert uneven_levels(tree) == {} and uneven_levels(tree[1:]) == {"": Decimal(50)}
    share = shares(tree)
    assert set(share) == {"b", "a1", "a2"} and sum(share.values()) == 1
    thirds = [Decimal(value) for value in (100, 100, 0)]
    scores = {"a1": thirds, "a2": thirds, "b": [Decimal("33.33")]}
    assert total(share, scores) == Decimal("50.00")
    # A half is rounded up, and no sum on the way is.
    assert total({"x": share["b"] * 2}, {"x": [Decimal("59.99"), Decimal("60.00")]}) == Decimal("60.00")
    totals = {key: Decimal(value) for key, value in (("p", 90), ("q", 80), ("r", 80), ("s", 70))}
    assert ranks(totals) == {"p": 1, "q": 2, "r": 2, "s": 4}
