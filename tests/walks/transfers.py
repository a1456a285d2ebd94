"""Lives of transfers, of disputes over them, and of what a case calls for at another organ."""

from __future__ import annotations

from tests.bureau import HEALTH, LEGAL, MARKET, OFFICER, draft, register
from tests.walks.walker import BUREAU, GOVERNMENT, RECEIVER, RECEIVERS_HEAD, Walker

DELIVERY = (
    ("approveTransfer", LEGAL, "APPROVED"),
    ("sendTransfer", OFFICER, "SENT"),
    ("receiveTransfer", RECEIVER, "RECEIVED"),
)


def received(walker: Walker) -> None:
    """Bring a transfer to its receiver."""
    brought(walker, len(DELIVERY))


def brought(walker: Walker, steps: int) -> None:
    """Draft a transfer and bring it some steps on its way to its receiver."""
    register(walker.bureau, "W-PENALTY NEEDED")
    walker.bureau.done("fileCase", OFFICER, **walker.bureau.on("case"))
    draft(walker.bureau)
    walker.act("transfer", "updateTransfer", OFFICER, isUrgent=False)
    for name, persona, state in DELIVERY[:steps]:
        walker.act("transfer", name, persona, state)


def walk_transfers(walker: Walker) -> None:
    bureau = walker.bureau
    brought(walker, 2)
    walker.act("transfer", "extendTransferDeadline", RECEIVERS_HEAD)
    received(walker)
    walker.act("transfer", "extendTransferDeadline", RECEIVERS_HEAD)
    walker.act("transfer", "acceptTransfer", RECEIVER, "ACCEPTED")
    walker.act("transfer", "extendTransferDeadline", RECEIVERS_HEAD, event="RETURN_TRANSFER_RESULT")
    walker.act("transfer", "returnTransferResult", RECEIVER, "RESULT_RETURNED", result="已立案")
    for steps in range(4):
        brought(walker, steps)
        walker.act("transfer", "withdrawTransfer", OFFICER, "WITHDRAWN")
    disputed(walker)
    coordinated(walker)
    walker.act("dispute", "issueCoordinationOpinion", BUREAU, "OPINION_ISSUED", opinion="由卫健委办理")
    walker.act("dispute", "designateOrgan", BUREAU, organizationId=HEALTH)
    document = "query($id: ID!) { node(id: $id) { ... on CaseTransfer { id version state } } }"
    found = bureau.client.ask(document, {"id": bureau.objects["transfer"]["id"]}, RECEIVER)["node"]
    assert found["state"] == "DESIGNATED"
    bureau.objects["transfer"] = found
    walker.act("transfer", "extendTransferDeadline", RECEIVERS_HEAD, event="RETURN_TRANSFER_RESULT")
    walker.act("transfer", "returnTransferResult", RECEIVER, "RESULT_RETURNED", result="已立案")


def disputed(walker: Walker) -> None:
    """Reject a transfer and open the negotiation over it."""
    received(walker)
    walker.act("transfer", "rejectTransfer", RECEIVER, "REJECTED")
    walker.bureau.done("openDispute", OFFICER, transferId=walker.bureau.objects["transfer"]["id"], subject="管辖权争议")
    walker.done.add(("REJECTED", "NEGOTIATE"))


def coordinated(walker: Walker) -> None:
    """Bring a dispute to its coordinator, by rules that admit to extend all of its deadlines."""
    walker.bureau.rows.execute(
        """UPDATE deadline_rule SET extensions = 2, extension_length = 3
           WHERE event IN ('ACCEPT_DISPUTE', 'COORDINATE_DISPUTE')"""
    )
    walker.act("dispute", "applyForCoordination", OFFICER, "APPLIED", application="请求协调")
    walker.act("dispute", "requestSupplement", BUREAU)
    walker.act("dispute", "supplementApplication", OFFICER, supplement="请求协调，附证据清单")
    walker.act("dispute", "extendDisputeDeadline", BUREAU, event="ACCEPT_DISPUTE")
    walker.act("dispute", "acceptDispute", BUREAU, "ACCEPTED")
    walker.act("dispute", "extendDisputeDeadline", BUREAU)
    walker.act("dispute", "coordinateDispute", BUREAU, "COORDINATING")
    walker.act("dispute", "extendDisputeDeadline", BUREAU)


def walk_disputes(walker: Walker) -> None:
    disputed(walker)
    walker.act("dispute", "withdrawDispute", OFFICER)
    disputed(walker)
    walker.act("dispute", "applyForCoordination", OFFICER, "APPLIED", application="请求协调")
    walker.act("dispute", "withdrawDispute", OFFICER)
    disputed(walker)
    coordinated(walker)
    walker.act("dispute", "recordAgreement", BUREAU, "AGREED", agreement="由市场监管局办理")
    walker.act("dispute", "designateOrgan", BUREAU, organizationId=MARKET)
    for last in ("designateOrgan", "decideDispute"):
        disputed(walker)
        coordinated(walker)
        walker.act("dispute", "issueCoordinationOpinion", BUREAU, "OPINION_ISSUED", opinion="由卫健委办理")
        if last == "designateOrgan":
            walker.act("dispute", last, BUREAU, organizationId=HEALTH)
        else:
            walker.act("dispute", "escalateDispute", RECEIVER, "ESCALATED")
            walker.act(
                "dispute", last, GOVERNMENT, "GOVERNMENT_DECIDED", decision="由卫健委办理", organizationId=HEALTH
            )


def walk_linkages(walker: Walker) -> None:
    bureau = walker.bureau
    register(bureau, "W-LICENSING", actType="LICENSING")
    walker.walk("acceptApplication>ACCEPTED examineApplication>REVIEWING grantLicence>GRANTED")
    document = "query($id: ID!) { case(by: { id: $id }) { linkages { nodes { id version state availableActions } } } }"
    case = bureau.client.ask(document, {"id": bureau.objects["case"]["id"]}, OFFICER)["case"]
    (bureau.objects["linkage"],) = case["linkages"]["nodes"]
    walker.bureau.rows.execute("UPDATE deadline_rule SET extensions = 2 WHERE event = 'LINKED_INSPECTION'")
    walker.act("linkage", "extendLinkageDeadline", LEGAL)
    walker.act("linkage", "receiveLinkage", OFFICER, "RECEIVED")
    walker.act("linkage", "extendLinkageDeadline", LEGAL)
    walker.act("linkage", "answerLinkage", OFFICER, "ANSWERED", answer="已检查")
