"""Which deadlines of which objects are near or passed: one statement for each table that has deadlines.

They are of the form that ``models.alert_rules`` says; who has to act and who waits for it is a table here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from models.base import Table
from models.clock import Deadline
from models.deadline_terms import RIGHTS_OF_PARTIES, DeadlineEvent
from models.vocabulary import Vocabulary

# Who has to act before a deadline of a table with several sides ends, and who waits for it.
_TURNS: Mapping[tuple[DeadlineEvent, ...], tuple[str, str | None]] = {
    (
        DeadlineEvent.CRIMINAL_TRANSFER_DECISION,
        DeadlineEvent.CRIMINAL_TRANSFER_HANDOVER,
        DeadlineEvent.TRANSFER_HANDOVER,
        DeadlineEvent.TRANSFER_HANDOVER_URGENT,
    ): ("sender", None),
    (
        DeadlineEvent.SIGN_CRIMINAL_RECEIPT,
        DeadlineEvent.POLICE_DECISION,
        DeadlineEvent.TRANSFER_ANSWER,
        DeadlineEvent.RETURN_TRANSFER_RESULT,
        DeadlineEvent.LINKED_INSPECTION,
        DeadlineEvent.LICENCE_PROPOSAL_ANSWER,
    ): ("receiver", "sender"),
    (DeadlineEvent.ACCEPT_DISPUTE, DeadlineEvent.COORDINATE_DISPUTE): ("coordinator", "applicant"),
    (DeadlineEvent.SUPPLEMENT_DISPUTE,): ("applicant", None),
    (DeadlineEvent.SPECIAL_EXPLANATION,): ("organ", None),
    (DeadlineEvent.EXPLAIN_NOTICE, DeadlineEvent.RECTIFY): ("supervised", "body"),
    (DeadlineEvent.REVIEW_OBJECTION,): ("objection", "supervised"),
    (DeadlineEvent.REVISIT,): ("assigner", None),
}
# Who acts for a department by its legal unit alone is told there: officers of the department handled the case, and
# could prepare the party for a revisit that is still to come.
_BY_LEGAL_UNITS = frozenset({"assigner"})
# By which of its columns an object is told.
_NAMES = {
    "EnforcementCase": "number",
    "CaseTransfer": "case_number",
    "CoordinationDispute": "subject",
    "SupervisionMatter": "number",
}


def among(terms: Collection[Vocabulary]) -> str:
    """Terms as they stand in an SQL list."""
    return ", ".join(f"'{each.name}'" for each in terms)


def in_chinese(column: str, vocabulary: type[Vocabulary]) -> str:
    """The Chinese of the term that a column holds."""
    return "CASE {} {} END".format(column, " ".join(f"WHEN '{each.name}' THEN '{each.chinese}'" for each in vocabulary))


def _moment(column: str) -> str:
    return f"to_char({column} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')"


def side_of(table: type[Table], name: str | None) -> tuple[str, str, str, str]:
    """The organization of a side of ``w``, joined by the first text, its region and its field; nulls for no side.

    Where the side has no region, it is the organization's; where it has no field, no line reads the row by it.
    """
    sides = {side.name: side.columns() for side in table.__anchors__.sides}
    if name is None:
        return "", "NULL::uuid", "NULL::text", "NULL::text"
    columns, body = sides[name], f"{name}_body"
    key = f"w.{columns['organization']}"
    if name in _BY_LEGAL_UNITS:
        key = f"coalesce((SELECT u.id FROM organization u WHERE u.department_id = {key}), {key})"
    region, of_field = columns.get("region"), columns.get("field")
    return (
        f"JOIN organization {body} ON {body}.id = {key}",
        f"{body}.id",
        f"w.{region}" if region else f"{body}.region_code",
        f"w.{of_field}" if of_field else "NULL::text",
    )


def turns(table: type[Table]) -> Iterator[tuple[str, str, str | None]]:
    """Which deadlines ``d`` of a table, by a condition on the event, bind which side, and who waits for it."""
    names = {side.name for side in table.__anchors__.sides if side.organization is not None}
    of_sides = [
        (f" AND d.event IN ({among(events)})", acts, waits)
        for events, (acts, waits) in _TURNS.items()
        if acts in names and (waits is None or waits in names)
    ]
    if not of_sides and "owner" in names:
        of_sides = [(f" AND d.event NOT IN ({among(RIGHTS_OF_PARTIES)})", "owner", None)]
    yield from of_sides


def deadlines(condition: str, since: str, value: str, said: str) -> dict[str, str]:
    """A statement by the type of the object, of the deadlines ``d`` that run and are as the condition says."""
    return {
        table.__name__: "\nUNION ALL\n".join(
            _deadlines_of(table, link, turn, condition=condition, since=since, value=value, said=said)
            for turn in turns(table)
        )
        for link, table in Deadline.__part_of__.items()
        if list(turns(table))
    }


def _deadlines_of(
    table: type[Table],
    link: str,
    turn: tuple[str, str, str | None],
    *,
    condition: str,
    since: str,
    value: str,
    said: str,
) -> str:
    events, acts, waits = turn
    joined, organ, region, of_field = side_of(table, acts)
    other, sender, sender_region, sender_field = side_of(table, waits)
    name = _NAMES.get(table.__name__)
    named = f" || jsonb_build_array(jsonb_build_array('对象', w.{name}))" if name else ""
    return f"""
        SELECT '{table.__name__}' AS object_type, w.id AS object_id, {organ} AS organization_id,
               {region} AS region_code, {of_field} AS field, {sender} AS sender_id,
               {sender_region} AS sender_region_code, {sender_field} AS sender_field,
               {value} AS value, NULL::integer AS sample, d.{since} AS since,
               e.event || '应于' || {_moment("d.due_at")} || '前办结{said}' AS explanation,
               jsonb_build_array(jsonb_build_array('期限事项', e.event),
                                 jsonb_build_array('起算时间', {_moment("d.started_at")}),
                                 jsonb_build_array('届满时间', {_moment("d.due_at")})){named} AS facts
        FROM deadline d JOIN {table.__tablename__} w ON w.id = d.{link} {joined} {other}
        CROSS JOIN LATERAL (SELECT {in_chinese("d.event", DeadlineEvent)} AS event) e
        WHERE d.{link} IS NOT NULL AND d.ended_at IS NULL AND d.suspended_at IS NULL AND {condition}{events}"""


def passed(events: str) -> dict[str, str]:
    """A statement by the type of the object, of the deadlines that passed, by how many days."""
    days = "extract(epoch FROM {at} - d.due_at) / 86400"
    return deadlines(f"d.due_at <= {{at}} AND {events}", "due_at", days, "，已逾期")


# What its organ suspended, not what stands still because a transfer offers the case; other suspensions count with it.
SUSPENDED = f"""
SELECT 'EnforcementCase' AS object_type, c.id AS object_id, c.organization_id, c.region_code, c.field,
       NULL::uuid AS sender_id, NULL::text AS sender_region_code, NULL::text AS sender_field,
       (extract(epoch FROM {{at}} - d.suspended_at + b.time) / 86400)::numeric AS value, NULL::integer AS sample,
       d.suspended_at AS since,
       e.event || '的期限自' || {_moment("d.suspended_at")} || '起中止，尚未恢复' AS explanation,
       jsonb_build_array(jsonb_build_array('案号', c.number), jsonb_build_array('期限事项', e.event),
                         jsonb_build_array('中止时间', {_moment("d.suspended_at")}),
                         jsonb_build_array('此前累计中止（日）', floor(extract(epoch FROM b.time) / 86400)::text))
           AS facts
FROM deadline d JOIN enforcement_case c ON c.id = d.case_id
CROSS JOIN LATERAL (SELECT {in_chinese("d.event", DeadlineEvent)} AS event) e
CROSS JOIN LATERAL (
    SELECT coalesce(sum(d.pauses[2 * n] - d.pauses[2 * n - 1]), interval '0') AS time
    FROM generate_series(1, cardinality(d.pauses) / 2) AS n
) b
WHERE d.ended_at IS NULL AND d.suspended_at IS NOT NULL AND NOT c.is_offered"""
