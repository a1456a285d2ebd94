"""Terms of society's part in supervision: questionnaires, contact points, invited supervisors (clauses S8, S9, S12).

Source: the pilot plan's vocabulary; sizes of enterprises after 统计上大中小微型企业划分办法.
"""

from __future__ import annotations

from models.vocabulary import Vocabulary

# How satisfied one is, from not at all to wholly.
SATISFACTION = range(1, 6)


class QuestionnairePurpose(Vocabulary):
    """问卷用途 · What a questionnaire is for"""

    REVISIT = "案件回访", "Revisit of a case"
    CONTACT_VISIT = "联系点走访", "Visit to a contact point"
    SURVEY = "问卷调查", "Survey"
    POLL = "网上投票", "Open poll, answered by anyone"


class QuestionnaireState(Vocabulary):
    """问卷状态 · State of a questionnaire's edition"""

    DRAFT = "草稿", "Draft"
    PUBLISHED = "已发布", "Published and open to answers"
    CLOSED = "已截止", "Closed"


class QuestionKind(Vocabulary):
    """题型 · Kind of question"""

    SINGLE = "单选", "One of the options"
    MULTIPLE = "多选", "Some of the options"
    SCALE = "量表", "A point on a scale"
    NUMBER = "数字", "A whole number"
    TEXT = "文字", "Text"


class InvitationState(Vocabulary):
    """答卷邀请状态 · State of an invitation to answer"""

    INVITED = "待作答", "Invited"
    ANSWERED = "已作答", "Answered"
    LAPSED = "已截止", "Lapsed: the questionnaire was closed"


class ContactPointState(Vocabulary):
    """企业联系点状态 · State of a contact point"""

    NOMINATED = "已推荐", "Nominated"
    DESIGNATED = "已设立", "Designated"
    SUSPENDED = "已暂停", "Suspended"
    WITHDRAWN = "已撤销", "Withdrawn"


class EnterpriseScale(Vocabulary):
    """企业规模 · Size of an enterprise"""

    MICRO = "微型", "Micro"
    SMALL = "小型", "Small"
    MEDIUM = "中型", "Medium"
    LARGE = "大型", "Large"


class EnterpriseOwnership(Vocabulary):
    """企业所有制 · Ownership of an enterprise"""

    STATE = "国有", "State-owned"
    COLLECTIVE = "集体", "Collective"
    PRIVATE = "民营", "Private"
    FOREIGN = "外资", "Foreign-invested"
    MIXED = "混合所有制", "Mixed"
    SOLE_TRADER = "个体工商户", "Sole trader"


class ContactVisitMethod(Vocabulary):
    """走访方式 · How a contact point was visited"""

    QUESTIONNAIRE = "问卷", "By questionnaire"
    SYMPOSIUM = "座谈", "By symposium"


class VisitStanding(Vocabulary):
    """走访频次状况 · How the visits of a year stand against the rule"""

    BELOW = "不足", "Fewer than the rule asks for"
    WITHIN = "符合", "As many as the rule asks for"
    ABOVE = "超过", "More than the rule allows"
    NO_RULE = "无规定", "No rule is in force"


class SupervisorCategory(Vocabulary):
    """特邀监督员类别 · Whom an invited supervisor comes from"""

    PRIVATE_ENTERPRISE = "民营企业", "Private enterprise"
    ABOVE_SCALE_ENTERPRISE = "规模以上企业", "Enterprise above designated size"
    SOLE_TRADER = "个体工商户", "Sole trader"
    DEPUTY = "人大代表", "Deputy to a people's congress"
    CPPCC_MEMBER = "政协委员", "Member of a people's political consultative conference"
    LAWYER = "律师", "Lawyer"
    SCHOLAR = "专家学者", "Scholar"
    MEDIA = "新闻媒体", "Media"
    CITIZEN = "群众代表", "Citizen"


class InvitedSupervisorState(Vocabulary):
    """特邀监督员状态 · State of an invited supervisor"""

    APPLIED = "已申请", "Applied"
    REVIEWED = "已审查", "Reviewed"
    APPOINTED = "已聘任", "Appointed"
    RENEWED = "已续聘", "Appointed for another term"
    EXPIRED = "聘期届满", "The term has expired"
    DISMISSED = "已解聘", "Dismissed"


class SupervisorReportState(Vocabulary):
    """监督报告状态 · State of a report of an invited supervisor"""

    SUBMITTED = "已提交", "Submitted"
    HANDLED = "已处理", "Handled"
