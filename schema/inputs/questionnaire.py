"""Inputs of commands on questionnaires."""

from __future__ import annotations

import strawberry
from strawberry import UNSET

import models
from schema.inputs.command import CommandInput, CreationInput, PublicInput
from schema.inputs.texts import Code, Name


@strawberry.input(description="问题 · A question; options and questions are counted from 1")
class QuestionInput:
    """A question."""

    kind: models.QuestionKind = strawberry.field(description="题型 · Kind")
    text: str = strawberry.field(description="题目 · The question")
    options: list[str] | None = strawberry.field(
        description="选项，单选、多选必填 · The options of a single or multiple choice", default=None
    )
    fields: list[models.EnforcementField] | None = strawberry.field(
        description="各选项代表的执法领域 · The field of enforcement that each option stands for, if they do",
        default=None,
    )
    least: int | None = strawberry.field(
        description="下限：量表、数字的最小值，多选的最少项数，文字的最少字数"
        " · The least on the scale, of the number, of options or of characters",
        default=None,
    )
    most: int | None = strawberry.field(
        description="上限：量表、数字的最大值，多选的最多项数，文字的最多字数"
        " · The most on the scale, of the number, of options or of characters",
        default=None,
    )
    is_required: bool = strawberry.field(description="是否必答 · Whether it has to be answered", default=True)
    depends_on: int | None = strawberry.field(
        description="所依据的前面的题号 · The earlier question on whose answer it depends", default=None
    )
    depends_on_options: list[int] | None = strawberry.field(
        description="选了其中任一选项才须作答 · It is asked of who chose one of these options there", default=None
    )


@strawberry.input(description="起草问卷 · Draft the first edition of a questionnaire")
class DraftQuestionnaireInput(CreationInput):
    """Draft the first edition of a questionnaire."""

    organization_id: strawberry.ID = strawberry.field(description="司法行政部门 · The judicial bureau that makes it")
    code: Code = strawberry.field(description="问卷编码，各版次相同 · Code, the same in every edition")
    title: Name = strawberry.field(description="标题 · Title")
    purpose: models.QuestionnairePurpose = strawberry.field(description="用途 · What it is for")
    questions: list[QuestionInput] = strawberry.field(description="问题，依次 · The questions in their order")
    is_anonymous: bool = strawberry.field(
        description="是否匿名，网上投票必须匿名 · Whether answers are kept without who gave them; a poll's always are",
        default=False,
    )
    introduction: str | None = strawberry.field(description="说明 · Introduction", default=None)


@strawberry.input(description="修改问卷草稿 · Change a draft; what is left out stays, null empties")
class UpdateQuestionnaireInput(CommandInput):
    """Change a draft."""

    title: Name | None = strawberry.field(description="标题 · Title", default=UNSET)
    introduction: str | None = strawberry.field(description="说明 · Introduction", default=UNSET)
    questions: list[QuestionInput] | None = strawberry.field(
        description="全部问题，替换原有 · All questions, in place of those before", default=UNSET
    )


@strawberry.input(description="修订问卷 · Draft the next edition of a questionnaire that was published")
class ReviseQuestionnaireInput(CreationInput):
    """Draft the next edition of a questionnaire."""

    questionnaire_id: strawberry.ID = strawberry.field(description="已发布的版次 · The edition that was published")


@strawberry.input(
    description="邀请作答 · Invite a contact point or an invited supervisor to answer an open questionnaire, once"
)
class InviteToQuestionnaireInput(CreationInput):
    """Invite to answer a questionnaire."""

    questionnaire_id: strawberry.ID = strawberry.field(description="已发布的问卷 · The open questionnaire")
    contact_point_id: strawberry.ID | None = strawberry.field(
        description="企业联系点，与监督员二选一 · The contact point that is asked, if no supervisor is", default=None
    )
    invited_supervisor_id: strawberry.ID | None = strawberry.field(
        description="特邀监督员，与联系点二选一 · The invited supervisor who is asked, if no contact point is",
        default=None,
    )


@strawberry.input(description="一题的回答 · The answer to one question, of its kind")
class AnswerInput:
    """The answer to one question."""

    question: int = strawberry.field(description="题号，自 1 起 · Number of the question, from 1")
    options: list[int] | None = strawberry.field(
        description="所选选项的序号，自 1 起 · The options chosen, from 1", default=None
    )
    number: int | None = strawberry.field(
        description="量表分值或数字 · The point on the scale, or the number", default=None
    )
    text: str | None = strawberry.field(description="文字 · The text", default=None)


@strawberry.input(description="作答 · Answer a questionnaire by its invitation")
class AnswerQuestionnaireInput(CommandInput):
    """Answer a questionnaire by its invitation."""

    answers: list[AnswerInput] = strawberry.field(description="各题的回答 · The answers")


@strawberry.input(description="申请投票码，无需登录 · Ask for a code that admits to a poll once, without an account")
class RequestPollCodeInput(PublicInput):
    """Ask for a code that admits to a poll once."""

    poll_id: strawberry.ID = strawberry.field(description="网上投票 · The open poll")


@strawberry.input(description="参加网上投票，无需登录 · Answer an open poll by a code, without an account")
class AnswerPollInput(PublicInput):
    """Answer an open poll by a code."""

    poll_id: strawberry.ID = strawberry.field(description="网上投票 · The open poll")
    code: Code = strawberry.field(description="投票码，仅可用一次 · The code, good for once")
    answers: list[AnswerInput] = strawberry.field(description="各题的回答 · The answers")
