"""Terms of supervision (plan clause 5): matters, documents and accountability."""

from __future__ import annotations

from models.vocabulary import Vocabulary


class SupervisionMode(Vocabulary):
    """监督方式 · Mode of supervision"""

    DAILY = "日常监督", "Daily"
    KEY = "重点监督", "Of a key matter"
    SPECIAL = "专项监督", "Special, of one field or question"


class SupervisionOrigin(Vocabulary):
    """监督事项来源 · What a matter was opened upon"""

    PLAN = "监督计划", "The yearly plan of supervision"
    CLUE = "线索", "A clue"
    ALERT = "预警", "An alert"
    REVISIT = "案件回访", "A revisit of a case"
    FILE_REVIEW = "案卷评查", "A review of case files"
    EVALUATION = "评估", "An evaluation"
    POLL = "网上投票", "An open poll"
    RECOMMENDATION = "司法所建议", "The recommendation of a judicial office"
    ASSIGNED = "上级交办", "Assigned by a superior"
    OTHER = "其他", "Other"


class SupervisionPower(Vocabulary):
    """监督权限 · How far the responsible body may go with an organ (行政执法监督条例 6, 42)"""

    ORDER = "监督纠正", "The supervision body of the area corrects and orders"
    GUIDE = "督促指导", "A department urges and guides those of its line below, and orders nothing"
    INFORM = "告知上级主管部门", "Of a vertical organ the superior department is told what was found"


class SupervisionMatterState(Vocabulary):
    """监督事项状态 · State of a supervision matter"""

    REGISTERED = "已登记", "Registered, or recommended"
    FILED = "已立案", "Filed"
    NOTIFIED = "已通知", "The organ was notified"
    EXPLAINED = "已说明", "The organ has explained"
    INVESTIGATED = "已调查", "Investigated"
    OPINION_ISSUED = "已出具意见", "The opinion was issued"
    RECTIFYING = "整改中", "The organ is rectifying"
    REPORTED = "已报告整改", "The organ has reported its rectification"
    VERIFIED = "已核验", "The rectification was verified"
    CLOSED = "已办结", "Closed"
    TERMINATED = "已终止", "Terminated"
    OBJECTED = "有异议", "The organ objects"
    REVIEWED = "已复核", "The objection was reviewed"
    DECISION_ISSUED = "已作出决定", "The decision was issued"
    EXECUTED = "决定已执行", "The decision was executed"


class ObjectionResult(Vocabulary):
    """复核结果 · Outcome of the review of an objection"""

    UPHELD = "维持", "The opinion stands"
    CHANGED = "变更", "Another opinion takes its place"
    REVOKED = "撤销", "The opinion is revoked"


class SupervisionDocumentType(Vocabulary):
    """监督文书种类 · Type of supervision document, apart from its legal effect"""

    NOTICE = "行政执法监督通知书", "Notice"
    OPINION = "行政执法监督意见书", "Opinion"
    SUGGESTION = "行政执法监督建议书", "Suggestion"
    EXPEDITE = "行政执法监督督办函", "Letter that expedites"
    DECISION = "行政执法监督决定书", "Decision"


class SupervisionEffect(Vocabulary):
    """监督文书效力 · What a supervision document asks of its addressee"""

    INQUIRE = "要求说明", "To explain"
    CORRECT = "要求纠正", "To correct"
    ADVISE = "提出建议", "To consider what is advised or told"
    EXPEDITE = "督促办理", "To do what is due"
    ORDER = "责令执行", "To execute what is ordered"


class AccountabilityMeasure(Vocabulary):
    """责任追究方式 · Measure of accountability"""

    INTERVIEW = "约谈", "Interview"
    BULLETIN = "通报", "Bulletin"
    CERTIFICATE_SUSPENDED = "暂扣执法证件", "The certificate is suspended"
    CERTIFICATE_REVOKED = "吊销执法证件", "The certificate is revoked"
    REFERRED = "移送处理", "Referred to another organ"
