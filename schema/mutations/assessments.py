"""Acts on assessments and the rules they are drawn up by."""

from __future__ import annotations

import strawberry

from resolvers import commands
from resolvers.declarations import mutation
from schema.inputs.assessment import AdoptAssessmentRuleInput, DrawUpAssessmentInput, DrawUpAssessmentsInput
from schema.inputs.command import CommandInput, ReasonInput
from schema.inputs.rule import EndRuleInput
from schema.types import AssessmentPayload, AssessmentRoundPayload, AssessmentRulePayload


@strawberry.type
class AssessmentsMutations:
    """Acts on assessments and the rules they are drawn up by."""

    adopt_assessment_rule: AssessmentRulePayload | None = mutation(
        commands.adopt_assessment_rule, AdoptAssessmentRuleInput, "制定考核规则 · Adopt a rule of assessments"
    )
    end_assessment_rule: AssessmentRulePayload | None = mutation(
        commands.end_assessment_rule, EndRuleInput, "废止考核规则 · Put a rule of assessments out of force"
    )
    draw_up_assessment: AssessmentPayload | None = mutation(
        commands.draw_up_assessment,
        DrawUpAssessmentInput,
        "考核计分 · Draw up the score sheet of an organ for a period; nobody else sees it before it is published",
    )
    draw_up_assessments: AssessmentRoundPayload | None = mutation(
        commands.draw_up_assessments,
        DrawUpAssessmentsInput,
        "按层级考核计分 · Draw up the sheets of every organ of a level that has none of the period yet",
    )
    publish_assessments: AssessmentRoundPayload | None = mutation(
        commands.publish_assessments,
        CommandInput,
        "按批次公布考核结果 · Publish all drafts of a round",
    )
    redraw_assessment: AssessmentPayload | None = mutation(
        commands.redraw_assessment, CommandInput, "重新计分 · Draw a draft up anew, from what stands now"
    )
    publish_assessment: AssessmentPayload | None = mutation(
        commands.publish_assessment, CommandInput, "公布考核结果 · Publish a sheet to the organ, its line and its area"
    )
    object_to_assessment: AssessmentPayload | None = mutation(
        commands.object_to_assessment, ReasonInput, "对考核结果提出异议 · Object to a sheet in time, as the organ"
    )
    uphold_assessment: AssessmentPayload | None = mutation(
        commands.uphold_assessment, ReasonInput, "维持考核结果 · Uphold a sheet upon the organ's objection"
    )
    revoke_assessment: AssessmentPayload | None = mutation(
        commands.revoke_assessment, ReasonInput, "撤销考核结果 · Revoke a sheet; another can then be drawn up"
    )
