"""A bureau: runs commands as personas over HTTP, and the acts that bring cases and transfers to where tests begin."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLNonNull, get_named_type

from resolvers.global_id import GlobalID
from schema.build import build_schema
from seeds.organizations import organization_id
from tests.cluster import Rows, until
from tests.serving import Client

SCHEMA = build_schema()._schema


SHOWN = {
    "case": "id version state availableActions isOffered refusals isShirked partyName organization { name }"
    " deadlines { event state dueAt suspendedAt } history { command }",
    "transfer": "id version state availableActions case { state } handedOverCase { state partyName }"
    " deadlines { event state }",
    "dispute": "id version state availableActions isShirking coordinator { name } government { name }"
    " deadlines { event state }",
    "officer": "id version",
    "certificate": "id version state",
    "training": "id version state availableActions sessions { number } attendances { nodes { hours } }",
    "assignment": "id version state",
    "dutyItem": "id version state edition availableActions",
    "linkage": "id version state",
    "clue": "id version state availableActions isSuspended suspensionReason reply deadlines { event state }",
    "complaint": "receipt state reply",
    "revisit": "id version state availableActions satisfaction clue { id state } deadlines { event state dueAt }",
    "revisitSample": "id version seed population drawn revisits(first: 100) { nodes { id version state isPriority"
    " case { id penaltyKinds penaltyAmount } organization { id } } }",
    "revisitPolicy": "id version",
    "deadlineRule": "id version",
    "inspectionLimit": "id version",
    "hearingThreshold": "id version",
    "leadingGroup": "id version state availableActions members { number leftOn }",
    "budget": "id version amount spent purpose finance { name }",
    "staffingRule": "id version validTo",
    "estimation": "id bodies estimated authorised shortfall",
    "staffing": "id version gaps shortfall changes { version effectiveOn authorised }",
    "assessment": "id version state total rule { id } availableActions lines { criterion weight value sample score"
    " effectiveWeight contribution } deadlines { event state dueAt }",
    "assessmentRound": "id version drawnUp notMeasured assessments(first: 100) { nodes { id version state"
    " organization { name region { code } } } }",
    "assessmentRule": "id version validTo criteria { criterion weight }",
    "alertStandard": "id version",
    "calendarYear": "id version",
    "report": "id version state edition progress predecessor { id state } deadlines { event state dueAt }"
    " availableActions",
    "bulletin": "id version state number reports { report { id state } } availableActions",
    "pilot": "id version state scope isLate dueOn availableActions",
    "round": "id version generated",
    "explanation": "id version state availableActions deadlines { event state } withdrawingCase { id }",
    "matter": "id version state number availableActions power isReferred body { name } organization { name }"
    " deadlines { event state dueAt }"
    " documents { nodes { id version type effect number dueOn reply organization { name } } }",
    "document": "id version reply",
    "record": "id measure points certificate { state reason }",
    "evaluation": "id version state isSuspended sampleSeed worstField indicators { code } availableActions"
    " matter { id mode origin content state subject organization { name } body { name } }"
    " subjects(first: 50) { nodes { id organization { name } field sampled total rank band } }"
    " sample(first: 60) { nodes { id } } history { command }",
    "fileReview": "id version score hasFailed grade defects { kind points fails }",
    "questionnaire": "id version state edition availableActions answered worstField predecessor { state }"
    " results { question option answers }",
    "invitation": "id version state availableActions response { answeredAt answers { question options number text } }",
    "pollCode": "code",
    "ballot": "poll { id }",
    "contactPoint": "id version state availableActions visitFrequency(year: 2026) { visits least most standing }",
    "visit": "id satisfaction findings problems { text field isClue } response { id }",
    "contactVisitLimit": "id version validTo",
    "supervisor": "id version state availableActions termFrom termTo",
    "supervisorReport": "id version state availableActions handling findings { position isClue clue { id state } }",
    "supervisorTarget": "id version validTo",
}


KEYS = itertools.count()


@dataclass
class Bureau:
    """Runs commands as personas and keeps what they answered."""

    client: Client
    rows: Rows
    objects: dict[str, dict[str, Any]] = field(default_factory=dict)

    def refused(self, name: str, persona: str, /, **given: Any) -> str:
        """The code of the refusal."""
        payload = self.run(name, persona, **given)
        assert payload["userErrors"], payload
        code: str = payload["userErrors"][0]["code"]
        return code

    def done(self, name: str, persona: str | None, /, **given: Any) -> dict[str, Any]:
        """The object as it stands after a command that must succeed."""
        payload = self.run(name, persona, **given)
        assert payload["userErrors"] == [], (name, payload)
        (shown,) = [key for key in payload if key != "userErrors"]
        found: dict[str, Any] = payload[shown]
        return found

    def run(self, name: str, persona: str | None, /, **given: Any) -> dict[str, Any]:
        mutation: Any = SCHEMA.mutation_type
        definition = mutation.fields[name]
        (shown,) = [key for key in definition.type.fields if key != "userErrors"]
        input_type = get_named_type(definition.args["input"].type)
        assert isinstance(definition.args["input"].type, GraphQLNonNull)
        document = f"""mutation($i: {input_type}!) {{
            {name}(input: $i) {{ {shown} {{ {SHOWN[shown]} }} userErrors {{ code field message }} }} }}"""
        asked = {"idempotencyKey": f"key of the tests {next(KEYS)}", **given}
        payload: dict[str, Any] = self.client.ask(document, {"i": asked}, persona)[name]
        if payload[shown] is not None:
            self.objects[shown] = payload[shown]
        return payload

    def on(self, shown: str) -> dict[str, Any]:
        """The id and the version of the object as it was seen last."""
        return {key: self.objects[shown][key] for key in ("id", "version")}


def body(region: str, kind: str, of: str = "") -> str:
    return str(GlobalID("Organization", str(organization_id(region, kind, of))))


MARKET, HEALTH = body("410302", "DEPARTMENT", "MARKET_REGULATION"), body("410302", "DEPARTMENT", "HEALTH")


TOWNSHIP, POLICE = body("410302001", "TOWNSHIP_GOVERNMENT"), body("410302", "POLICE", "PUBLIC_SECURITY")
TEAM = body("410302001", "TOWNSHIP_ENFORCEMENT")


CREDIT_CODE = "91350100M000100Y43"


PERSON = {"kind": "PERSON", "name": "张三丰", "idNumber": "11010519491231002X", "phone": "13800138000"}


def duty(bureau: Bureau, code: str, region: str = "410302", of: str = "MARKET_REGULATION") -> str:
    found = bureau.rows.value(
        """SELECT d.id FROM duty_item d WHERE d.code = $1 AND d.region_code = $2 AND d.field = $3
           AND d.state = 'PUBLISHED'""",
        code,
        region,
        of,
    )
    return str(GlobalID("DutyItem", str(found)))


def officers(bureau: Bureau, organization: str, state: str = "VALID") -> list[str]:
    key = GlobalID.parse(organization)
    assert key is not None
    found = bureau.rows.fetch(
        """SELECT o.id FROM officer o JOIN certificate c ON c.officer_id = o.id
           WHERE o.organization_id = $1::uuid AND c.state = $2 AND c.valid_to > now() ORDER BY o.number""",
        key.key,
        state,
    )
    return [str(GlobalID("Officer", str(row["id"]))) for row in found]


def register(bureau: Bureau, code: str = "MR-P-002", **given: Any) -> dict[str, Any]:
    asked = {
        "organizationId": MARKET,
        "dutyItemId": duty(bureau, code),
        "actType": "PENALTY",
        "cause": "标签不符合规定",
        "party": PERSON,
        "officerIds": officers(bureau, MARKET)[:2],
        **given,
    }
    return bureau.done("registerCase", "county-market-officer", **asked)


OFFICER, LEGAL = "county-market-officer", "county-market-legal"


def draft(bureau: Bureau, receiver: str = HEALTH, kind: str = "HORIZONTAL", **given: Any) -> dict[str, Any]:
    case = bureau.objects["case"]["id"]
    return bureau.done(
        "draftTransfer", OFFICER, caseId=case, kind=kind, receiverId=receiver, reason="不属于本机关管辖", **given
    )


def hand_in(bureau: Bureau) -> None:
    bureau.done("approveTransfer", LEGAL, **bureau.on("transfer"))
    bureau.done("sendTransfer", OFFICER, **bureau.on("transfer"))


def stand_in(bureau: Bureau, persona: str, kind: str, of: str, role: str = "ORGAN_OFFICER") -> None:
    """Let a persona that has nothing to do with it act for another organ of 老城区, as soon as the server knows."""
    account = bureau.rows.value("SELECT id FROM account WHERE subject = $1", persona)
    asked = "{ viewer { name } }"
    bureau.rows.execute("UPDATE account SET disabled_at = now() WHERE id = $1", account)
    until(lambda: bureau.client.post(asked, persona=persona).status_code == 403)
    bureau.rows.execute(
        """WITH held AS (UPDATE role_assignment SET role = $1, organization_id = $2 WHERE account_id = $3)
           UPDATE account SET disabled_at = NULL WHERE id = $3""",
        role,
        organization_id("410302", kind, of),
        account,
    )
    until(lambda: bureau.client.post(asked, persona=persona).status_code == 200)


def case_of(bureau: Bureau, persona: str) -> dict[str, Any] | None:
    document = f"query($id: ID!) {{ case(by: {{ id: $id }}) {{ {SHOWN['case']} }} }}"
    found: dict[str, Any] | None = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, persona)["case"]
    if found is not None:
        bureau.objects["case"] = found
    return found


def let_period_pass(bureau: Bureau) -> None:
    """What the organ of a matter had time for is overdue."""
    matter = GlobalID.parse(bureau.objects["matter"]["id"])
    assert matter is not None
    for overdue in (
        "UPDATE deadline SET due_at = now() - interval '1 day' WHERE matter_id = $1::uuid",
        "UPDATE supervision_matter SET next_due_at = now() - interval '1 day' WHERE id = $1::uuid",
    ):
        bureau.rows.execute(overdue, matter.key)


def notified(bureau: Bureau, code: str = "MR-P-002", **given: Any) -> None:
    register(bureau, code)
    for name in ("fileCase", "investigateCase"):
        bureau.done(name, OFFICER, **bureau.on("case"))
    bureau.done("notifyParty", OFFICER, **bureau.on("case"), **given)


def key_of(bureau: Bureau) -> Any:
    key = GlobalID.parse(bureau.objects["case"]["id"])
    assert key is not None
    return key.key


def states(case: dict[str, Any]) -> dict[str, str]:
    return {each["event"]: each["state"] for each in case["deadlines"]}
