"""Terms of deadlines."""

from __future__ import annotations

from models.vocabulary import Vocabulary


class DeadlineUnit(Vocabulary):
    """计期单位 · What a period counts"""

    HOURS = "小时", "Hours"
    CALENDAR = "日", "Calendar days"
    WORKING = "工作日", "Working days of the official calendar"


class RuleAuthority(Vocabulary):
    """规则依据类别 · What a rule rests on"""

    LAW = "法定", "A statute"
    PLAN = "方案", "The pilot plan"
    PRACTICE = "实践", "The practice of other cities"
    DEFAULT = "缺省", "Our own choice"


class Resumption(Vocabulary):
    """恢复计期方式 · What happens to a period after it was suspended"""

    RESUME = "继续计算", "It goes on with what was left"
    RESTART = "重新计算", "It starts anew"


class DeadlineEvent(Vocabulary):
    """期限事项 · What has to be done within a period"""

    DECIDE_PENALTY = "作出处罚决定", "Decide a penalty case after filing"
    SERVE_DECISION = "送达决定", "Serve the decision"
    ASK_FOR_HEARING = "申请听证", "Ask for a hearing"
    HEARING_NOTICE = "听证通知", "Give notice of the hearing"
    PUBLISH_PENALTY_OR_LICENCE = "处罚、许可公示", "Publish a penalty or a licence"
    PUBLISH_OTHER_ACT = "其他执法结果公示", "Publish another act"
    TAKE_DOWN_PUBLICATION = "撤回处罚公示", "Take a publication down after change or revocation"
    CRIMINAL_TRANSFER_DECISION = "决定是否移送涉嫌犯罪案件", "Decide whether to transfer to the police"
    CRIMINAL_TRANSFER_HANDOVER = "移交涉嫌犯罪案件", "Hand over to the police"
    SIGN_CRIMINAL_RECEIPT = "签收涉嫌犯罪案件", "The police sign the receipt"
    POLICE_DECISION = "公安机关决定是否立案", "The police decide whether to file"
    SEIZURE = "查封、扣押、冻结期限", "Seizure or freezing"
    RECONSIDERATION_REPORT = "报告复议意见整改", "Report the correction asked for on reconsideration"
    TRANSFER_HANDOVER = "移交案件", "Hand a case over"
    TRANSFER_HANDOVER_URGENT = "紧急移交案件", "Hand an urgent case over"
    TRANSFER_ANSWER = "答复移送", "Answer a transfer"
    RETURN_TRANSFER_RESULT = "反馈移送结果", "Return the result of a transfer"
    ACCEPT_DISPUTE = "受理争议", "Accept a dispute"
    SUPPLEMENT_DISPUTE = "补正争议材料", "Supplement the papers of a dispute"
    COORDINATE_DISPUTE = "协调争议", "Coordinate a dispute"
    EXPLAIN_NOTICE = "说明情况", "Explain after a supervision notice"
    RECTIFY = "整改", "Rectify after an opinion"
    ANSWER_CLUE = "答复线索", "Answer a clue"
    REVISIT = "回访", "Revisit after closing"
    SPECIAL_EXPLANATION = "专项说明", "Special explanation"
    ANNUAL_STATISTICS = "公布年度执法数据", "Publish the annual statistics"
    GENERATE_SPECIAL_EXPLANATIONS = "生成专项说明", "The day from which special explanations are generated"
    NAME_PILOT = "确定试点", "Name the pilots, by a day of the year in which the rule comes into force"
    REVIEW_OBJECTION = "复核对监督意见的异议", "Review an objection to an opinion"
    OBJECT_TO_ASSESSMENT = "对考核结果提出异议", "Object to a score sheet after it was published"
    QUARTERLY_REPORT = "季度报告", "Quarterly report"
    ACCEPT_LICENCE_APPLICATION = "受理许可申请", "Accept an application for a licence"
    DECIDE_LICENCE = "作出许可决定", "Decide on a licence"
    LINKED_INSPECTION = "许可后检查", "Inspect after a licence was granted"
    LICENCE_PROPOSAL_ANSWER = "答复许可处理建议", "Answer a proposal on a licence"


# What a party may do within a time binds no organ, which has to wait until it is over.
RIGHTS_OF_PARTIES = (DeadlineEvent.ASK_FOR_HEARING,)
