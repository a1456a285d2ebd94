"""Lives of cases: commands with the state that each leads to."""

from __future__ import annotations

# Commands with the state that each leads to; those without an arrow leave it as it was.
REVIEW = "recordReviewProceeding recordReviewOutcome"
NOTICE_BOARD = f"publishDecision takeDownPublication {REVIEW}"
DONE = f"{NOTICE_BOARD} proposeOnLicence"
ANNULLED = "recordReviewOutcome closeCase>CLOSED"
RESTORED = "recordReviewOutcome restoreLicence>GRANTED"
INVESTIGATED = "fileCase>FILED investigateCase>INVESTIGATING"
REVIEWED = f"{INVESTIGATED} requestLegalReview>LEGAL_REVIEW passLegalReview"
ALIKE = f"""assignOfficers updateCase addEvidence decideCase>DECIDED {NOTICE_BOARD}
            closeCase>CLOSED {NOTICE_BOARD}"""
WALKS: dict[str, list[str]] = {
    "PENALTY NEEDED": [
        f"""assignOfficers updateCase addEvidence
            fileCase>FILED assignOfficers updateCase addEvidence extendDeadline suspendDeadlines resumeDeadlines
            investigateCase>INVESTIGATING assignOfficers updateCase addEvidence
            requestLegalReview>LEGAL_REVIEW returnLegalReview>INVESTIGATING
            requestLegalReview>LEGAL_REVIEW assignOfficers passLegalReview
            notifyParty>NOTIFIED assignOfficers updateCase addEvidence
            requestLegalReview>LEGAL_REVIEW passLegalReview notifyParty>NOTIFIED decideCase>DECIDED {DONE}
            serveDecision>SERVED {DONE}
            executeDecision>EXECUTING {DONE}
            closeCase>CLOSED {DONE} reportCorrection
            archiveCase>ARCHIVED {NOTICE_BOARD} reportCorrection""",
        f"""{REVIEWED} notifyParty>NOTIFIED holdHearing>HEARING assignOfficers updateCase addEvidence
            requestLegalReview>LEGAL_REVIEW passLegalReview decideCase>DECIDED""",
        f"""{REVIEWED} notifyParty>NOTIFIED addEvidence holdHearing>HEARING
            requestLegalReview>LEGAL_REVIEW returnLegalReview>HEARING""",
        f"{REVIEWED} notifyParty>NOTIFIED requestHearing holdHearing>HEARING decideCase>DECIDED",
        f"{REVIEWED} notifyParty>NOTIFIED holdHearing>HEARING notPenalize>NOT_PENALIZED",
        f"{REVIEWED} notifyParty>NOTIFIED notPenalize>NOT_PENALIZED",
        f"{REVIEWED} notPenalize>NOT_PENALIZED",
        f"{REVIEWED} notifyParty>NOTIFIED notifyParty decideCase>DECIDED",
        f"{REVIEWED} notifyParty>NOTIFIED waiveHearing decideCase>DECIDED",
        f"{REVIEWED} notifyParty>NOTIFIED waiveHearing decideCase>DECIDED announceService",
        f"{INVESTIGATED} notPenalize>NOT_PENALIZED {REVIEW} reportCorrection archiveCase>ARCHIVED",
        f"{REVIEWED} notifyParty>NOTIFIED waiveHearing decideCase>DECIDED {ANNULLED}",
        f"{REVIEWED} notifyParty>NOTIFIED waiveHearing decideCase>DECIDED serveDecision>SERVED {ANNULLED}",
        f"{INVESTIGATED} withdrawCase>WITHDRAWN archiveCase>ARCHIVED",
        "fileCase>FILED withdrawCase>WITHDRAWN",
        "withdrawCase>WITHDRAWN",
    ],
    "PENALTY AFTER_HEARING": [
        f"""{INVESTIGATED} notifyParty>NOTIFIED holdHearing>HEARING
            requestLegalReview>LEGAL_REVIEW returnLegalReview>HEARING
            requestLegalReview>LEGAL_REVIEW passLegalReview decideCase>DECIDED""",
        f"{INVESTIGATED} notifyParty>NOTIFIED decideCase>DECIDED",
    ],
    "PENALTY SIMPLE": [
        "fileCase>FILED notifyParty>NOTIFIED decideCase>DECIDED",
        "fileCase>FILED notPenalize>NOT_PENALIZED",
        "convertToOrdinary fileCase>FILED investigateCase>INVESTIGATING",
        "fileCase>FILED convertToOrdinary investigateCase>INVESTIGATING notifyParty>NOTIFIED",
        "fileCase>FILED notifyParty>NOTIFIED convertToOrdinary>FILED investigateCase>INVESTIGATING",
    ],
    "LICENSING": [
        f"""assignOfficers updateCase addEvidence acceptApplication>ACCEPTED assignOfficers updateCase addEvidence
            examineApplication>REVIEWING assignOfficers updateCase addEvidence
            grantLicence>GRANTED {NOTICE_BOARD} publishDecision
            revokeLicence>REVOKED takeDownPublication {REVIEW}""",
        f"""acceptApplication>ACCEPTED examineApplication>REVIEWING grantLicence>GRANTED publishDecision
            expireLicence>EXPIRED takeDownPublication publishDecision {REVIEW}""",
        f"""acceptApplication>ACCEPTED examineApplication>REVIEWING grantLicence>GRANTED revokeLicence>REVOKED
            {RESTORED}""",
        f"acceptApplication>ACCEPTED examineApplication>REVIEWING refuseLicence>REFUSED {NOTICE_BOARD}",
        "acceptApplication>ACCEPTED examineApplication>REVIEWING withdrawCase>WITHDRAWN",
        "acceptApplication>ACCEPTED withdrawCase>WITHDRAWN",
        "withdrawCase>WITHDRAWN",
    ],
    "INSPECTION": [
        """assignOfficers updateCase addEvidence conductInspection>CONDUCTED assignOfficers updateCase addEvidence
            recordInspectionResult>RESULT_RECORDED publishDecision takeDownPublication
            closeCase>CLOSED publishDecision takeDownPublication""",
        "withdrawCase>WITHDRAWN",
    ],
    "COERCION": [
        f"""assignOfficers updateCase addEvidence implementMeasure>IMPLEMENTED updateCase addEvidence {NOTICE_BOARD}
            extendMeasure>EXTENDED updateCase addEvidence {NOTICE_BOARD} liftMeasure>LIFTED {NOTICE_BOARD}""",
        "implementMeasure>IMPLEMENTED liftMeasure>LIFTED",
        f"implementMeasure>IMPLEMENTED executeDecision>EXECUTED {NOTICE_BOARD}",
        "implementMeasure>IMPLEMENTED extendMeasure>EXTENDED executeDecision>EXECUTED",
        "withdrawCase>WITHDRAWN",
    ],
    **{
        name: [ALIKE, "withdrawCase>WITHDRAWN"]
        for name in ("LEVY", "REQUISITION", "CONFIRMATION", "BENEFIT", "REWARD", "ADJUDICATION", "OTHER")
    },
}
