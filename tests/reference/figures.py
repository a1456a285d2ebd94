"""Figures of what a person sees, counted by loops."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import UUID

from models import SupervisorCategory
from tests.reference.rows import CHINA, Row, model_named
from tests.reference.sight import Sight

_VISITED = ("DONE", "ISSUE_RAISED", "HANDLED")


class Figures:
    """Figures of what one person sees."""

    def __init__(self, sight: Sight) -> None:
        self._sight, self._rows = sight, sight.rows

    def officer_figures(self, found: list[Row]) -> dict[str, Any]:
        today = datetime.now(CHINA).date()
        officers = [each for each in found if each["left_on"] is None or each["left_on"] > today]
        certificates = model_named("Certificate")
        held = {
            (each["officer_id"], each["kind"])
            for each in self._sight.visible(certificates, self._rows.all(certificates))
            if each["state"] == "VALID" and each["valid_from"] <= today <= each["valid_to"]
        }
        certified = sum(any(officer["id"] == holder for holder, _ in held) for officer in officers)
        reviewers = sum(officer["is_legal_reviewer"] for officer in officers)

        def percent(part: int) -> float | None:
            if not officers:
                return None
            return float((Decimal(100 * part) / len(officers)).quantize(Decimal("0.1"), ROUND_HALF_UP))

        return {
            "officers": len(officers),
            "certified": certified,
            "certifiedPercent": percent(certified),
            "supervisors": sum((officer["id"], "SUPERVISION") in held for officer in officers),
            "legalReviewers": reviewers,
            "legalReviewerPercent": percent(reviewers),
            "legalReviewersLacking": max(-(-len(officers) * 5 // 100) - reviewers, 0),
        }

    def revisit_coverage(self, organ: Row, since: date, until: date) -> list[dict[str, Any]]:
        cases, revisits = model_named("EnforcementCase"), model_named("CaseRevisit")
        closed = [
            case
            for case in self._sight.visible(cases, self._rows.where(cases, "organization_id", organ["id"]))
            if self._sight.entrusted(case)
            and case["closed_at"] is not None
            and since <= case["closed_at"].astimezone(CHINA).date() <= until
        ]
        found = []
        for procedure in ("ORDINARY", "SIMPLE"):
            some = [case for case in closed if case["procedure"] == procedure]
            of_cases = [
                self._sight.visible(revisits, self._rows.where(revisits, "case_id", case["id"])) for case in some
            ]
            of = [sorted(each, key=_measured_first)[0] for each in of_cases if each]
            visited = [each for each in of if each["state"] in _VISITED]
            policies = [
                policy
                for policy in self._rows.all(model_named("RevisitPolicy"))
                if organ["region_code"].startswith(policy["region_code"])
                and policy["procedure"] == procedure
                and policy["valid_from"] <= until <= (policy["valid_to"] or date.max)
            ]
            nearest = max(policies, key=lambda each: (len(each["region_code"]), each["valid_from"]), default=None)
            ratio = nearest["ratio"] if nearest else None
            if some:
                counts = {"closed": len(some), "sampled": len(of), "visited": len(visited)}
                counts["unreachable"] = sum(each["state"] == "UNREACHABLE" for each in of)
                counts["satisfied"] = sum(each["satisfaction"] >= 4 for each in visited)
                counts["coverage"] = 100 * len(visited) // len(some)
                is_met = ratio is not None and 100 * len(visited) >= ratio * len(some)
                found.append({"procedure": procedure, **counts, "ratio": ratio, "isMet": is_met})
        return found

    def inspection_frequency(self, credit_code: str, year: int) -> list[dict[str, Any]]:
        cases = model_named("EnforcementCase")
        counts: dict[tuple[str, UUID, str], int] = defaultdict(int)
        for case in self._sight.visible(cases, self._rows.where(cases, "party_credit_code", credit_code)):
            day = (case["decided_at"] or case["registered_at"]).astimezone(CHINA)
            if case["act_type"] == "INSPECTION" and case["state"] != "PLANNED" and day.year == year:
                counts[case["region_code"], case["organization_id"], case["field"]] += 1
        return [
            {
                "organization": next(iter(self._rows.where(model_named("Organization"), "id", organ))),
                "field": field,
                "inspections": count,
                "limit": (most := self._most_inspections(region, field, date(year, 12, 31))),
                "isExceeded": most is not None and count > most,
            }
            for (region, organ, field), count in sorted(counts.items(), key=lambda each: each[0])
        ]

    def supervisor_mix(self, region: str) -> list[dict[str, Any]]:
        model, today = model_named("InvitedSupervisor"), datetime.now(CHINA).date()
        serving = [
            each["category"]
            for each in self._sight.visible(model, self._rows.all(model))
            if each["region_code"].startswith(region)
            and each["state"] in ("APPOINTED", "RENEWED")
            and each["term_to"] >= today
        ]
        targets = {
            each["category"]: each["number"]
            for each in sorted(self._rows.all(model_named("SupervisorTarget")), key=lambda each: each["valid_from"])
            if each["region_code"] == region and each["valid_from"] <= today <= (each["valid_to"] or date.max)
        }
        return [
            {"category": name, "serving": serving.count(name), "target": targets.get(name)}
            for name in SupervisorCategory.__members__
        ]

    def contact_visit_frequency(self, point: Row, year: int) -> dict[str, Any]:
        visits = self._rows.where(model_named("ContactVisit"), "contact_point_id", point["id"])
        count = sum(
            each["visited_on"].year == year for each in self._sight.visible(model_named("ContactVisit"), visits)
        )
        rules = [
            rule
            for rule in self._rows.all(model_named("ContactVisitLimit"))
            if point["region_code"].startswith(rule["region_code"])
            and rule["valid_from"] <= date(year, 12, 31) <= (rule["valid_to"] or date.max)
        ]
        if not rules:
            return {"visits": count, "least": None, "most": None, "standing": "NO_RULE"}
        rule = max(rules, key=lambda each: (len(each["region_code"]), each["valid_from"]))
        standing = "BELOW" if count < rule["least"] else "ABOVE" if count > rule["most"] else "WITHIN"
        return {"visits": count, "least": rule["least"], "most": rule["most"], "standing": standing}

    def _most_inspections(self, region: str, field: str, day: date) -> int | None:
        limits = [
            limit
            for limit in self._rows.all(model_named("InspectionLimit"))
            if region.startswith(limit["region_code"])
            and limit["field"] in (None, field)
            and limit["valid_from"] <= day <= (limit["valid_to"] or date.max)
        ]
        nearest = max(
            limits,
            key=lambda limit: (len(limit["region_code"]), limit["field"] is not None, limit["valid_from"]),
            default=None,
        )
        most: int | None = nearest["most"] if nearest else None
        return most


def _measured_first(revisit: Row) -> tuple[bool, bool]:
    return revisit["state"] not in _VISITED, revisit["assigner_id"] == revisit["organization_id"]
