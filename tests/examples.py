"""Rows on every boundary of the scopes: transfers between the personas' organs and others, in every state.

They are copies of seeded rows with some columns changed, past every command, so that scopes are tried on them alone.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from models import (
    AssessmentState,
    BulletinState,
    DisputeState,
    EvaluationState,
    ExplanationState,
    ReportState,
    SupervisionMatterState,
    TransferState,
)
from seeds.organizations import organization_id
from tests.cluster import Rows

_NAMESPACE = UUID("0f6c1f52-3d0e-5c3b-8f43-3d1f1c9a4104")
MARKET, HEALTH = ("DEPARTMENT", "MARKET_REGULATION"), ("DEPARTMENT", "HEALTH")
TAX, POLICE, TOWNSHIP = ("VERTICAL", "TAX"), ("POLICE", "PUBLIC_SECURITY"), ("TOWNSHIP_GOVERNMENT", "")
COMMISSION = ("SUPERVISORY_COMMISSION", "")
# Sender and receiver: region, kind and field.
PAIRS = [
    (("410302", *MARKET), ("410302", *HEALTH)),
    (("410302", *HEALTH), ("410302", *MARKET)),
    (("410302", *MARKET), ("410302", *TAX)),
    (("410302", *TAX), ("410302", *HEALTH)),
    (("410302", *MARKET), ("410302", *POLICE)),
    (("410302", *POLICE), ("410302", *MARKET)),
    (("410302001", *TOWNSHIP), ("410302", *MARKET)),
    (("410302", *HEALTH), ("410302001", *TOWNSHIP)),
    (("410302002", *TOWNSHIP), ("410302", *HEALTH)),
    (("410303", *MARKET), ("410303", *HEALTH)),
    (("410303", *HEALTH), ("410302", *HEALTH)),
    (("4103", *MARKET), ("4103", *HEALTH)),
    (("4103", *HEALTH), ("410302", *MARKET)),
    (("4101", *MARKET), ("4101", *HEALTH)),
    (("4101", *HEALTH), ("4103", *MARKET)),
    (("410302", *MARKET), ("410302", *COMMISSION)),
]
# Regions and states of pilots; one of each region stands, those of the seeds included.
PILOTS = [
    *(("410302002", "NAMED"), ("410302003", "CONFIRMED"), ("410302001", "WITHDRAWN"), ("410302", "WITHDRAWN")),
    *(("410303002", "NAMED"), ("410303", "WITHDRAWN"), ("410102", "NAMED"), ("410102001", "CONFIRMED")),
]
BUREAU = ("JUDICIAL_BUREAU", "")
# The responsible body of a supervision matter and the supervised organ: the county's, the city's, another county's,
# another city's, and a department's legal unit over those of its line below.
SUPERVISED = [
    (("410302", *BUREAU), ("410302", *MARKET)),
    (("410302", *BUREAU), ("410302001", *TOWNSHIP)),
    (("410302", *BUREAU), ("410302", *TAX)),
    (("4103", *BUREAU), ("410302", *POLICE)),
    (("4103", "LEGAL_UNIT", "MARKET_REGULATION"), ("410302", *MARKET)),
    (("4103", *BUREAU), ("410303", *MARKET)),
    (("410303", *BUREAU), ("410303", *HEALTH)),
    (("4101", *BUREAU), ("4101", *MARKET)),
]
# Who makes quarterly reports: counties' judicial bureaus and cities' departments.
AUTHORS = [
    *(("410302", "JUDICIAL_BUREAU", ""), ("4103", *MARKET), ("410303", "JUDICIAL_BUREAU", "")),
    *(("4103", *HEALTH), ("410102", "JUDICIAL_BUREAU", ""), ("4101", *MARKET)),
]
# The bureau that assesses, and the organ.
ASSESSED = [
    (("410302", *BUREAU), ("410302", *MARKET)),
    (("410302", *BUREAU), ("410302001", *TOWNSHIP)),
    (("410302", *BUREAU), ("410302", *POLICE)),
    (("4103", *BUREAU), ("410302", *MARKET)),
    (("4103", *BUREAU), ("4103", *MARKET)),
    (("410303", *BUREAU), ("410303", *HEALTH)),
    (("4101", *BUREAU), ("4101", *MARKET)),
]
_CREDIT_CODE = "91410100MA00000000"
_COLUMNS = """SELECT column_name FROM information_schema.columns
              WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position"""


def key(*parts: Any) -> str:
    """The key of an example."""
    return str(uuid5(_NAMESPACE, ":".join(map(str, parts))))


def copy_row(rows: Rows, table: str, where: str, **changes: Any) -> None:
    """Insert a copy of a row with some columns changed."""
    if table not in rows.columns:
        rows.columns[table] = ", ".join(row["column_name"] for row in rows.fetch(_COLUMNS, table))
    columns = rows.columns[table]
    rows.execute(
        f"""INSERT INTO {table} ({columns})
            SELECT {columns} FROM jsonb_populate_record(NULL::{table},
                (SELECT to_jsonb(t) FROM {table} t WHERE {where} ORDER BY id LIMIT 1) || $1::text::jsonb)""",
        json.dumps(changes, default=str),
    )


def side(prefix: str, end: tuple[str, str, str] | None) -> dict[str, Any]:
    """The columns that hold one side of a row: an organization's key, region and field; nulls for no side."""
    if end is None:
        return dict.fromkeys((f"{prefix}_id", f"{prefix}_region_code", f"{prefix}_field"))
    region, kind, field = end
    return {
        f"{prefix}_id": organization_id(region, kind, field),
        f"{prefix}_region_code": region,
        f"{prefix}_field": field or None,
    }


def about(rows: Rows, case_id: str) -> dict[str, Any]:
    """The columns of a linkage that say which case it is about."""
    facts = "number AS case_number, cause, party_kind, party_name, party_credit_code"
    (case,) = rows.fetch(f"SELECT {facts} FROM enforcement_case WHERE id = $1", case_id)
    return {"case_id": case_id, **case}


def insert_examples(rows: Rows) -> None:
    """Insert all of them."""
    states = list(TransferState)
    for number, (sender, receiver) in enumerate(PAIRS):
        for state in states:
            _transfer(rows, key("transfer", number, state.name), state.name, sender, receiver)
    _enterprise_met_elsewhere(rows)
    _trainings(rows)
    _estimations(rows)
    _budget_of_a_neighbour(rows)
    _society(rows)
    for number, (pair, dispute) in enumerate(itertools.product(PAIRS, DisputeState)):
        _dispute(rows, number, dispute.name, *pair)
    for number, (sender, receiver) in enumerate(PAIRS):
        case_id = key("case", key("transfer", number, "DRAFT"))
        sides = {**side("sender", sender), **side("receiver", receiver)}
        copy_row(rows, "linkage", "true", id=key("linkage", number), **about(rows, case_id), **sides)
        _revisit(rows, number, sender, case_id)
        _alert(rows, number, sender, receiver)
        for place, end in enumerate((sender, receiver)):
            copy_row(rows, "notification", "true", id=key("told", number, place), organization_id=organization_id(*end))
    for (number, (body, organ)), name in itertools.product(enumerate(SUPERVISED), SupervisionMatterState.__members__):
        matter(rows, key("matter", number, name), body, organ, state=name)
    for region, field in (("410302", "MARKET_REGULATION"), ("410303", "HEALTH"), ("4101", "HEALTH")):
        for draft in ("DRAFT", "REVIEWED"):
            owner = organization_id(region, "DEPARTMENT", field)
            copy_row(
                rows,
                "duty_item",
                f"organization_id = '{owner}' AND state = 'PUBLISHED'",
                id=key("duty", region, draft),
                code=f"X-{draft}",
                state=draft,
            )
    account = rows.value("SELECT id FROM account WHERE subject = 'county-market-officer'")
    for number, end in enumerate([*(pair[0] for pair in PAIRS), *(pair[1] for pair in PAIRS)]):
        store_file(rows, key("file", number), end, account, "STORED" if number % 2 else "PENDING")
    _carried_files(rows, account)
    _imports(rows)
    _explanations(rows)
    _reports(rows)
    _assessments(rows)
    for region, stands in PILOTS:
        copy_row(
            rows,
            "pilot",
            "scope = 'WHOLE_COUNTY'",
            id=key("pilot", region, stands),
            region_code=region,
            state=stands,
            organization_id=organization_id(region[:6], "JUDICIAL_BUREAU"),
            confirmer_id=organization_id(region[:4], "JUDICIAL_BUREAU"),
        )
    _evaluations(rows)
    _file_reviews(rows)
    for region in ("410302", "4103", "41", "410303", "4101", "410302001"):
        kind = "JUDICIAL_OFFICE" if len(region) == 9 else "JUDICIAL_BUREAU"
        copy_row(rows, "notification", "true", id=key("told", region), organization_id=organization_id(region, kind))
    for region in ("410302", "4103"):
        copy_row(
            rows, "notification", "true", id=key("g", region), organization_id=organization_id(region, "GOVERNMENT")
        )


def _estimations(rows: Rows) -> None:
    for region in ("41", "4103", "410302", "410303", "4101"):
        rows.execute(
            """INSERT INTO staffing_estimation
                   (id, region_code, year, made_at, bodies, estimated, authorised, shortfall, version, updated_at)
               VALUES ($1, $2, 2024, now(), 1, 2, 1, 1, 1, now())""",
            key("estimation", region),
            region,
        )


def _budget_of_a_neighbour(rows: Rows) -> None:
    body = {"organization_id": organization_id("4101", "JUDICIAL_BUREAU"), "region_code": "4101", "field": None}
    copy_row(rows, "budget", "region_code = '4103'", id=key("budget"), **body)


def _trainings(rows: Rows) -> None:
    for number, (sender, _) in enumerate(PAIRS):
        region, _, field = sender
        owner = {"organization_id": organization_id(*sender), "region_code": region, "field": field or None}
        copy_row(rows, "training", "state = 'COMPLETED'", id=key("training", number), **owner)
        officer = rows.value("SELECT id FROM officer WHERE organization_id = $1 LIMIT 1", organization_id(*sender))
        session = (
            "INSERT INTO training_session (training_id, number, subject, held_on, hours) VALUES ($1, 1, 'x', $2, 8)"
        )
        rows.execute(session, key("training", number), date(2026, 5, 6))
        attended = {
            "training_id": key("training", number),
            "id": key("attended", "training", number),
            "officer_id": officer,
            **owner,
        }
        copy_row(rows, "training_attendance", "session_number = 1", **attended)


def matter(rows: Rows, id_: str, body: tuple[str, str, str], organ: tuple[str, str, str], **changes: Any) -> None:
    """Insert a matter as its body and its organ are, with a document and a record of accountability upon it."""
    supervised = {name.removeprefix("owner_"): value for name, value in side("owner", organ).items()}
    supervised["organization_id"] = supervised.pop("id")
    power = "INFORM" if organ[1] == "VERTICAL" else "GUIDE" if body[1] == "LEGAL_UNIT" else "ORDER"
    # One of each object is open at a time: of these each is about another officer.
    officer = rows.value(
        "SELECT id FROM officer o WHERE NOT EXISTS (SELECT FROM supervision_matter m"
        " WHERE m.officer_id = o.id) ORDER BY id LIMIT 1"
    )
    # Of those terminated some had not been notified.
    notified_at = None if changes.get("state") == "TERMINATED" and organ[1:] == MARKET else "2026-01-05T09:00:00+08:00"
    facts = {"officer_id": officer, "number": id_, "power": power, "notified_at": notified_at}
    given = {**facts, **supervised, **side("body", body), **changes}
    copy_row(rows, "supervision_matter", "state = 'FILED'", id=id_, **given)
    about = {"matter_id": id_, **supervised}
    issued = {"id": key("document", id_), "number": id_, **side("issuer", body)}
    copy_row(rows, "supervision_document", "true", **issued, **about)
    copy_row(rows, "accountability_record", "true", id=key("held", id_), **side("body", body), **about)


def _evaluations(rows: Rows) -> None:
    for region, state in itertools.product(("41", "4101", "4103", "410302", "410303"), EvaluationState):
        for evaluator in ("RESEARCH_INSTITUTE", "SURVEY_AGENCY"):
            evaluate(rows, key("evaluation", region, state.name, evaluator), region, evaluator, state.name)
    evaluate(rows, key("suspended"), "4103", "RESEARCH_INSTITUTE", "SCORING", is_suspended=True)
    told = {"id": key("told", "evaluator"), "organization_id": organization_id("4103", "RESEARCH_INSTITUTE")}
    copy_row(rows, "notification", "true", **told)


def evaluate(rows: Rows, id_: str, region: str, evaluator: str, state: str, *, is_suspended: bool = False) -> None:
    """Insert an evaluation that a region's bureau commissioned, with a subject and a sampled case."""
    commissioner = organization_id(region, "JUDICIAL_BUREAU")
    of_it = {"evaluation_id": id_, "commissioner_id": commissioner}
    sides = {"commissioner_id": commissioner, "evaluator_id": organization_id("4103", evaluator)}
    changes = {"state": state, "is_suspended": is_suspended, "version": 1}
    copy_row(rows, "evaluation", "kind = 'THIRD_PARTY'", id=id_, **sides, **changes)
    subject = key("subject", id_)
    copy_row(rows, "evaluation_subject", "true", id=subject, is_published=state == "PUBLISHED", **of_it)
    sampled, copied = key("sampled", id_), key("copied", id_)
    copy_row(rows, "sampled_case", "true", id=sampled, subject_id=subject, **of_it)
    account = rows.value("SELECT id FROM account WHERE subject = 'county-judicial'")
    store_file(rows, copied, (region, "JUDICIAL_BUREAU"), account)
    rows.execute("INSERT INTO sampled_copy VALUES ($1, 1, $2)", sampled, copied)


def _file_reviews(rows: Rows) -> None:
    # By the judicial bureau of the organ's county, or of its own level above.
    for number, pair in enumerate(PAIRS):
        for (region, kind, field), of in zip(pair, ("DRAFT", "SENT"), strict=True):
            copy_row(
                rows,
                "case_file_review",
                "true",
                id=key("review", number, of),
                case_id=key("case", key("transfer", number, of)),
                organization_id=organization_id(region, kind, field),
                region_code=region,
                field=field or "URBAN_MANAGEMENT",
                reviewer_id=organization_id(region[:6], "JUDICIAL_BUREAU"),
            )


# Judicial bureaus with where an enterprise of theirs is, and who is invited to answer.
BUREAUS = (
    ("410302", "410302001", "enterprise"),
    ("410303", "410303", "county-market-officer"),
    ("4103", "410302", "invited-supervisor"),
    ("4101", "4101", "police"),
)


def _society(rows: Rows) -> None:
    for bureau, place, login in BUREAUS:
        owner = {"organization_id": organization_id(bureau, "JUDICIAL_BUREAU"), "region_code": bureau}
        account = rows.value("SELECT id FROM account WHERE subject = $1", login)
        own = {**owner, "region_code": place, "account_id": account}
        for purpose, state in itertools.product(("SURVEY", "POLL"), ("DRAFT", "PUBLISHED", "CLOSED")):
            form = {"id": key("form", bureau, purpose, state), "code": f"X-{purpose}-{state}", "state": state}
            copied = {"purpose": purpose, "is_anonymous": purpose == "POLL", "predecessor_id": None}
            copy_row(rows, "questionnaire", "true", **form, **copied, **owner)
        invited = {"id": key("invited", bureau), "questionnaire_id": key("form", bureau, "SURVEY", "PUBLISHED")}
        answered = {"questionnaire_id": invited["questionnaire_id"], "respondent_id": account}
        copy_row(rows, "questionnaire_invitation", "true", **invited, account_id=account, **owner)
        copy_row(
            rows,
            "questionnaire_response",
            "respondent_id IS NOT NULL",
            id=key("response", bureau),
            invitation_id=invited["id"],
            **answered,
            **owner,
        )
        unknown = {"respondent_id": None, "invitation_id": None, "answered_at": None, "is_sealed": True}
        sealed = {"id": key("sealed", bureau), "questionnaire_id": key("form", bureau, "POLL", "PUBLISHED")}
        copy_row(rows, "questionnaire_response", "true", **sealed, **unknown, **owner)
        copy_row(rows, "contact_point", "true", id=key("point", bureau), credit_code=f"X{bureau}", **own)
        person = login if login == "invited-supervisor" else "enterprise"
        invited_person = {"account_id": rows.value("SELECT id FROM account WHERE subject = $1", person), **owner}
        supervisor = key("supervisor", bureau)
        copy_row(rows, "invited_supervisor", "state = 'APPOINTED'", id=supervisor, **invited_person)
        report = {"id": key("supervisor's report", bureau), "supervisor_id": supervisor}
        copy_row(rows, "supervisor_report", "true", **report, **invited_person)
        visited = {"contact_point_id": key("point", bureau), "response_id": None}
        copy_row(rows, "contact_visit", "true", id=key("visit", bureau), **visited, **own)


def _revisit(rows: Rows, number: int, owner: tuple[str, str, str], case_id: str) -> None:
    region, _, field = owner
    organ = {"organization_id": organization_id(*owner), "region_code": region, "field": field or None}
    # Of some the assigner is the owner's bureau, of others the owner itself, for its legal unit.
    county = region[:6]
    assigner = organization_id(county, "JUDICIAL_BUREAU") if number % 2 else organ["organization_id"]
    of_assigner = {**organ, "organization_id": assigner}
    sample = key("sample", number)
    copy_row(rows, "revisit_sample", "true", id=sample, since=f"2020-01-{number + 1:02d}", **of_assigner)
    drawn = {"sample_id": sample, "assigner_id": assigner, **organ}
    to_come = {"state": "SAMPLED", "visitor_id": None, "visited_at": None}
    copy_row(rows, "case_revisit", "true", id=key("revisit", number), case_id=case_id, **drawn, **to_come)
    # Once it is recorded the owner sees it, too.
    visitor = rows.value("SELECT id FROM account WHERE subject = 'province-judicial'")
    recorded = {"state": "DONE", "visitor_id": visitor, "visited_at": "2026-01-05T09:00:00+08:00"}
    of_case = key("case", key("transfer", number, "SENT"))
    copy_row(rows, "case_revisit", "true", id=key("recorded", number), case_id=of_case, **drawn, **recorded)


def _alert(rows: Rows, number: int, sender: tuple[str, str, str], receiver: tuple[str, str, str]) -> None:
    # Cleared ones, so that no server clears them.
    rows.execute(
        """INSERT INTO alert (id, rule, severity, object_type, object_id, organization_id, region_code, field,
               sender_id, sender_region_code, sender_field, explanation, facts, raised_at, cleared_at)
           VALUES ($1, 'LINKAGE_UNANSWERED', 'RED', 'Linkage', $2, $3, $4, $5, $6, $7, $8, 'x', '[["事项", "x"]]',
               now(), now())""",
        key("alert", number),
        key("linkage", number),
        organization_id(*receiver),
        receiver[0],
        receiver[2] or None,
        organization_id(*sender),
        sender[0],
        sender[2] or None,
    )


def _enterprise_met_elsewhere(rows: Rows) -> None:
    elsewhere = next(number for number, pair in enumerate(PAIRS) if pair[0][0] == pair[1][0] == "4101")
    rows.execute("INSERT INTO enterprise (credit_code) VALUES ($1)", _CREDIT_CODE)
    rows.execute(
        "UPDATE enforcement_case SET party_credit_code = $1 WHERE id = $2",
        _CREDIT_CODE,
        key("case", key("transfer", elsewhere, "DRAFT")),
    )


def _assessments(rows: Rows) -> None:
    for region in ("41", "4103", "4101", "410302", "410303"):
        bureau = organization_id(region, "JUDICIAL_BUREAU")
        copy_row(rows, "assessment_round", "true", id=key("assessed", region), assessor_id=bureau)
    # Of each organ one in every state, of a year of its own.
    for (number, (assessor, organ)), (year, state) in itertools.product(
        enumerate(ASSESSED), enumerate(AssessmentState, 2001)
    ):
        copy_row(
            rows,
            "assessment",
            "state = 'PUBLISHED'",
            id=key("assessment", number, state.name),
            assessor_id=organization_id(*assessor),
            organization_id=organization_id(*organ),
            region_code=organ[0],
            field=organ[2] or None,
            period_from=f"{year}-01-01",
            period_to=f"{year}-12-31",
            state=state.name,
        )


def _reports(rows: Rows) -> None:
    # Of each author one in every state, of a year of its own; of each city a bulletin in every state.
    for (number, author), (year, state) in itertools.product(enumerate(AUTHORS), enumerate(ReportState, 2001)):
        copy_row(
            rows,
            "progress_report",
            "state = 'REVIEWED'",
            id=key("report", number, state.name),
            organization_id=organization_id(*author),
            region_code=author[0],
            field=author[2] or None,
            reviewer_id=organization_id(author[0][:4], "JUDICIAL_BUREAU"),
            government_id=organization_id(author[0][:4], "GOVERNMENT"),
            year=year,
            state=state.name,
            edition=1,
            predecessor_id=None,
        )
    for region, told in itertools.product(("4103", "4101"), BulletinState):
        copy_row(
            rows,
            "bulletin",
            "state = 'DRAFT'",
            id=key("bulletin", region, told.name),
            organization_id=organization_id(region, "GOVERNMENT"),
            region_code=region,
            state=told.name,
            number=f"E-{region}" if told.name == "PUBLISHED" else None,
        )


def _explanations(rows: Rows) -> None:
    # Of each organ one in every state, of a year of its own; some that were withdrawn the organ never saw.
    for region in ("41", "4103", "4101", "410302", "410303"):
        changes = {"organization_id": organization_id(region, "JUDICIAL_BUREAU"), "region_code": region}
        copy_row(rows, "special_explanation_round", "true", id=key("round", region), **changes)
    ends = dict.fromkeys(end for pair in PAIRS for end in pair)
    for (number, end), (year, state) in itertools.product(enumerate(ends), enumerate(ExplanationState, 2001)):
        unseen = state.name == "GENERATED" or (state.name == "WITHDRAWN" and number % 2)
        copy_row(
            rows,
            "special_explanation",
            "state = 'ACCEPTED'",
            id=key("explanation", number, state.name),
            organization_id=organization_id(*end),
            region_code=end[0],
            field=end[2] or None,
            government_id=organization_id(end[0][:6], "GOVERNMENT"),
            year=year,
            state=state.name,
            **({"notified_at": None} if unseen else {}),
        )


def _imports(rows: Rows) -> None:
    # Some are asked for by accounts of other organizations. All have ended, so that no server runs them.
    bureaus = [(region, "JUDICIAL_BUREAU", "") for region in ("410302", "410303", "4103", "4101", "41")]
    askers = ("county-market-officer", "township", "county-judicial", "police", "finance")
    for number, end in enumerate([*bureaus, *(pair[0] for pair in PAIRS), *(pair[1] for pair in PAIRS)]):
        rows.execute(
            """INSERT INTO import_job (id, organization_id, region_code, account_id, file_id, kind, mode, is_dry_run,
                   state, rows_read, rows_accepted, rows_refused, created_at, finished_at)
               SELECT $1, $2, $3, a.id, $4, 'CASES', 'PER_ROW', false, 'DONE', 1, 0, 1, now(), now()
               FROM account a WHERE a.subject = $5""",
            key("import", number),
            organization_id(*end),
            end[0],
            key("file", 0),
            askers[number % len(askers)],
        )
        rows.execute("INSERT INTO refused_row VALUES ($1, $2, 2, '必填')", key("row", number), key("import", number))


def store_file(rows: Rows, id_: str, owner: tuple[str, ...], account: Any, state: str = "STORED") -> None:
    """Insert the row of a file of an organization; it has no content."""
    rows.execute(
        """INSERT INTO stored_file (id, name, media_type, size, sha256, organization_id, region_code, uploaded_by,
               created_at, state, storage_key)
           VALUES ($1, 'x.pdf', 'application/pdf', 1, $2, $3, $4, $5, now(), $6, $7)""",
        id_,
        hashlib.sha256(id_.encode()).digest(),
        organization_id(*owner),
        owner[0],
        account,
        state,
        key("content", id_),
    )


def _carried_files(rows: Rows, account: Any) -> None:
    # Of every transfer a file of its sender is attached, and one is evidence or a document of its case.
    for (number, (sender, _)), state in itertools.product(enumerate(PAIRS), TransferState):
        transfer = key("transfer", number, state.name)
        attached, of_the_case = key("attached", transfer), key("of the case", transfer)
        store_file(rows, attached, sender, account)
        store_file(rows, of_the_case, sender, account)
        rows.execute("INSERT INTO transfer_attachment VALUES ($1, 1, 'x', $2)", transfer, attached)
        _carry(rows, key("case", transfer), of_the_case, as_evidence=number % 2 == 0)
    # A case that is published opens no file; one under review opens them to the body that reviews it.
    for name, changes in (
        ("published", {"published_at": "2026-01-05T00:00:00+08:00"}),
        ("reviewed", {"legal_reviewer_id": organization_id("410302", "LEGAL_UNIT", "MARKET_REGULATION")}),
        ("reviewed by the bureau", {"legal_reviewer_id": organization_id("410302", "JUDICIAL_BUREAU")}),
    ):
        owner = ("410303", *HEALTH)
        for as_evidence in (True, False):
            case_id = key("case", name, as_evidence)
            copy_row(
                rows,
                "enforcement_case",
                "act_type = 'PENALTY' AND published_at IS NULL AND NOT is_offered",
                **{
                    "id": case_id,
                    "number": case_id,
                    "organization_id": organization_id(*owner),
                    "region_code": owner[0],
                    "field": owner[2],
                    "legal_reviewer_id": None,
                    **changes,
                },
            )
            store_file(rows, key("file", case_id), owner, account)
            _carry(rows, case_id, key("file", case_id), as_evidence=as_evidence)


def _carry(rows: Rows, case_id: str, file_id: str, *, as_evidence: bool) -> None:
    table, kind, day = ("evidence", "DOCUMENTARY", "collected_on")
    if not as_evidence:
        table, kind, day = ("case_document", "INQUIRY_RECORD", "issued_on")
    rows.execute(
        f"INSERT INTO {table} (id, case_id, kind, name, {day}, file_id) VALUES ($1, $2, $3, 'x', '2026-01-05', $4)",
        key(table, file_id),
        case_id,
        kind,
        file_id,
    )


def _transfer(rows: Rows, id_: str, state: str, sender: tuple[str, str, str], receiver: tuple[str, str, str]) -> None:
    is_pending = state in ("SENT", "RECEIVED")
    owner = receiver if state in ("ACCEPTED", "DESIGNATED", "RESULT_RETURNED") else sender
    case_id = key("case", id_)
    offered = side("offered", receiver) if is_pending else {}
    organization = offered.pop("offered_id", None)
    copy_row(
        rows,
        "enforcement_case",
        "act_type = 'PENALTY' AND published_at IS NULL",
        id=case_id,
        number=id_,
        organization_id=organization_id(*owner),
        region_code=owner[0],
        field=owner[2] or "URBAN_MANAGEMENT",
        legal_reviewer_id=None,
        is_offered=is_pending,
        offered_organization_id=organization,
        **{"offered_region_code": None, "offered_field": None, **offered},
    )
    sides = {**side("sender", sender), **side("receiver", receiver)}
    # Of those withdrawn some had been sent.
    never_sent = {"sent_at": None} if state == "WITHDRAWN" and sender[2:] == MARKET[1:] else {}
    kind = {"kind": "SUPERVISORY"} if receiver[1:] == COMMISSION else {}
    copied = {"id": id_, "state": state, "case_id": case_id, "next_due_at": None}
    copy_row(rows, "case_transfer", "true", **copied, **kind, **sides, **never_sent)
    if owner is receiver:
        rows.execute(
            """INSERT INTO handed_over_case (id, transfer_id, organization_id, region_code, field, number, act_type,
                   state, cause, party_kind, party_name, handed_over_at)
               SELECT $1, $2, $3, $4, $5, number, act_type, 'FILED', cause, party_kind, party_name, registered_at
               FROM enforcement_case WHERE id = $6""",
            key("handed", id_),
            id_,
            organization_id(*sender),
            sender[0],
            sender[2] or "URBAN_MANAGEMENT",
            case_id,
        )


def _dispute(
    rows: Rows, number: int, state: str, applicant: tuple[str, str, str], respondent: tuple[str, str, str]
) -> None:
    common = applicant[0][:6] if applicant[0][:6] == respondent[0][:6] else applicant[0][:4]
    common = common if common[:4] == respondent[0][:4] else "41"
    transfer_id = key("transfer", number // len(DisputeState), "DISPUTED")
    copy_row(
        rows,
        "coordination_dispute",
        "true",
        id=key("dispute", number),
        next_due_at=None,
        state=state,
        transfer_id=transfer_id,
        case_id=key("case", transfer_id),
        coordinator_id=organization_id(common, "JUDICIAL_BUREAU"),
        government_id=organization_id(common, "GOVERNMENT"),
        **{**side("applicant", applicant), **side("respondent", respondent)},
    )
