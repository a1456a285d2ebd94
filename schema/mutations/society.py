"""Acts on questionnaires, contact points, invited supervisors and open polls."""

from __future__ import annotations

import strawberry

from resolvers import commands
from resolvers.declarations import mutation
from schema.inputs.command import CommandInput, ReasonInput
from schema.inputs.contact_point import (
    AdoptContactVisitLimitInput,
    DesignateContactPointInput,
    NominateContactPointInput,
    RecordContactVisitInput,
)
from schema.inputs.invited_supervisor import (
    AdoptSupervisorTargetInput,
    ApplyToSuperviseInput,
    AppointInvitedSupervisorInput,
    HandleSupervisorReportInput,
    ReviewInvitedSupervisorInput,
    SubmitSupervisorReportInput,
)
from schema.inputs.questionnaire import (
    AnswerPollInput,
    AnswerQuestionnaireInput,
    DraftQuestionnaireInput,
    InviteToQuestionnaireInput,
    RequestPollCodeInput,
    ReviseQuestionnaireInput,
    UpdateQuestionnaireInput,
)
from schema.inputs.rule import EndRuleInput
from schema.types import (
    ContactPointPayload,
    ContactVisitLimitPayload,
    ContactVisitPayload,
    InvitedSupervisorPayload,
    PollBallotPayload,
    PollCodePayload,
    QuestionnaireInvitationPayload,
    QuestionnairePayload,
    SupervisorReportPayload,
    SupervisorTargetPayload,
)


@strawberry.type
class SocietyMutations:
    """Acts on questionnaires, contact points, invited supervisors and open polls."""

    draft_questionnaire: QuestionnairePayload | None = mutation(
        commands.draft_questionnaire, DraftQuestionnaireInput, "起草问卷 · Draft the first edition of a questionnaire"
    )
    update_questionnaire: QuestionnairePayload | None = mutation(
        commands.update_questionnaire, UpdateQuestionnaireInput, "修改问卷草稿 · Change the draft of a questionnaire"
    )
    revise_questionnaire: QuestionnairePayload | None = mutation(
        commands.revise_questionnaire, ReviseQuestionnaireInput, "修订问卷 · Draft the next edition of a questionnaire"
    )
    publish_questionnaire: QuestionnairePayload | None = mutation(
        commands.publish_questionnaire,
        CommandInput,
        "发布问卷 · Open a questionnaire to answers, in place of the edition before",
    )
    close_questionnaire: QuestionnairePayload | None = mutation(
        commands.close_questionnaire, CommandInput, "截止问卷 · Close a questionnaire and count what was answered"
    )
    invite_to_questionnaire: QuestionnaireInvitationPayload | None = mutation(
        commands.invite_to_questionnaire,
        InviteToQuestionnaireInput,
        "邀请作答 · Invite a contact point to answer, once",
    )
    answer_questionnaire: QuestionnaireInvitationPayload | None = mutation(
        commands.answer_questionnaire, AnswerQuestionnaireInput, "作答 · Answer a questionnaire by its invitation"
    )
    nominate_contact_point: ContactPointPayload | None = mutation(
        commands.nominate_contact_point,
        NominateContactPointInput,
        "推荐企业联系点 · Nominate an enterprise as a contact point",
    )
    designate_contact_point: ContactPointPayload | None = mutation(
        commands.designate_contact_point, DesignateContactPointInput, "设立企业联系点 · Designate a contact point"
    )
    suspend_contact_point: ContactPointPayload | None = mutation(
        commands.suspend_contact_point, ReasonInput, "暂停企业联系点 · Suspend a contact point for a time"
    )
    withdraw_contact_point: ContactPointPayload | None = mutation(
        commands.withdraw_contact_point, ReasonInput, "撤销企业联系点 · Withdraw a contact point"
    )
    record_contact_visit: ContactVisitPayload | None = mutation(
        commands.record_contact_visit, RecordContactVisitInput, "记录走访 · Record a visit to a contact point"
    )
    apply_to_supervise: InvitedSupervisorPayload | None = mutation(
        commands.apply_to_supervise, ApplyToSuperviseInput, "申请担任特邀监督员 · Apply to serve, for oneself"
    )
    review_invited_supervisor: InvitedSupervisorPayload | None = mutation(
        commands.review_invited_supervisor, ReviewInvitedSupervisorInput, "审查申请 · Review an application"
    )
    appoint_invited_supervisor: InvitedSupervisorPayload | None = mutation(
        commands.appoint_invited_supervisor, AppointInvitedSupervisorInput, "聘任特邀监督员 · Appoint for a term"
    )
    renew_invited_supervisor: InvitedSupervisorPayload | None = mutation(
        commands.renew_invited_supervisor, AppointInvitedSupervisorInput, "续聘特邀监督员 · Appoint for another term"
    )
    dismiss_invited_supervisor: InvitedSupervisorPayload | None = mutation(
        commands.dismiss_invited_supervisor, ReasonInput, "解聘特邀监督员 · Dismiss before the term is over"
    )
    submit_supervisor_report: SupervisorReportPayload | None = mutation(
        commands.submit_supervisor_report,
        SubmitSupervisorReportInput,
        "提交监督报告 · Report what was seen of enforcement",
    )
    handle_supervisor_report: SupervisorReportPayload | None = mutation(
        commands.handle_supervisor_report, HandleSupervisorReportInput, "处理监督报告 · Handle a report"
    )
    adopt_supervisor_target: SupervisorTargetPayload | None = mutation(
        commands.adopt_supervisor_target,
        AdoptSupervisorTargetInput,
        "制定配备目标 · Adopt how many a region is to have",
    )
    end_supervisor_target: SupervisorTargetPayload | None = mutation(
        commands.end_supervisor_target, EndRuleInput, "废止配备目标 · Put a target out of force"
    )
    request_poll_code: PollCodePayload | None = mutation(
        commands.request_poll_code, RequestPollCodeInput, "申请投票码，无需登录 · Ask for a code, without an account"
    )
    answer_poll: PollBallotPayload | None = mutation(
        commands.answer_poll, AnswerPollInput, "参加网上投票，无需登录 · Answer a poll, without an account"
    )
    adopt_contact_visit_limit: ContactVisitLimitPayload | None = mutation(
        commands.adopt_contact_visit_limit,
        AdoptContactVisitLimitInput,
        "制定走访次数规则 · Adopt how often contact points are visited in a year",
    )
    end_contact_visit_limit: ContactVisitLimitPayload | None = mutation(
        commands.end_contact_visit_limit, EndRuleInput, "废止走访次数规则 · Put a rule of visits out of force"
    )
