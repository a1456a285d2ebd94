"""Who walks a life over HTTP, with which inputs, and keeps which act was done from which state."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from models.base import now
from models.counting import local_day
from resolvers.global_id import GlobalID
from tests.bureau import HEALTH, LEGAL, OFFICER, PERSON, Bureau
from tests.examples import key
from tests.lives import LIVES
from tests.refusals import commands_on

BUREAU, GOVERNMENT, RECEIVER = "county-judicial", "county-government", "supervisory-commission"
# The receiver's legal unit.
RECEIVERS_HEAD = "police"

BY_LEGAL = ("passLegalReview", "returnLegalReview", "extendDeadline", "suspendDeadlines", "resumeDeadlines")
TODAY = str(local_day(now()))
OUTCOME = {"kind": "LITIGATION", "result": "UPHELD", "body": "人民法院", "decidedOn": TODAY}
INPUTS: dict[str, dict[str, Any]] = {
    "addCaseDocument": {
        "kind": "INQUIRY_RECORD",
        "name": "询问笔录",
        "issuedOn": "2026-11-02",
        "fileId": str(GlobalID("StoredFile", key("walked"))),
    },
    "updateCase": {"party": {**PERSON, "address": "老城区中州东路1号"}},
    "addEvidence": {"kind": "DOCUMENTARY", "name": "笔录", "collectedOn": "2026-11-02"},
    "decideCase": {"decision": "决定"},
    "holdHearing": {"noticedOn": "2026-11-02"},
    "grantLicence": {"decision": "准予"},
    "recordInspectionResult": {"decision": "未发现问题"},
    "recordReviewProceeding": {"kind": "RECONSIDERATION", "body": "人民政府", "acceptedOn": TODAY},
    "recordReviewOutcome": OUTCOME,
    "proposeOnLicence": {"receiverId": HEALTH, "proposal": "建议暂扣许可证"},
    "extendClueDeadline": {"reason": "情况复杂", "event": "ANSWER_CLUE"},
    "extendTransferDeadline": {"reason": "情况复杂", "event": "TRANSFER_ANSWER"},
    "extendDisputeDeadline": {"reason": "情况复杂", "event": "COORDINATE_DISPUTE"},
    "extendLinkageDeadline": {"reason": "情况复杂", "event": "LINKED_INSPECTION"},
    "extendDeadline": {"reason": "案情复杂", "event": "DECIDE_PENALTY"},
    **{name: {"text": "请于期限内办理"} for name in ("notifyOrgan", "expediteMatter", "informSuperior")},
    "explainMatter": {"explanation": "情况属实"},
    "investigateMatter": {"finding": "程序不规范"},
    "issueSupervisionOpinion": {"opinion": "限期改正"},
    "startRectification": {"plan": "逐案核查"},
    **{name: {"report": "已改正"} for name in ("reportRectification", "reportExecution")},
    "verifyRectification": {"conclusion": "整改到位"},
    "reviewObjection": {"result": "UPHELD", "review": "意见适当"},
    "decideMatter": {"decision": "责令改正", "dueOn": "2099-01-01"},
}

# What takes time is done as if that had passed: since the party was notified, since the licence's term was over.
_TIME_PASSED = {
    "holdHearing": "UPDATE enforcement_case SET notified_at = '2026-11-02T09:00:00+08:00' WHERE id = $1::uuid",
    "expireLicence": "UPDATE enforcement_case SET licence_valid_to = '2026-11-02' WHERE id = $1::uuid",
}
# In how many values the latest entry of an object holds a text.
_KEPT = """SELECT count(*) FROM (SELECT after FROM audit_entry WHERE object_id = $1 ORDER BY id DESC LIMIT 1) a,
           jsonb_each_text(a.after) v WHERE v.value = $2"""

COMMANDS = {command.name: command for type_name in LIVES for command in commands_on(type_name)}


@dataclass
class Walker:
    """Walks lives and keeps which act was done from which state."""

    bureau: Bureau
    done: set[tuple[str | None, str]] = field(default_factory=set)

    def act(self, shown: str, name: str, persona: str, expected: str | None = None, /, **given: Any) -> dict[str, Any]:
        """Do it: it must be done, and lead to the state that is expected or leave the object where it is."""
        before = self.bureau.objects[shown]
        asked = {"reason": "依法处理"} if "reason" in COMMANDS[name].values else {}
        asked |= self.bureau.on(shown) | INPUTS.get(name, {}) | given
        if name in _TIME_PASSED:
            self.bureau.rows.execute(_TIME_PASSED[name], _key_of(before))
        after = self.bureau.done(name, persona, **asked)
        assert after["id"] == before["id"] and after["version"] == before["version"] + 1
        assert after.get("state") == (expected or before.get("state")), name
        if "reason" in asked:
            assert self.bureau.rows.value(_KEPT, _key_of(after), asked["reason"]) == 1, name
        self.done.add((before.get("state"), COMMANDS[name].action))
        return after

    def walk(self, walk: str, **given: dict[str, Any]) -> None:
        """Walk a case along commands, with a document entered in every state that admits one."""
        for step in walk.split():
            self._document()
            name, _, expected = step.partition(">")
            self.act("case", name, LEGAL if name in BY_LEGAL else OFFICER, expected or None, **given.get(name, {}))
        self._document()

    def _document(self) -> None:
        state = self.bureau.objects["case"]["state"]
        if (state, "ADD_DOCUMENT") not in self.done:
            self.act("case", "addCaseDocument", OFFICER)


def _key_of(shown: dict[str, Any]) -> Any:
    parsed = GlobalID.parse(shown["id"])
    assert parsed is not None
    return parsed.key
