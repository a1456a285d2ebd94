"""Questionnaires, who is invited to answer them, and what was answered."""

from __future__ import annotations

import datetime

import strawberry

import models
from models.questioning import MOST_QUESTIONS, MOST_RESULTS
from resolvers.criteria import contains, criteria, in_region, is_node, one_of
from resolvers.declarations import (
    OrderField,
    available_actions,
    column,
    history,
    many,
    node,
    one,
    one_by,
    parts,
    view,
)
from schema.types.node import Connection, Node


@view(models.Question)
class Question:
    """问题 · A question; options and questions are counted from 1"""

    position: int = column("题号 · Its number")
    kind: models.QuestionKind = column("题型 · Kind")
    text: str = column("题目 · The question")
    options: list[str] = column("选项 · The options of a single or multiple choice")
    fields: list[models.EnforcementField] = column(
        "各选项代表的执法领域，没有则为空 · The field of enforcement that each option stands for; empty if they do not"
    )
    least: int | None = column("下限 · The least on the scale, of the number, of options or of characters")
    most: int | None = column("上限 · The most on the scale, of the number, of options or of characters")
    is_required: bool = column("是否必答 · Whether it has to be answered")
    depends_on: int | None = column("所依据的前面的题号 · The earlier question on whose answer it depends")
    depends_on_options: list[int] = column(
        "选了其中任一选项才须作答 · It is asked of who chose one of these options there"
    )


@view(models.QuestionnaireResult)
class QuestionnaireResult:
    """问卷结果 · How often an option or a point of a scale was chosen"""

    question: int = column("题号 · Number of the question")
    option: int = column("选项序号或量表分值 · Number of the option, or the point on the scale")
    label: str = column("选项 · The option")
    field: models.EnforcementField | None = column("所代表的执法领域 · The field of enforcement it stands for")
    answers: int = column("选择次数 · How often it was chosen")


@criteria()
class QuestionnaireFilter:
    """问卷筛选条件 · Which questionnaires"""

    within: strawberry.ID | None = in_region(
        models.Questionnaire.region_code, models.Region, "某区域及其下级 · Of this region and those below it"
    )
    purpose: list[models.QuestionnairePurpose] | None = one_of(
        models.Questionnaire.purpose, "用途 · For these purposes"
    )
    state: list[models.QuestionnaireState] | None = one_of(models.Questionnaire.state, "状态 · In these states")
    title_contains: str | None = contains(models.Questionnaire.title, "标题包含 · Whose title contains this text")


class QuestionnaireOrderField(OrderField):
    """问卷排序字段 · What questionnaires can be ordered by"""

    CREATED = "起草时间", "When it was drafted", models.Questionnaire.created_at


@node(models.Questionnaire, filtered_by=QuestionnaireFilter, ordered_by=QuestionnaireOrderField)
class Questionnaire(Node):
    """问卷 · One edition of a questionnaire, for visits, revisits, surveys or an open poll"""

    code: str = column("编码，各版次相同 · Code, the same in every edition")
    edition: int = column("版次 · Edition")
    predecessor: Questionnaire | None = one(models.Questionnaire.predecessor_id, "上一版次 · The edition before")
    title: str = column("标题 · Title")
    introduction: str | None = column("说明 · Introduction")
    purpose: models.QuestionnairePurpose = column("用途 · What it is for")
    is_anonymous: bool = column("是否匿名 · Whether answers are kept without who gave them")
    organization: Organization | None = one(models.Questionnaire.organization_id, "司法行政部门 · Who makes it")
    state: models.QuestionnaireState = column("状态 · State")
    questions: list[Question] = parts(
        models.Question.questionnaire_id, models.Question.position, "问题 · Its questions", at_most=MOST_QUESTIONS
    )
    created_at: datetime.datetime = column("起草时间 · Drafted")
    published_at: datetime.datetime | None = column("发布时间 · Published")
    closed_at: datetime.datetime | None = column("截止时间 · Closed")
    answered: int | None = column("答卷数，截止后统计 · How many answered it, counted when it was closed")
    results: list[QuestionnaireResult] = parts(
        models.QuestionnaireResult.questionnaire_id,
        models.QuestionnaireResult.question,
        "结果，截止后统计；匿名问卷同一机关邀请的答卷不足5份的不计"
        " · What was answered, counted when it was closed; of anonymous ones none of fewer than 5 whom one invited",
        at_most=MOST_RESULTS,
    )
    worst_field: models.EnforcementField | None = column(
        "最不满意的执法领域，仅网上投票 · The field that most answers of a poll named"
    )
    invitations: Connection[QuestionnaireInvitation] = many(
        models.Questionnaire.id, models.QuestionnaireInvitation.questionnaire_id, "邀请 · Who was invited"
    )
    responses: Connection[QuestionnaireResponse] = many(
        models.Questionnaire.id,
        models.QuestionnaireResponse.questionnaire_id,
        "答卷，匿名的截止后可见，同一机关邀请的不足5份的不可见"
        " · What was answered; anonymous responses are seen once it is closed, unless one bureau had fewer than 5",
    )
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


@criteria()
class QuestionnaireInvitationFilter:
    """答卷邀请筛选条件 · Which invitations"""

    state: list[models.InvitationState] | None = one_of(models.QuestionnaireInvitation.state, "状态 · In these states")


@node(models.QuestionnaireInvitation, filtered_by=QuestionnaireInvitationFilter)
class QuestionnaireInvitation(Node):
    """答卷邀请 · One person invited to answer a questionnaire, once"""

    questionnaire: Questionnaire | None = one(models.QuestionnaireInvitation.questionnaire_id, "问卷 · Which one")
    organization: Organization | None = one(models.QuestionnaireInvitation.organization_id, "邀请机关 · Who invited")
    invited_name: str = column("受邀者 · Who is invited")
    state: models.InvitationState = column("状态 · State")
    invited_at: datetime.datetime = column("邀请时间 · When")
    response: QuestionnaireResponse | None = one_by(
        models.QuestionnaireInvitation.id,
        models.QuestionnaireResponse.invitation_id,
        "答卷，匿名问卷为空 · What was answered; null of an anonymous questionnaire",
    )
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


@view(models.Answer)
class Answer:
    """一题的回答 · The answer to one question"""

    question: int = column("题号 · Number of the question")
    options: list[int] = column("所选选项的序号 · The options chosen, from 1")
    number: int | None = column("量表分值或数字 · The point on the scale, or the number")
    text: str | None = column("文字 · The text")


@criteria()
class QuestionnaireResponseFilter:
    """答卷筛选条件 · Which responses"""

    questionnaire: strawberry.ID | None = is_node(
        models.QuestionnaireResponse.questionnaire_id, models.Questionnaire, "问卷 · To this questionnaire"
    )


@node(models.QuestionnaireResponse, filtered_by=QuestionnaireResponseFilter)
class QuestionnaireResponse(Node):
    """答卷 · A questionnaire as one person answered it"""

    questionnaire: Questionnaire | None = one(models.QuestionnaireResponse.questionnaire_id, "问卷 · Which one")
    organization: Organization | None = one(models.QuestionnaireResponse.organization_id, "邀请机关 · Who asked")
    answered_at: datetime.datetime | None = column("作答时间，匿名为空 · When; null if anonymous")
    answers: list[Answer] = parts(
        models.Answer.response_id, models.Answer.question, "各题的回答 · The answers", at_most=MOST_QUESTIONS
    )


from schema.types.history import HistoryEntry  # noqa: E402 - types refer to each other
from schema.types.organization import Organization  # noqa: E402
