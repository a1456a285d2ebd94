"""Acts on supervision bodies, their people and means, and pilots."""

from __future__ import annotations

import strawberry

from resolvers import commands
from resolvers.declarations import mutation
from schema.inputs.budget import RecordBudgetInput, UpdateBudgetInput
from schema.inputs.command import CommandInput, ReasonInput
from schema.inputs.leading_group import (
    AddLeadingGroupMemberInput,
    EstablishLeadingGroupInput,
    RemoveLeadingGroupMemberInput,
)
from schema.inputs.officer import IssueCertificateInput, RegisterOfficerInput, UpdateOfficerInput
from schema.inputs.pilot import NamePilotInput
from schema.inputs.rule import EndRuleInput
from schema.inputs.staffing import AdoptStaffingRuleInput, EstimateStaffingInput, UpdateStaffingInput
from schema.inputs.training import (
    AddTrainingSessionInput,
    PlanTrainingInput,
    RecordAttendanceInput,
    UpdateTrainingInput,
)
from schema.types import (
    BudgetPayload,
    CertificatePayload,
    LeadingGroupPayload,
    OfficerPayload,
    PilotPayload,
    StaffingEstimationPayload,
    StaffingPayload,
    StaffingRulePayload,
    TrainingPayload,
)


@strawberry.type
class BodiesMutations:
    """Acts on supervision bodies, their people and means, and pilots."""

    update_staffing: StaffingPayload | None = mutation(
        commands.update_staffing, UpdateStaffingInput, "修改编制 · Record the staffing of a supervision body"
    )
    register_officer: OfficerPayload | None = mutation(
        commands.register_officer, RegisterOfficerInput, "登记执法人员 · Register an officer"
    )
    issue_certificate: CertificatePayload | None = mutation(
        commands.issue_certificate, IssueCertificateInput, "核发证件 · Issue a certificate"
    )
    suspend_certificate: CertificatePayload | None = mutation(
        commands.suspend_certificate, ReasonInput, "暂扣证件 · Suspend a certificate"
    )
    restore_certificate: CertificatePayload | None = mutation(
        commands.restore_certificate, ReasonInput, "恢复证件 · Restore a certificate"
    )
    revoke_certificate: CertificatePayload | None = mutation(
        commands.revoke_certificate, ReasonInput, "吊销证件 · Revoke a certificate"
    )
    estimate_staffing: StaffingEstimationPayload | None = mutation(
        commands.estimate_staffing,
        EstimateStaffingInput,
        "测算编制 · Estimate the posts of every supervision body of a region by the work of a year",
    )
    adopt_staffing_rule: StaffingRulePayload | None = mutation(
        commands.adopt_staffing_rule, AdoptStaffingRuleInput, "制定编制测算规则 · Adopt a staffing rule for a region"
    )
    end_staffing_rule: StaffingRulePayload | None = mutation(
        commands.end_staffing_rule, EndRuleInput, "废止编制测算规则 · Put a staffing rule out of force"
    )
    update_officer: OfficerPayload | None = mutation(
        commands.update_officer, UpdateOfficerInput, "修改执法人员 · Change what is recorded of an officer"
    )
    establish_leading_group: LeadingGroupPayload | None = mutation(
        commands.establish_leading_group,
        EstablishLeadingGroupInput,
        "成立领导小组 · Establish the leading group of a government",
    )
    add_leading_group_member: LeadingGroupPayload | None = mutation(
        commands.add_leading_group_member, AddLeadingGroupMemberInput, "增加领导小组成员 · Add a member"
    )
    remove_leading_group_member: LeadingGroupPayload | None = mutation(
        commands.remove_leading_group_member,
        RemoveLeadingGroupMemberInput,
        "免去领导小组成员 · Record that a member left",
    )
    dissolve_leading_group: LeadingGroupPayload | None = mutation(
        commands.dissolve_leading_group, ReasonInput, "撤销领导小组 · Dissolve a leading group"
    )
    record_budget: BudgetPayload | None = mutation(
        commands.record_budget, RecordBudgetInput, "登记监督经费 · Record the funds of a supervision body for a year"
    )
    update_budget: BudgetPayload | None = mutation(
        commands.update_budget, UpdateBudgetInput, "修改监督经费 · Change the funds of a supervision body"
    )
    plan_training: TrainingPayload | None = mutation(
        commands.plan_training, PlanTrainingInput, "制定培训计划 · Plan a training for a year"
    )
    update_training: TrainingPayload | None = mutation(
        commands.update_training, UpdateTrainingInput, "修改培训计划 · Change the plan of a training"
    )
    add_training_session: TrainingPayload | None = mutation(
        commands.add_training_session, AddTrainingSessionInput, "增加培训场次 · Add a session to a training"
    )
    record_attendance: TrainingPayload | None = mutation(
        commands.record_attendance, RecordAttendanceInput, "登记参训 · Record who attended a session of a training"
    )
    complete_training: TrainingPayload | None = mutation(
        commands.complete_training, CommandInput, "培训结业 · Complete a training"
    )
    cancel_training: TrainingPayload | None = mutation(
        commands.cancel_training, ReasonInput, "取消培训 · Cancel a training that was not held"
    )
    name_pilot: PilotPayload | None = mutation(
        commands.name_pilot, NamePilotInput, "确定试点 · Name a county or a township as a pilot"
    )
    confirm_pilot: PilotPayload | None = mutation(
        commands.confirm_pilot, CommandInput, "确认试点 · Confirm a pilot, as the city's judicial bureau"
    )
    withdraw_pilot: PilotPayload | None = mutation(
        commands.withdraw_pilot, ReasonInput, "撤回试点 · Withdraw a pilot that is not confirmed"
    )
