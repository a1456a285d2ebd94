"""Reviews of case files: which defects make which grade, and whose files a body reviews."""

from __future__ import annotations

from typing import Any

from resolvers.global_id import GlobalID
from seeds.organizations import organization_id
from tests.bureau import OFFICER, Bureau

BUREAU = "county-judicial"
COMMISSIONER = str(GlobalID("Organization", str(organization_id("410302", "JUDICIAL_BUREAU"))))
CASE = """SELECT id FROM enforcement_case WHERE region_code = $1 AND state = ANY($2) AND field = $3
    AND NOT EXISTS (SELECT FROM case_file_review r WHERE r.case_id = enforcement_case.id) ORDER BY id LIMIT 1"""


def case_of(bureau: Bureau, state: str, field: str = "MARKET_REGULATION", region: str = "410302") -> str:
    found = bureau.rows.value(CASE, region, [state], field)
    return str(GlobalID("EnforcementCase", str(found)))


GRADED: list[tuple[list[dict[str, Any]], int, str]] = [
    ([], 100, "EXCELLENT"),
    ([{"kind": "DISCRETION_NOT_REASONED"}], 90, "EXCELLENT"),
    ([{"kind": "DISCRETION_NOT_REASONED"}, {"kind": "DOCUMENT_FLAWED", "points": 1}], 89, "GOOD"),
    ([{"kind": "DISCRETION_NOT_REASONED"}] * 2 + [{"kind": "SERVICE_FLAWED"}], 75, "GOOD"),
    ([{"kind": "DISCRETION_NOT_REASONED"}] * 3, 70, "PASS"),
    ([{"kind": "DISCRETION_NOT_REASONED"}] * 4, 60, "PASS"),
    ([{"kind": "DISCRETION_NOT_REASONED"}] * 4 + [{"kind": "DOCUMENT_FLAWED", "points": 1}], 59, "FAIL"),
    ([{"kind": "HEARING_OMITTED", "points": 1}], 99, "FAIL"),
    ([{"kind": "FACTS_NOT_PROVEN"}] * 3, 0, "FAIL"),
]


def test_defects_make_the_grade(bureau: Bureau) -> None:
    given = {"caseId": case_of(bureau, "CLOSED"), "reviewerId": COMMISSIONER, "opinion": "存在问题"}
    bureau.done("reviewCaseFile", BUREAU, defects=[], **given)
    for defects, score, grade in GRADED:
        review = bureau.done("updateCaseFileReview", BUREAU, defects=defects, **bureau.on("fileReview"))
        assert (review["score"], review["grade"]) == (score, grade)
        assert review["hasFailed"] == any(each["fails"] for each in review["defects"])
        assert [each["kind"] for each in review["defects"]] == [each["kind"] for each in defects]
    kept = bureau.done("updateCaseFileReview", BUREAU, opinion="已核对", **bureau.on("fileReview"))
    assert (kept["score"], len(kept["defects"])) == (0, 3)
    assert bureau.refused("reviewCaseFile", BUREAU, defects=[], **given) == "ALREADY_EXISTS"


def test_whose_files_a_body_reviews(bureau: Bureau) -> None:
    def why(persona: str, reviewer: tuple[str, ...], case: str, **given: Any) -> tuple[str, str | None]:
        body = str(GlobalID("Organization", str(organization_id(*reviewer))))
        asked = {"caseId": case, "reviewerId": body, "defects": [], **given}
        (error,) = bureau.run("reviewCaseFile", persona, **asked)["userErrors"]
        return error["code"], error["field"]

    legal, own = ("410302", "LEGAL_UNIT", "MARKET_REGULATION"), ("410302", "JUDICIAL_BUREAU")
    closed = case_of(bureau, "CLOSED")
    # Published cases are seen by all, and reviewed by few.
    published = bureau.rows.value(
        "SELECT id FROM enforcement_case WHERE is_published AND region_code = '410303' AND state = 'CLOSED' LIMIT 1"
    )
    elsewhere = str(GlobalID("EnforcementCase", str(published)))
    assert why(BUREAU, own, elsewhere) == ("FORBIDDEN", None)
    assert why("county-market-legal", legal, elsewhere) == ("FORBIDDEN", None)
    department = ("410302", "DEPARTMENT", "MARKET_REGULATION")
    assert why("county-market-legal", department, closed) == ("OUTSIDE_OF_AREA", "caseId")
    assert why(BUREAU, own, case_of(bureau, "FILED")) == ("FILE_NOT_COMPLETE", "caseId")
    assert why(BUREAU, legal, closed) == why(OFFICER, own, closed) == ("FORBIDDEN", None)
    excessive = [{"kind": "DOCUMENT_FLAWED", "points": 4}]
    assert why(BUREAU, own, closed, defects=excessive) == ("INVALID_VALUE", "defects.0.points")
    of_unit = str(GlobalID("Organization", str(organization_id(*legal))))
    bureau.done("reviewCaseFile", "county-market-legal", caseId=closed, reviewerId=of_unit, defects=[])
