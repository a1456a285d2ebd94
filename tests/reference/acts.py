"""What a person may do with a row: the machine, what bars an act and what is lacking, and Casbin."""

from __future__ import annotations

from datetime import date, datetime
from types import SimpleNamespace
from uuid import UUID

from models import (
    Action,
    AuditEntry,
    BulletinReport,
    CaseOfficer,
    CaseTransfer,
    Deadline,
    EvaluationIndicator,
    EvaluationScore,
    MatterSupervisor,
    Officer,
    ReviewOutcome,
    ReviewProceeding,
    RoleAssignment,
    TransferAttachment,
    state_machine,
)
from resolvers.declarations import TYPES
from tests.lives import AWAITED_UNDER, BY_TWO_SUPERVISORS, barred, transferor_may
from tests.reference.rows import CHINA, Row, facts_of, model_named
from tests.reference.sight import Sight


class Acts:
    """What one person may do with rows as they stand."""

    def __init__(self, sight: Sight) -> None:
        self._sight, self._rows, self._caller = sight, sight.rows, sight.caller

    def actions(self, row: Row, *, tasks: bool = False) -> list[Action]:
        """What the person may do with a row as it stands, decided by Casbin."""
        model = TYPES[row.type_name].model
        machine = state_machine(model.__name__)
        assert machine is not None
        return [
            action
            for action in machine.actions
            if (transition := machine.move(action, SimpleNamespace(**row))) is not None
            and (not tasks or (transition.is_task and self._is_awaited(row, action)))
            and not self._is_barred(row, action)
            and (tasks or not self._is_lacking(row, action))
            and self._caller.policy.decide(self._caller.principal, model, action, facts_of(model, row)).allowed
        ]

    def _is_awaited(self, row: Row, action: Action) -> bool:
        """Whether what someone waits for only while a deadline runs is under one."""
        awaited = AWAITED_UNDER.get((row.type_name, action.name))
        clocks = self._rows.where(Deadline, "case_id", row["id"]) if awaited else []
        return awaited is None or any(each["event"] in awaited and each["ended_at"] is None for each in clocks)

    def _is_barred(self, row: Row, action: Action) -> bool:
        """Whether something beside its state bars an act on a row: a time, other rows, who would act."""
        match row.type_name, action.name:
            case "CaseRevisit", "RECORD_REVISIT" | "RECORD_UNREACHABLE" | "RAISE_ISSUE":
                return self._has_left(row) or self._handled(row)
            case _, "EXTEND_DEADLINE" | "EXTEND":
                links = {"EnforcementCase": "case_id", "SupervisionMatter": "matter_id", "Clue": "clue_id"}
                links |= {"CaseTransfer": "transfer_id", "CoordinationDispute": "dispute_id", "Linkage": "linkage_id"}
                rules = {each["id"]: each for each in self._rows.all(model_named("DeadlineRule"))}
                clocks = self._rows.where(Deadline, links[row.type_name], row["id"])
                running = [
                    (each, rules[each["rule_id"]])
                    for each in clocks
                    if each["ended_at"] is None and (each["event"] == "SEIZURE") == (action.name == "EXTEND")
                ]
                return not any(
                    each["extensions"] < rule["extensions"]
                    and rule["extension_length"] is not None
                    and each["due_at"] >= (each["suspended_at"] or datetime.now(CHINA))
                    for each, rule in running
                )
            case "EnforcementCase", _:
                return self._is_case_barred(row, action)
            case "CaseTransfer", "APPROVE" | "SEND":
                (case,) = self._rows.where(model_named("EnforcementCase"), "id", row["case_id"])
                is_owner = case["organization_id"] == row["sender_id"]
                return not is_owner or "TRANSFER" not in transferor_may({**case, "is_offered": False})
            case "QuestionnaireInvitation", "FILL_IN":
                supervisors, points = (
                    [
                        each
                        for each in self._rows.where(model_named(name), "account_id", row["account_id"])
                        if each["organization_id"] == row["organization_id"]
                    ]
                    for name in ("InvitedSupervisor", "ContactPoint")
                )
                today = datetime.now(CHINA).date()
                serve = any(
                    each["state"] in ("APPOINTED", "RENEWED") and each["term_from"] <= today <= each["term_to"]
                    for each in supervisors
                )
                to_it = self._rows.where(model_named("QuestionnaireInvitation"), "account_id", row["account_id"])
                of_it = [each["state"] for each in to_it if each["questionnaire_id"] == row["questionnaire_id"]]
                has_left = bool(supervisors) and not serve and all(each["state"] != "DESIGNATED" for each in points)
                return has_left or "ANSWERED" in of_it
            case "Evaluation", "DRAW_SAMPLE":
                polls = self._rows.where(model_named("Questionnaire"), "id", row["questionnaire_id"])
                return any(poll["state"] != "CLOSED" for poll in polls)
            case "CaseTransfer", "NEGOTIATE":
                transfers = {each["id"] for each in self._rows.where(CaseTransfer, "case_id", row["case_id"])}
                is_gone = any(
                    each["transfer_id"] in transfers and each["handed_over_at"] > row["created_at"]
                    for each in self._rows.all(model_named("HandedOverCase"))
                )
                return is_gone or self._is_settled(row)
            case _, "REVISE":
                return self._is_next_drafted(row)
            case "Clue", "RESUME_HANDLING":
                under_review = self._rows.where(ReviewProceeding, "case_id", row["case_id"])
                return any(each["ended_on"] is None for each in under_review)
            case "SpecialExplanationRound" | "AssessmentRound" as name, _:
                made, first = {
                    "SpecialExplanationRound": ("SpecialExplanation", "GENERATED"),
                    "AssessmentRound": ("Assessment", "DRAFT"),
                }[name]
                return all(
                    each["state"] != first for each in self._rows.where(model_named(made), "round_id", row["id"])
                )
            case "SupervisionMatter", "INFORM" | "APPEAL":
                key = row["organization_id" if action is Action.INFORM else "body_id"]
                (organ,) = self._rows.where(model_named("Organization"), "id", key)
                if organ["superior_id"] is None:
                    return True
        return barred(row.type_name, action.name, row) is not None

    def _is_next_drafted(self, row: Row) -> bool:
        """Whether another edition is being drafted; of a duty, whether another is in force."""
        if row.type_name == "ProgressReport":
            return bool(self._rows.where(model_named("ProgressReport"), "predecessor_id", row["id"]))
        editions = self._rows.where(model_named(row.type_name), "code", row["code"])
        others = [each for each in editions if each["organization_id"] == row["organization_id"]]
        is_drafted = any(each["state"] in ("DRAFT", "REVIEWED") for each in others)
        in_force = [each["id"] for each in others if each["state"] == "PUBLISHED" and row.type_name == "DutyItem"]
        return is_drafted or in_force not in ([], [row["id"]])

    def _is_case_barred(self, row: Row, action: Action) -> bool:
        match action.name:
            case "SUSPEND_DEADLINE":
                rules = {each["id"]: each for each in self._rows.all(model_named("DeadlineRule"))}
                clocks = self._rows.where(Deadline, "case_id", row["id"])
                going = [each for each in clocks if each["ended_at"] is None and each["suspended_at"] is None]
                in_time = [each for each in going if each["due_at"] >= datetime.now(CHINA)]
                return not any(rules[each["rule_id"]]["is_suspensible"] for each in in_time)
            case "EXECUTE" if row["act_type"] == "COERCION" and self._is_seizure_over(row):
                return True
            case "TRANSFER":
                of_case = self._rows.where(CaseTransfer, "case_id", row["id"])
                return any(each["state"] in ("DRAFT", "APPROVED", "SENT", "RECEIVED") for each in of_case)
            case "DECIDE" | "NOT_PENALIZE" | "WITHDRAW" | "GRANT" | "REFUSE" | "CONDUCT" | "IMPLEMENT":
                of_case = self._rows.where(CaseTransfer, "case_id", row["id"])
                return any(each["state"] == "APPROVED" for each in of_case) or self._is_coordinated(row)
            case "RESTORE" if any(
                each["ended_on"] is None for each in self._rows.where(ReviewProceeding, "case_id", row["id"])
            ):
                return True
            case "PUBLISH" if self._results(row) - {"UPHELD"}:
                return True
            case "FILE" | "ACCEPT":
                (duty,) = self._rows.where(model_named("DutyItem"), "id", row["duty_item_id"])
                (owner,) = self._rows.where(model_named("Organization"), "id", row["organization_id"])
                if duty["state"] == "REVOKED":
                    return True
                is_own = owner["level"] != "TOWNSHIP" or duty["organization_id"] == owner["id"]
                return not is_own and not self._is_held(duty, {owner["id"], owner["government_id"]})
        facts = {
            "is_annulled": bool(self._results(row) & {"ANNULLED", "LOST"}),
            "is_revocation_annulled": bool(self._results(row, of_revocation=True) & {"ANNULLED", "LOST"}),
            "is_coordinated": self._is_coordinated(row),
        }
        return barred(row.type_name, action.name, {**row, **facts}) is not None

    def _is_coordinated(self, case: Row) -> bool:
        """Whether a dispute over a case was accepted and is not settled."""
        disputes = self._rows.where(model_named("CoordinationDispute"), "case_id", case["id"])
        before = ("NEGOTIATING", "APPLIED", "GOVERNMENT_DECIDED")
        return any(each["ended_at"] is None and each["state"] not in before for each in disputes)

    def _is_settled(self, transfer: Row) -> bool:
        """Whether the case of a transfer is in dispute, or was designated to somebody since."""
        disputes = self._rows.where(model_named("CoordinationDispute"), "case_id", transfer["case_id"])
        return any(
            each["ended_at"] is None
            or (each["designated_id"] is not None and each["ended_at"] > transfer["created_at"])
            for each in disputes
        )

    def _is_seizure_over(self, case: Row) -> bool:
        """Whether the time of a seizure has passed that was neither lifted nor executed."""
        return any(
            each["event"] == "SEIZURE"
            and each["ended_at"] is None
            and each["due_at"] < (each["suspended_at"] or datetime.now(CHINA))
            for each in self._rows.where(Deadline, "case_id", case["id"])
        )

    def _results(self, case: Row, *, of_revocation: bool = False) -> set[str]:
        """What reconsideration and litigation made of a case or of its revocation, each by its last outcome."""
        of_case = self._rows.where(ReviewOutcome, "case_id", case["id"])
        outcomes = [each for each in of_case if each["is_of_revocation"] == of_revocation]
        in_order = sorted(outcomes, key=lambda each: (each["decided_on"], each["id"]))
        found = {
            each["kind"]: "CHANGED" if each["changes_penalty"] else each["result"]
            for each in in_order
            if each["result"] != "WITHDRAWN"
        }
        return set(found.values())

    def _is_assigned(self, transfer: Row) -> bool:
        """Whether the duty of a transfer's case is assigned to its receiver."""
        (case,) = self._rows.where(model_named("EnforcementCase"), "id", transfer["case_id"])
        (duty,) = self._rows.where(model_named("DutyItem"), "id", case["duty_item_id"])
        return self._is_held(duty, {transfer["receiver_id"]})

    def _is_held(self, duty: Row, townships: set[UUID]) -> bool:
        """Whether a duty is assigned to one of these bodies of a township."""
        return any(
            (each["owner_id"], each["duty_code"], each["state"]) == (duty["organization_id"], duty["code"], "ASSIGNED")
            for township in townships
            for each in self._rows.where(model_named("DutyAssignment"), "organization_id", township)
        )

    def _is_lacking(self, row: Row, action: Action) -> bool:
        """Whether something is lacking that another act makes good: people named for it, or scores."""
        match row.type_name, action.name:
            case "EnforcementCase", "FILE" | "INVESTIGATE" | "DECIDE" | "IMPLEMENT" | "CONDUCT":
                needed = 1 if row["procedure"] == "SIMPLE" else 2
                named = self._rows.where(CaseOfficer, "case_id", row["id"])
                by_officers = row["act_type"] in ("PENALTY", "COERCION", "INSPECTION")
                return by_officers and self._certified(named, "ENFORCEMENT") < needed
            case "EnforcementCase", "REQUEST_REVIEW" | "HOLD_HEARING":
                organizations = self._rows.all(model_named("Organization"))
                (owner,) = (each for each in organizations if each["id"] == row["organization_id"])
                has_unit = any(each["department_id"] == owner["id"] for each in organizations)
                if action.name == "HOLD_HEARING" and row["legal_review"] == "AFTER_HEARING":
                    return False
                return row["legal_reviewer_id"] is None and owner["level"] != "TOWNSHIP" and not has_unit
            case "Bulletin", "PUBLISH":
                drawn_on = {each["report_id"] for each in self._rows.where(BulletinReport, "bulletin_id", row["id"])}
                reports = self._rows.all(model_named("ProgressReport"))
                return any(each["id"] in drawn_on and each["state"] == "SUPERSEDED" for each in reports)
            case "EnforcementCase", "CONVERT":
                named = self._rows.where(CaseOfficer, "case_id", row["id"])
                return row["state"] != "CLUE" and self._certified(named, "ENFORCEMENT") < 2
            case "CaseTransfer", "APPROVE" | "SEND" | "ACCEPT":
                attached = self._rows.where(TransferAttachment, "transfer_id", row["id"])
                without_papers = row["kind"] == "CRIMINAL" and action.name != "ACCEPT" and not attached
                return without_papers or (row["kind"] == "DOWNWARD" and not self._is_assigned(row))
            case "SupervisionMatter", name if name in BY_TWO_SUPERVISORS:
                named = self._rows.where(MatterSupervisor, "matter_id", row["id"])
                is_dropped = (name, row["state"]) == ("TERMINATE", "REGISTERED")
                return not is_dropped and self._certified(named, "SUPERVISION") < 2
            case "Evaluation", "SUBMIT_EVALUATION":
                scored = {
                    (each["indicator_code"], each["sampled_case_id"] or each["subject_id"])
                    for each in self._rows.where(EvaluationScore, "evaluation_id", row["id"])
                }
                models = {"SAMPLED_CASE": "SampledCase", "SUBJECT": "EvaluationSubject"}
                return any(
                    (indicator["code"], each["id"]) not in scored
                    for indicator in self._rows.where(EvaluationIndicator, "evaluation_id", row["id"])
                    if indicator["basis"] is not None
                    for each in self._rows.where(model_named(models[indicator["basis"]]), "evaluation_id", row["id"])
                )
        return False

    def _certified(self, named: list[Row], kind: str) -> int:
        """How many of those named are in post and certified today."""
        today = datetime.now(CHINA).date()

        def is_certified(key: UUID) -> bool:
            (officer,) = self._rows.where(Officer, "id", key)
            held = self._rows.where(model_named("Certificate"), "officer_id", key)
            examined_on, left_on = officer["examination_passed_on"], officer["left_on"]
            is_examined = examined_on is not None and examined_on <= today
            return (
                is_examined
                and (left_on is None or left_on > today)
                and any(
                    (each["kind"], each["state"]) == (kind, "VALID") and each["valid_from"] <= today <= each["valid_to"]
                    for each in held
                )
            )

        return sum(is_certified(each["officer_id"]) for each in named)

    def _has_left(self, revisit: Row) -> bool:
        organizations = {each["id"]: each for each in self._rows.all(model_named("Organization"))}

        def units(key: UUID) -> set[UUID]:
            return {key, organizations[key]["department_id"]} - {None}

        home = units(revisit["assigner_id"])
        (visitor,) = self._rows.where(model_named("Account"), "id", revisit["visitor_id"])
        roles = self._rows.where(RoleAssignment, "account_id", visitor["id"])
        today = datetime.now(CHINA).date()
        held = [each for each in roles if each["valid_from"] <= today <= (each["valid_to"] or date.max)]
        is_there = visitor["disabled_at"] is None and units(visitor["organization_id"]) & home
        visiting = [each for each in held if each["role"] in ("JUDICIAL_BUREAU", "LEGAL_UNIT", "ORGAN_OFFICER")]
        return not is_there or not any(units(each["organization_id"]) & home for each in visiting)

    def _handled(self, revisit: Row) -> bool:
        """Whether the visitor is an officer of the case, or acted on it as one."""
        officers = self._rows.where(Officer, "account_id", revisit["visitor_id"])
        named = {each["officer_id"] for each in self._rows.where(CaseOfficer, "case_id", revisit["case_id"])}
        acted = [
            each["rule"].split(", ")[1]
            for each in self._rows.where(AuditEntry, "object_id", str(revisit["case_id"]))
            if each["object_type"] == "EnforcementCase" and each["account_id"] == revisit["visitor_id"]
        ]
        handling = {"organ_officer", "township_officer", "police"}
        return any(each["id"] in named for each in officers) or not handling.isdisjoint(acted)
