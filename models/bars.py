"""What bars an act beside where its object stands: a time, rows of other tables, the person who would act.

Each is one condition in SQL, named in the last column of ``transitions.csv``: an act that is barred is neither offered
nor accepted, for the offer is compiled with the condition and the command asks it of the row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from models.case_rules import (
    ANNULLING_RESULTS,
    COORDINATED_IN_SQL,
    NOT_UPHELD,
    OFFICERS_OF_A_CASE,
    OPEN_TRANSFERS_IN_SQL,
    TRANSFERABLE_STATES,
    WITHOUT_FINDING,
)
from models.directory import belonging_to
from models.duty import in_force_on
from models.enforcement_terms import CertificateKind, ReviewResult
from models.errors import ErrorCode
from models.invited_supervisor import SERVING
from models.people_terms import OF_AGE
from models.society_terms import ContactPointState
from models.supervision import ANSWERED_BY_ACTS, SUPERVISORS_OF_A_MATTER
from models.vocabulary import Role

# In the names of rules, as they stand in the audit.
_HANDLING = ", ".join(f"'{role.name.lower()}'" for role in (Role.ORGAN_OFFICER, Role.TOWNSHIP_OFFICER, Role.POLICE))
_TODAY = "(now() AT TIME ZONE 'Asia/Shanghai')::date"
_SERVES = (
    f"s.state IN ({', '.join(repr(state.name) for state in SERVING)}) AND {_TODAY} BETWEEN s.term_from AND s.term_to"
)
_VISITING = ", ".join(f"'{role.name}'" for role in (Role.JUDICIAL_BUREAU, Role.LEGAL_UNIT, Role.ORGAN_OFFICER))
# The assigner, or what counts as one with it: a legal unit and its department.
_AT_ASSIGNER = "(o.id IN (b.id, b.department_id) OR o.department_id IN (b.id, b.department_id))"
# Those named for a case or a matter, in an established post, examined (行政处罚法 42) and certified today.
_CERTIFIED = f"""(
    SELECT count(*) FROM {{named}} n JOIN officer o ON o.id = n.officer_id
    WHERE n.{{whole}}_id = {{{{row}}}}.id AND o.in_established_post AND o.examination_passed_on <= {_TODAY}
      AND (o.left_on IS NULL OR o.left_on > {_TODAY}) AND EXISTS (
        SELECT FROM certificate c
        WHERE c.officer_id = o.id AND c.kind = '{{kind}}' AND c.state = 'VALID'
          AND {_TODAY} BETWEEN c.valid_from AND c.valid_to
    )
)"""  # noqa: S608
_OFFICERS = _CERTIFIED.format(named="case_officer", whole="case", kind=CertificateKind.ENFORCEMENT.name)
_OFFICERS_NEEDED = f"CASE {{row}}.procedure WHEN 'SIMPLE' THEN 1 ELSE {OFFICERS_OF_A_CASE} END"
_SUPERVISORS = _CERTIFIED.format(named="matter_supervisor", whole="matter", kind=CertificateKind.SUPERVISION.name)
_UNSCORED = """FROM (
    SELECT i.code, i.position FROM evaluation_indicator i JOIN sampled_case s ON s.evaluation_id = i.evaluation_id
    WHERE i.evaluation_id = {row}.id AND i.basis = 'SAMPLED_CASE' AND NOT EXISTS (
        SELECT FROM evaluation_score v
        WHERE v.evaluation_id = i.evaluation_id AND v.indicator_code = i.code AND v.sampled_case_id = s.id
    )
    UNION ALL
    SELECT i.code, i.position FROM evaluation_indicator i JOIN evaluation_subject s
    ON s.evaluation_id = i.evaluation_id
    WHERE i.evaluation_id = {row}.id AND i.basis = 'SUBJECT' AND NOT EXISTS (
        SELECT FROM evaluation_score v
        WHERE v.evaluation_id = i.evaluation_id AND v.indicator_code = i.code AND v.subject_id = s.id
    )
) u"""


def _found(outcome: str, results: Iterable[ReviewResult]) -> str:
    named = ", ".join(sorted(f"'{result.name}'" for result in results))
    changed = ReviewResult.CHANGED.name
    return f"CASE WHEN {outcome}.changes_penalty THEN '{changed}' ELSE {outcome}.result END IN ({named})"


def _reviewed(results: Iterable[ReviewResult], of: str) -> str:
    # By the last outcome that found anything: what was lost in a first instance may be upheld in the second.
    return f"""EXISTS (
        SELECT FROM review_outcome p WHERE p.case_id = {{row}}.id AND {_found("p", results)} AND {of}
          AND NOT EXISTS (SELECT FROM review_outcome q WHERE q.case_id = p.case_id AND q.kind = p.kind
                          AND q.is_of_revocation = p.is_of_revocation
                          AND {_found("q", set(ReviewResult) - WITHOUT_FINDING)}
                          AND (q.decided_on, q.id) > (p.decided_on, p.id)))"""  # noqa: S608 - terms of this repository


_REVIEWED = {results: _reviewed(results, "NOT p.is_of_revocation") for results in (ANNULLING_RESULTS, NOT_UPHELD)}
# Of the last revocation, not of one before that was annulled, too.
_REVOCATION_ANNULLED = _reviewed(
    ANNULLING_RESULTS,
    "p.is_of_revocation AND p.decided_on >= ({row}.revoked_at AT TIME ZONE 'Asia/Shanghai')::date",
)
_TRANSFERABLE = " OR ".join(
    f"c.act_type = '{act_type.name}' AND c.state IN ({', '.join(sorted(repr(state.name) for state in states))})"
    for act_type, states in TRANSFERABLE_STATES.items()
)
# That the duty ``d`` is assigned, to whom is said behind it.
_ASSIGNED = """SELECT FROM duty_assignment a
               WHERE a.owner_id = d.organization_id AND a.duty_code = d.code AND a.state = 'ASSIGNED'"""
# That the owner of the duty ``d`` holds it today, in whatever edition, for acts of that type.
_HELD_TODAY = f"""SELECT FROM duty_item e
                  WHERE e.organization_id = d.organization_id AND e.code = d.code AND e.act_type = d.act_type
                    AND {in_force_on("e", _TODAY)}"""
# 行政处罚法 58.  A department may found its legal unit yet; a township is reviewed by its bureau.
_REVIEWER_LACKING = """{row}.legal_reviewer_id IS NULL AND NOT EXISTS (
    SELECT FROM organization o WHERE (o.id = {row}.organization_id AND o.level = 'TOWNSHIP')
       OR o.department_id = {row}.organization_id OFFSET 0)"""
_NEXT_QUARTER = "make_date({row}.year, 3 * {row}.quarter, 1) + interval '1 month'"


@dataclass(frozen=True)
class Bar:
    """Of which rows an act is barred, in SQL over ``{row}``; ``facts`` are what the refusal says, in SQL too.

    ``never`` is its code where they come to nothing, ``argument`` what it names unless another named the row.  A lack
    (``is_lack``) another act makes good: who waits for the barred act waits for it all the same.
    """

    code: ErrorCode
    holds: str
    facts: Mapping[str, str] = field(default_factory=dict, compare=False)
    is_lack: bool = False
    never: ErrorCode | None = None
    argument: str | None = None

    def over(self, row: str) -> str:
        """The condition over the row of this name."""
        return f"({self.holds.format(row=row)})"


def _not_extensible(link: str, of: str = "", argument: str | None = "event") -> Bar:
    rules = "deadline d JOIN deadline_rule r ON r.id = d.rule_id"
    running = f"FROM {rules} WHERE d.{link} = {{row}}.id AND d.ended_at IS NULL{of}"
    more = "d.extensions < r.extensions AND r.extension_length IS NOT NULL"
    more += " AND d.due_at >= coalesce(d.suspended_at, now())"
    most = f"(SELECT coalesce(max(r.extensions), 0) {running})"
    return Bar(
        ErrorCode.NOT_EXTENSIBLE,
        f"NOT EXISTS (SELECT {running} AND {more})",
        {"limit": most},
        never=ErrorCode.NEVER_EXTENDED,
        argument=argument,
    )


# A measure is extended, and its seizure with it.
_NO_CLOCK_OF_CASE = _not_extensible("case_id", " AND d.event <> 'SEIZURE'")
BARS: Mapping[str, Bar] = {
    # Who was invited as a supervisor and whose term is over answers no more; dismissal lapses what is open by itself.
    "RESPONDENT_NOT_SERVING": Bar(
        ErrorCode.NOT_SERVING,
        f"""(SELECT NOT coalesce(bool_or({_SERVES}), true) FROM invited_supervisor s
             WHERE s.account_id = {{row}}.account_id AND s.organization_id = {{row}}.organization_id)
            AND NOT EXISTS (
                SELECT FROM contact_point p WHERE p.state = '{ContactPointState.DESIGNATED.name}'
                AND p.account_id = {{row}}.account_id AND p.organization_id = {{row}}.organization_id)""",  # noqa: S608
    ),
    "ANSWERED_FOR_ANOTHER": Bar(
        ErrorCode.ALREADY_ANSWERED,
        """EXISTS (SELECT FROM questionnaire_invitation i
                   WHERE i.questionnaire_id = {row}.questionnaire_id AND i.account_id = {row}.account_id
                     AND i.id <> {row}.id AND i.state = 'ANSWERED')""",
    ),
    "DOCUMENT_NOT_ANSWERABLE": Bar(
        ErrorCode.NOT_ANSWERABLE,
        f"{{row}}.reply IS NOT NULL OR {{row}}.effect IN ({', '.join(repr(each.name) for each in ANSWERED_BY_ACTS)})",
    ),
    "NO_CLOCK_OF_CASE_TO_SUSPEND": Bar(
        ErrorCode.NOT_SUSPENSIBLE,
        """NOT EXISTS (SELECT FROM deadline d JOIN deadline_rule r ON r.id = d.rule_id
                       WHERE d.case_id = {row}.id AND d.ended_at IS NULL AND d.suspended_at IS NULL
                         AND r.is_suspensible AND d.due_at >= now())""",
    ),
    "TRANSFER_OPEN": Bar(
        ErrorCode.TRANSFER_OPEN,
        f"EXISTS (SELECT FROM case_transfer t WHERE t.case_id = {{row}}.id AND t.state IN ({OPEN_TRANSFERS_IN_SQL}))",
    ),
    # What is to be handed over is not ended by who has it yet, least of all by a penalty that takes the place of the
    # police (国务院令第310号 11): the transfer is sent, or withdrawn before.
    "TRANSFER_APPROVED": Bar(
        ErrorCode.TRANSFER_OPEN,
        "EXISTS (SELECT FROM case_transfer t WHERE t.case_id = {row}.id AND t.state = 'APPROVED')",
    ),
    # 行政处罚法 25: who handles it is designated, and what its owner ended meanwhile could go to nobody else.
    "DISPUTE_UNDER_COORDINATION": Bar(
        ErrorCode.DISPUTE_UNDER_COORDINATION,
        f"""EXISTS (SELECT FROM coordination_dispute s WHERE s.case_id = {{row}}.id AND s.ended_at IS NULL
                    AND s.state IN ({COORDINATED_IN_SQL}) OFFSET 0)""",
    ),
    # 国务院令第310号 6: the transfer letter, the report of the investigation, the list of things, and so on.
    "ATTACHMENTS_LACKING": Bar(
        ErrorCode.ATTACHMENTS_LACKING,
        """{row}.kind = 'CRIMINAL'
           AND NOT EXISTS (SELECT FROM transfer_attachment a WHERE a.transfer_id = {row}.id)""",
        is_lack=True,
    ),
    # Revoked, or taken back from a township, since the case was registered; what is filed stays where it is.  Whoever
    # took a case over acts by duties of its own, while the case keeps that of who had it before.
    "DUTY_NOT_HELD": Bar(
        ErrorCode.DUTY_NOT_HELD,
        f"""EXISTS (
               SELECT FROM duty_item d JOIN organization o ON o.id = {{row}}.organization_id
               WHERE d.id = {{row}}.duty_item_id AND CASE
                   WHEN {belonging_to("d", "o")} THEN NOT EXISTS ({_HELD_TODAY})
                   ELSE o.level = 'TOWNSHIP'
                        AND NOT EXISTS ({_ASSIGNED} AND a.organization_id IN (o.id, o.government_id)) END)""",
    ),
    # 行政处罚法 24: what was assigned to a township may have been taken back since it was drafted.  An edition that is
    # not assignable keeps the duty with its owner, though another one was assigned.
    "ASSIGNMENT_LACKING": Bar(
        ErrorCode.DUTY_NOT_HELD,
        f"""{{row}}.kind = 'DOWNWARD' AND NOT EXISTS (
               SELECT FROM enforcement_case c JOIN duty_item d ON d.id = c.duty_item_id
               WHERE c.id = {{row}}.case_id AND d.is_assignable
                 AND EXISTS ({_ASSIGNED} AND a.organization_id = {{row}}.receiver_id))""",
        is_lack=True,
    ),
    "CASE_NOT_TRANSFERABLE": Bar(
        ErrorCode.NOT_TRANSFERABLE,
        f"""EXISTS (SELECT FROM enforcement_case c WHERE c.id = {{row}}.case_id
                    AND (c.organization_id <> {{row}}.sender_id OR NOT ({_TRANSFERABLE})))""",
    ),
    # 行政处罚法 42: who may hold a certificate.
    "NO_HOLDER_OF_CERTIFICATES": Bar(
        ErrorCode.CERTIFICATE_NOT_ALLOWED,
        f"""NOT ({{row}}.in_established_post AND {{row}}.left_on IS NULL
                 AND coalesce({{row}}.examination_passed_on <= {_TODAY}, false)
                 AND {{row}}.born_on <= {_TODAY} - interval '{OF_AGE} years')""",
    ),
    # Whoever took it over, and however, left a copy of the case with who had it.  Past an OFFSET it is asked of each
    # row by itself: PostgreSQL would read all that were ever handed over into a table of its own.
    "CASE_HANDED_OVER": Bar(
        ErrorCode.CASE_HANDED_OVER,
        """EXISTS (
            SELECT FROM case_transfer l JOIN handed_over_case h ON h.transfer_id = l.id
            WHERE l.case_id = {row}.case_id AND h.handed_over_at > {row}.created_at OFFSET 0
        )""",
    ),
    # By a designation, which may have left it where it was.
    "JURISDICTION_SETTLED": Bar(
        ErrorCode.JURISDICTION_SETTLED,
        """EXISTS (SELECT FROM coordination_dispute s WHERE s.case_id = {row}.case_id AND s.designated_id IS NOT NULL
                   AND s.ended_at > {row}.created_at OFFSET 0)""",
    ),
    # 行政处罚法 25: of one case one dispute is open at a time, or two organs would be designated.  Whoever rejected it
    # need not see the dispute with another, and is not told whose it is.
    "JURISDICTION_BEING_SETTLED": Bar(
        ErrorCode.JURISDICTION_BEING_SETTLED,
        """EXISTS (SELECT FROM coordination_dispute s
                   WHERE s.case_id = {row}.case_id AND s.ended_at IS NULL OFFSET 0)""",
    ),
    "SEIZURE_ALONE": Bar(
        ErrorCode.SEIZURE_IS_EXTENDED,
        f"""EXISTS (SELECT FROM deadline d WHERE d.case_id = {{row}}.id AND d.ended_at IS NULL AND d.event = 'SEIZURE')
           AND {_NO_CLOCK_OF_CASE.holds}""",
    ),
    # 行政强制法 28, 33: what was not decided upon in its time is only lifted.
    "SEIZURE_PASSED": Bar(
        ErrorCode.SEIZURE_PASSED,
        """EXISTS (SELECT FROM deadline d WHERE d.case_id = {row}.id AND d.event = 'SEIZURE' AND d.ended_at IS NULL
                   AND d.due_at < coalesce(d.suspended_at, now()))""",
    ),
    "NO_CLOCK_OF_CASE_TO_EXTEND": _NO_CLOCK_OF_CASE,
    "NO_SEIZURE_TO_EXTEND": _not_extensible("case_id", " AND d.event = 'SEIZURE'", argument=None),
    "NO_CLOCK_OF_MATTER_TO_EXTEND": _not_extensible("matter_id"),
    "NO_CLOCK_OF_CLUE_TO_EXTEND": _not_extensible("clue_id"),
    "NO_CLOCK_OF_TRANSFER_TO_EXTEND": _not_extensible("transfer_id"),
    "NO_CLOCK_OF_DISPUTE_TO_EXTEND": _not_extensible("dispute_id"),
    "NO_CLOCK_OF_LINKAGE_TO_EXTEND": _not_extensible("linkage_id"),
    "LEGAL_REVIEWER_LACKING": Bar(ErrorCode.NO_LEGAL_REVIEWER, _REVIEWER_LACKING, is_lack=True),
    # Where the review comes after it anyway, nobody is kept waiting for a hearing (行政处罚法 63).
    "REVIEWER_OF_HEARING_LACKING": Bar(
        ErrorCode.NO_LEGAL_REVIEWER,
        f"{{row}}.legal_review <> 'AFTER_HEARING' AND {_REVIEWER_LACKING}",
        is_lack=True,
    ),
    "OFFICERS_LACKING": Bar(
        ErrorCode.OFFICERS_NOT_QUALIFIED,
        f"{_OFFICERS} < {_OFFICERS_NEEDED}",
        {"required": _OFFICERS_NEEDED, "found": _OFFICERS},
        is_lack=True,
    ),
    # Of a simple case that is to be handled as an ordinary one.
    "TWO_OFFICERS_LACKING": Bar(
        ErrorCode.OFFICERS_NOT_QUALIFIED,
        f"{_OFFICERS} < {OFFICERS_OF_A_CASE}",
        {"required": f"{OFFICERS_OF_A_CASE}", "found": _OFFICERS},
        is_lack=True,
    ),
    "SUPERVISORS_LACKING": Bar(
        ErrorCode.SUPERVISORS_NOT_QUALIFIED,
        f"{_SUPERVISORS} < {SUPERVISORS_OF_A_MATTER}",
        {"required": f"{SUPERVISORS_OF_A_MATTER}", "found": _SUPERVISORS},
        is_lack=True,
    ),
    "SCORES_LACKING": Bar(
        ErrorCode.SCORES_MISSING,
        f"EXISTS (SELECT {_UNSCORED})",
        {
            "missing": f"(SELECT count(*) {_UNSCORED})",
            "indicator": f"(SELECT u.code {_UNSCORED} ORDER BY u.position LIMIT 1)",
        },
        is_lack=True,
    ),
    "NOTHING_TO_NOTIFY": Bar(
        ErrorCode.NOTHING_TO_NOTIFY,
        "NOT EXISTS (SELECT FROM special_explanation e WHERE e.round_id = {row}.id AND e.state = 'GENERATED')",
    ),
    "NOTHING_TO_PUBLISH": Bar(
        ErrorCode.NOTHING_TO_PUBLISH,
        "NOT EXISTS (SELECT FROM assessment a WHERE a.round_id = {row}.id AND a.state = 'DRAFT')",
    ),
    # One that was withdrawn ends on the day before its first.
    "RULE_ENDED": Bar(
        ErrorCode.RULE_ENDED, f"coalesce({{row}}.valid_to < greatest({_TODAY}, {{row}}.valid_from), false)"
    ),
    # What a statute fixes may only be withdrawn, for which its first day is too late.
    "STATUTORY_RULE_IN_FORCE": Bar(
        ErrorCode.RULE_IS_LAW,
        f"{{row}}.authority = 'LAW' AND {{row}}.valid_from <= {_TODAY}",
        {"region": "{row}.region_code"},
    ),
    "PERIOD_RUNS": Bar(
        ErrorCode.PERIOD_RUNS,
        "coalesce({row}.next_due_at >= now(), true)",
        {"until": "({row}.next_due_at AT TIME ZONE 'Asia/Shanghai')::date"},
    ),
    # Where nobody supplements, the coordinator takes the application as it is.
    "SUPPLEMENT_AWAITED": Bar(
        ErrorCode.SUPPLEMENT_AWAITED, "{row}.is_supplement_asked AND coalesce({row}.next_due_at >= now(), true)"
    ),
    "OBJECTION_TOO_LATE": Bar(
        ErrorCode.OBJECTION_TOO_LATE,
        "coalesce({row}.next_due_at < now(), false)",
        {"due": "to_char({row}.next_due_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')"},
    ),
    "QUARTER_RUNS": Bar(ErrorCode.TOO_EARLY, f"{_TODAY} < {_NEXT_QUARTER}", {"since": f"({_NEXT_QUARTER})::date"}),
    # Whoever follows a clue need not see the case, so nothing is said of which review it is.
    "CASE_UNDER_REVIEW": Bar(
        ErrorCode.CASE_UNDER_REVIEW,
        "EXISTS (SELECT FROM review_proceeding p WHERE p.case_id = {row}.case_id AND p.ended_on IS NULL)",
    ),
    # What was withdrawn or not penalized is archived like what was: published is a penalty alone (行政处罚法 48), while
    # a decision not to penalize is contested like any other.
    "NOTHING_PENALIZED": Bar(
        ErrorCode.NOTHING_PENALIZED, "{row}.act_type = 'PENALTY' AND cardinality({row}.penalty_kinds) = 0"
    ),
    "NOTHING_DECIDED": Bar(ErrorCode.NOTHING_DECIDED, "{row}.act_type = 'PENALTY' AND {row}.decided_at IS NULL"),
    "SERVICE_ANNOUNCED": Bar(ErrorCode.SERVICE_ANNOUNCED, "{row}.service_announced_on IS NOT NULL"),
    "DECISION_NOT_UPHELD": Bar(ErrorCode.DECISION_NOT_UPHELD, _REVIEWED[NOT_UPHELD]),
    "DECISION_ANNULLED": Bar(ErrorCode.DECISION_ANNULLED, _REVIEWED[ANNULLING_RESULTS]),
    # What was changed or found unlawful is executed all the same (行政复议法 63, 65, 行政诉讼法 74, 77).
    "DECISION_STANDS": Bar(
        ErrorCode.DECISION_STANDS, f"{{row}}.act_type = 'PENALTY' AND NOT {_REVIEWED[ANNULLING_RESULTS]}"
    ),
    # 行政许可法 70: it expires when its term is over, and never without one.
    "LICENCE_WITHOUT_TERM": Bar(ErrorCode.LICENCE_WITHOUT_TERM, "{row}.licence_valid_to IS NULL"),
    "LICENCE_TERM_OVER": Bar(
        ErrorCode.LICENCE_TERM_OVER,
        f"coalesce({{row}}.licence_valid_to < {_TODAY}, false)",
        {"last": "{row}.licence_valid_to"},
    ),
    "REVIEW_RUNS": Bar(
        ErrorCode.REVIEW_RUNS,
        "EXISTS (SELECT FROM review_proceeding p WHERE p.case_id = {row}.id AND p.ended_on IS NULL)",
    ),
    "REVOCATION_STANDS": Bar(ErrorCode.REVOCATION_STANDS, f"NOT {_REVOCATION_ANNULLED}"),
    "LICENCE_IN_FORCE": Bar(
        ErrorCode.TOO_EARLY,
        f"coalesce({{row}}.licence_valid_to >= {_TODAY}, false)",
        {"since": "{row}.licence_valid_to + 1"},
    ),
    "EDITION_IN_FORCE": Bar(
        ErrorCode.EDITION_IN_FORCE,
        """EXISTS (SELECT FROM duty_item d WHERE d.organization_id = {row}.organization_id AND d.code = {row}.code
                   AND d.state = 'PUBLISHED' AND d.id <> {row}.id)""",
    ),
    "REPORT_SUPERSEDED": Bar(
        ErrorCode.REPORT_SUPERSEDED,
        """EXISTS (SELECT FROM bulletin_report b JOIN progress_report r ON r.id = b.report_id
                   WHERE b.bulletin_id = {row}.id AND r.state = 'SUPERSEDED')""",
        is_lack=True,
    ),
    # One edition is drafted at a time.
    "DUTY_BEING_DRAFTED": Bar(
        ErrorCode.NEXT_EDITION_DRAFTED,
        """EXISTS (SELECT FROM duty_item d WHERE d.organization_id = {row}.organization_id AND d.code = {row}.code
                   AND d.state IN ('DRAFT', 'REVIEWED'))""",
    ),
    "QUESTIONNAIRE_BEING_DRAFTED": Bar(
        ErrorCode.NEXT_EDITION_DRAFTED,
        """EXISTS (SELECT FROM questionnaire q WHERE q.organization_id = {row}.organization_id AND q.code = {row}.code
                   AND q.state = 'DRAFT')""",
    ),
    "REPORT_BEING_DRAFTED": Bar(
        ErrorCode.NEXT_EDITION_DRAFTED, "EXISTS (SELECT FROM progress_report n WHERE n.predecessor_id = {row}.id)"
    ),
    "POLL_NOT_CLOSED": Bar(
        ErrorCode.POLL_NOT_CLOSED,
        """EXISTS (SELECT FROM questionnaire q WHERE q.id = {row}.questionnaire_id AND q.state <> 'CLOSED')""",
    ),
    "OPINION_REVOKED": Bar(ErrorCode.OPINION_REVOKED, "coalesce({row}.review_result = 'REVOKED', false)"),
    "NO_SUPERIOR_OF_ORGAN": Bar(
        ErrorCode.NO_SUPERIOR,
        "EXISTS (SELECT FROM organization o WHERE o.id = {row}.organization_id AND o.superior_id IS NULL)",
    ),
    "NO_SUPERIOR_OF_BODY": Bar(
        ErrorCode.NO_SUPERIOR,
        "EXISTS (SELECT FROM organization o WHERE o.id = {row}.body_id AND o.superior_id IS NULL)",
    ),
    # Who left its organization, or holds none of these roles there any more.
    "VISITOR_LEFT": Bar(
        ErrorCode.VISITOR_LEFT,
        f"""NOT EXISTS (
            SELECT FROM account a JOIN organization o ON o.id = a.organization_id
            JOIN organization b ON b.id = {{row}}.assigner_id AND {_AT_ASSIGNER}
            WHERE a.id = {{row}}.visitor_id AND a.disabled_at IS NULL
        ) OR NOT EXISTS (
            SELECT FROM role_assignment r JOIN organization o ON o.id = r.organization_id
            JOIN organization b ON b.id = {{row}}.assigner_id AND {_AT_ASSIGNER}
            WHERE r.account_id = {{row}}.visitor_id AND r.role IN ({_VISITING})
              AND {_TODAY} BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity')
        )""",  # noqa: S608
    ),
    # Officers who were replaced stand in the records of what they did alone.
    "VISITOR_IS_OFFICER": Bar(
        ErrorCode.VISITOR_IS_OFFICER,
        f"""EXISTS (
            SELECT FROM case_officer c JOIN officer f ON f.id = c.officer_id
            WHERE c.case_id = {{row}}.case_id AND f.account_id = {{row}}.visitor_id
        ) OR EXISTS (
            SELECT FROM audit_entry e
            WHERE e.object_type = 'EnforcementCase' AND e.object_id = {{row}}.case_id::text
              AND e.account_id = {{row}}.visitor_id AND split_part(e.rule, ', ', 2) IN ({_HANDLING})
        )""",  # noqa: S608
    ),
}
