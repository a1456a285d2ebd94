"""Terms of enforcement: duty lists, officers, cases, transfers and disputes.

Source: the pilot plan's vocabulary (clauses S3, S4, S6) and the statutes it rests on, chiefly 行政处罚法,
行政许可法 and 行政强制法.
"""

from __future__ import annotations

from models.vocabulary import Vocabulary


class ActType(Vocabulary):
    """执法行为 · Type of enforcement act"""

    PENALTY = "行政处罚", "Penalty"
    LICENSING = "行政许可", "Licensing"
    COERCION = "行政强制", "Coercion"
    LEVY = "行政征收", "Levy"
    REQUISITION = "行政征用", "Requisition"
    INSPECTION = "行政检查", "Inspection"
    CONFIRMATION = "行政确认", "Confirmation"
    BENEFIT = "行政给付", "Benefit"
    REWARD = "行政奖励", "Reward"
    ADJUDICATION = "行政裁决", "Adjudication"
    OTHER = "其他行政行为", "Other acts"


class SupervisionContent(Vocabulary):
    """监督内容 · The seven contents of supervision"""

    SYSTEM_BUILDING = "执法制度建设及落实", "Rules of enforcement and their observance"
    PERSONNEL_QUALIFICATION = "执法人员资格管理", "Qualification of officers"
    PROCEDURE_AND_LAW = "执法程序及法律适用", "Procedure and application of the law"
    CRIMINAL_LINKAGE = "行政执法与刑事司法衔接", "Linkage with criminal justice"
    STRUCTURAL_REFORM = "行政执法体制改革", "Reform of the enforcement system"
    CONDUCT_QUALITY = "行政执法行为质效", "Quality and effect of enforcement"
    SUPPORT_GUARANTEE = "行政执法保障", "Support of enforcement"


class DutySource(Vocabulary):
    """权责来源 · What a duty rests on"""

    STATUTORY = "法定", "Statute"
    AUTHORIZED = "授权", "Authorized by law or regulation"
    ENTRUSTED = "委托", "Entrusted by another organ"
    ASSIGNED_TO_TOWNSHIP = "乡镇赋权", "Assigned to a township"


class DutyItemState(Vocabulary):
    """权责事项状态 · State of a duty item's edition"""

    DRAFT = "草稿", "Draft"
    REVIEWED = "已审查", "Reviewed by the legal unit"
    PUBLISHED = "已公布", "Published and in force"
    SUPERSEDED = "已被修订", "Superseded by a later edition"
    REVOKED = "已撤销", "Revoked"
    WITHDRAWN = "已撤回", "Withdrawn as a draft"


class DutyAssignmentState(Vocabulary):
    """乡镇赋权状态 · State of an assignment to a township"""

    ASSIGNED = "已赋权", "Assigned"
    TAKEN_BACK = "已收回", "Taken back; cases that run stay where they were filed"


class CertificateKind(Vocabulary):
    """证件类别 · Kind of certificate"""

    ENFORCEMENT = "行政执法证", "Enforcement certificate"
    SUPERVISION = "行政执法监督证", "Supervision certificate"


class CertificateState(Vocabulary):
    """证件状态 · State of a certificate; one past its last day is shown as expired"""

    VALID = "有效", "Valid"
    SUSPENDED = "暂扣", "Suspended"
    REVOKED = "吊销", "Revoked"
    EXPIRED = "过期", "Expired"


class Procedure(Vocabulary):
    """程序 · Procedure of a penalty"""

    SIMPLE = "简易程序", "Simple, on the spot (行政处罚法 51)"
    ORDINARY = "普通程序", "Ordinary (行政处罚法 54)"


class CaseSource(Vocabulary):
    """案件来源 · Where a case comes from"""

    INSPECTION = "检查发现", "Found on inspection"
    COMPLAINT = "投诉举报", "Complaint or report"
    ASSIGNED = "上级交办", "Assigned by a superior"
    TRANSFER = "部门移送", "Transferred by another organ"
    OTHER = "其他", "Other"


class PartyKind(Vocabulary):
    """当事人类别 · Kind of party"""

    PERSON = "自然人", "Person"
    ENTERPRISE = "单位", "Enterprise or other organization"
    SOLE_TRADER = "个体工商户", "Sole trader"


class PartyIdKind(Vocabulary):
    """证件类别 · What a person's number is of"""

    RESIDENT_IDENTITY_CARD = "居民身份证、港澳台居民居住证", "Resident identity card or residence permit (GB 11643)"
    PERMANENT_RESIDENCE_CARD = "外国人永久居留身份证", "Foreign permanent resident identity card"
    TRAVEL_PERMIT = "港澳台居民来往通行证", "Travel permit of a resident of Hong Kong, Macao or Taiwan"
    PASSPORT = "护照", "Passport"


class LegalReview(Vocabulary):
    """法制审核 · Whether the law asks for a legal review before the decision, and how it ended (行政处罚法 58)"""

    NOT_NEEDED = "无需审核", "Not needed"
    NEEDED = "需要审核", "Needed before the party is notified"
    AFTER_HEARING = "听证后审核", "Needed if a hearing is held, and after it"
    PASSED = "审核通过", "Passed"
    RETURNED = "审核退回", "Returned; to be asked for again"


# What a duty may ask of its cases; how a review ended is said of a case alone.
LEGAL_REVIEWS_OF_DUTIES = (LegalReview.NOT_NEEDED, LegalReview.NEEDED, LegalReview.AFTER_HEARING)


class MeasureKind(Vocabulary):
    """强制方式 · What coercion is done by: a measure (行政强制法 9), or the execution of a decision (行政强制法 12)"""

    SEIZURE = "查封、扣押", "Sealing or seizure"
    FREEZING = "冻结存款、汇款", "Freezing of deposits or remittances"
    OTHER = "其他强制措施", "Other measures"
    EXECUTION = "强制执行", "Execution"


class ServiceMode(Vocabulary):
    """送达方式 · How a decision is served (民事诉讼法 88 to 95, by 行政处罚法 61)"""

    DIRECT = "直接送达", "Handed over"
    LEFT = "留置送达", "Left where it was refused"
    ENTRUSTED = "委托送达", "By another body"
    MAIL = "邮寄送达", "By mail"
    FORWARDED = "转交送达", "Forwarded by the unit or place where the party is"
    ELECTRONIC = "电子送达", "By electronic means, with the party's consent"
    ANNOUNCEMENT = "公告送达", "By announcement, where it cannot be served otherwise"


class HearingRight(Vocabulary):
    """听证权利 · Whether the party was told of the right to a hearing (行政处罚法 63, 64)"""

    NOT_OFFERED = "未告知", "The party was not told of it"
    OFFERED = "已告知", "The party was told and may ask for a hearing"
    REQUESTED = "要求听证", "The party asked for a hearing, which is held before the decision"
    WAIVED = "已放弃", "The party waived it, or took back that it asked for a hearing"


class CaseState(Vocabulary):
    """案件状态 · State of a case; which fit which act type stands in the table of transitions"""

    CLUE = "案件线索", "Clue, not filed yet"
    FILED = "已立案", "Filed"
    INVESTIGATING = "调查中", "Under investigation"
    LEGAL_REVIEW = "法制审核", "In legal review"
    NOTIFIED = "已告知", "The party was notified"
    HEARING = "已听证", "The hearing was held"
    DECIDED = "已决定", "Decided"
    SERVED = "已送达", "Served"
    EXECUTING = "执行中", "Being executed"
    CLOSED = "已结案", "Closed"
    ARCHIVED = "已归档", "Archived"
    NOT_PENALIZED = "不予处罚", "Decided without a penalty"
    WITHDRAWN = "已撤销", "Withdrawn"
    TRANSFERRED = "已移送", "Handed over for good, to the police or the supervisory commission"
    APPLIED = "已申请", "Applied for"
    ACCEPTED = "已受理", "Accepted"
    REVIEWING = "审查中", "Under examination"
    GRANTED = "准予许可", "Granted"
    REFUSED = "不予许可", "Refused"
    REVOKED = "许可已撤销", "The licence was revoked"
    EXPIRED = "许可已到期", "The licence has expired"
    PLANNED = "已计划", "Planned"
    CONDUCTED = "已检查", "Conducted"
    RESULT_RECORDED = "已记录结果", "The result is recorded"
    APPROVED = "已批准", "Approved"
    IMPLEMENTED = "已实施", "Implemented"
    EXTENDED = "已延长", "Extended"
    LIFTED = "已解除", "Lifted"
    EXECUTED = "已执行", "Executed"
    REGISTERED = "已登记", "Registered"


class PenaltyKind(Vocabulary):
    """处罚种类，由轻到重 · Kind of penalty, from the lightest to the heaviest"""

    WARNING = "警告", "Warning"
    CRITICISM_NOTICE = "通报批评", "Notice of criticism"
    FINE = "罚款", "Fine"
    CONFISCATION = "没收", "Confiscation of unlawful gains or goods"
    LICENCE_SUSPENSION = "暂扣许可证件", "Suspension of a licence"
    GRADE_REDUCTION = "降低资质等级", "Reduction of a grade"
    ACTIVITY_RESTRICTION = "限制开展生产经营活动", "Restriction of business"
    PRODUCTION_HALT = "责令停产停业", "Halt of production or business"
    CLOSURE = "责令关闭", "Closure"
    EMPLOYMENT_BAN = "限制从业", "Ban from an occupation"
    LICENCE_REVOCATION = "吊销许可证件", "Revocation of a licence"
    DETENTION = "行政拘留", "Administrative detention"
    OTHER = "其他", "Other"


class EvidenceKind(Vocabulary):
    """证据种类 · Kind of evidence (行政处罚法 46)"""

    DOCUMENTARY = "书证", "Documentary"
    PHYSICAL = "物证", "Physical"
    AUDIOVISUAL = "视听资料", "Audio-visual"
    ELECTRONIC = "电子数据", "Electronic data"
    WITNESS = "证人证言", "Testimony"
    STATEMENT = "当事人的陈述", "Statement of the party"
    EXPERT_OPINION = "鉴定意见", "Expert opinion"
    INSPECTION_RECORD = "勘验笔录、现场笔录", "Record of an inspection or of the scene"


class CaseDocumentKind(Vocabulary):
    """案件文书种类 · Kind of document of a case"""

    FILING_APPROVAL = "立案审批表", "Approval of the filing"
    INQUIRY_RECORD = "询问笔录", "Record of an inquiry"
    INSPECTION_RECORD = "现场检查笔录", "Record of an inspection on the spot"
    PRESERVATION_NOTICE = "先行登记保存证据通知书", "Notice that evidence is registered and preserved"
    INVESTIGATION_REPORT = "案件调查终结报告", "Report that ends the investigation"
    LEGAL_REVIEW_OPINION = "法制审核意见书", "Opinion of the legal review"
    PRIOR_NOTICE = "行政处罚事先告知书", "Notice to the party before a penalty"
    HEARING_NOTICE = "听证通知书", "Notice of a hearing"
    HEARING_RECORD = "听证笔录", "Record of a hearing"
    COLLECTIVE_DISCUSSION = "集体讨论记录", "Record of the collective discussion"
    PENALTY_DECISION = "行政处罚决定书", "Decision on a penalty"
    LICENSING_DECISION = "行政许可决定书", "Decision on a licence"
    COERCION_DECISION = "行政强制措施决定书", "Decision on a coercive measure"
    SERVICE_RECEIPT = "送达回证", "Proof of service"
    CLOSING_APPROVAL = "结案审批表", "Approval of the closing"
    OTHER = "其他文书", "Another document"


class TransferKind(Vocabulary):
    """移送类别 · Kind of transfer"""

    HORIZONTAL = "部门间移送", "Between departments"
    UPWARD = "向上移送", "From a township to the county"
    DOWNWARD = "向下移送", "From the county to a township"
    CRIMINAL = "涉嫌犯罪移送", "To the police"
    REVERSE_CRIMINAL = "刑事反向移送", "From the police"
    SUPERVISORY = "职务违法移送", "To the supervisory commission"


class TransferState(Vocabulary):
    """移送状态 · State of a transfer"""

    DRAFT = "草稿", "Draft"
    APPROVED = "已批准", "Approved"
    SENT = "已移送", "Sent"
    RECEIVED = "已签收", "The receipt is signed"
    ACCEPTED = "已接收", "Accepted"
    REJECTED = "不予接收", "Rejected"
    DISPUTED = "有争议", "In dispute"
    DESIGNATED = "已指定", "One of the two was designated"
    RESULT_RETURNED = "已反馈", "The result was returned"
    WITHDRAWN = "已撤回", "Withdrawn by the sender, or overtaken by what was decided of the case"


class DisputeState(Vocabulary):
    """争议状态 · State of a dispute of competence"""

    NEGOTIATING = "协商中", "Under negotiation"
    APPLIED = "已申请协调", "Coordination was applied for"
    ACCEPTED = "已受理", "Accepted by the coordinator"
    COORDINATING = "协调中", "Under coordination"
    AGREED = "达成一致", "Agreed"
    OPINION_ISSUED = "已出具意见", "An opinion was issued"
    ESCALATED = "已提请决定", "Escalated to the government"
    GOVERNMENT_DECIDED = "政府已决定", "Decided by the government"


class LinkageKind(Vocabulary):
    """衔接类别 · What one act on a party calls for at another organ"""

    INSPECTION_TASK = "许可后监管检查", "Inspection after a licence was granted"
    LICENCE_PROPOSAL = "许可处理建议", "Proposal to suspend or revoke a licence after a penalty"


class LinkageState(Vocabulary):
    """衔接状态 · State of a linkage"""

    SENT = "已发出", "Sent"
    RECEIVED = "已签收", "The receipt is signed"
    ANSWERED = "已答复", "Answered"
    WITHDRAWN = "已撤回", "Withdrawn: the penalty that it rests on was annulled or lost in court"


class ReviewKind(Vocabulary):
    """救济途径 · How an act was contested"""

    RECONSIDERATION = "行政复议", "Administrative reconsideration"
    LITIGATION = "行政诉讼", "Litigation"


class ReviewResult(Vocabulary):
    """复议诉讼结果 · Outcome of reconsideration or litigation"""

    UPHELD = "维持", "Upheld"
    CHANGED = "变更", "Changed"
    ANNULLED = "撤销", "Annulled"
    UNLAWFUL = "确认违法", "Found unlawful"
    LOST = "败诉", "Lost in court"
    WITHDRAWN = (
        "终止、准许撤诉",
        "Withdrawn, the application, the suit or the appeal, or ended without a finding (行政复议法 41, 行政诉讼法 62)",
    )
    DISMISSED = "驳回申请、驳回起诉", "Dismissed (行政复议法 33, 69)"
    MEDIATED = "调解", "Settled by mediation (行政复议法 73, 行政诉讼法 60)"


class DueState(Vocabulary):
    """临期、逾期 · How the nearest deadline of an object stands"""

    NEAR = "临期", "Near"
    PASSED = "逾期", "Passed"


class DeadlineState(Vocabulary):
    """期限状态 · How a deadline stands"""

    RUNNING = "进行中", "Running"
    NEAR = "临期", "Near"
    PASSED = "逾期", "Passed"
    SUSPENDED = "中止", "Suspended"
    MET = "按期办结", "Met in time"
    MET_LATE = "逾期办结", "Met late"
    LAPSED = "届满", "The time in which a party may use a right is over"


class SimilarityReason(Vocabulary):
    """类案推荐的理由 · Why two cases are alike"""

    SIMILAR_CAUSE = "案由相似", "Their causes have many words in common"
    SAME_ACT_TYPE = "执法行为相同", "They are acts of the same type"
    SAME_FIELD = "执法领域相同", "They are of the same field"
    SAME_PARTY_KIND = "当事人类别相同", "Their parties are of the same kind"
    NEAR_FINE = "罚款相近", "The greater fine is at most half as much again as the lesser"
