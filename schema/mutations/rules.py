"""Acts on rules that are rows, and the official calendar."""

from __future__ import annotations

import strawberry

from resolvers import commands
from resolvers.declarations import mutation
from schema.inputs.alert import AdoptAlertStandardInput
from schema.inputs.rule import (
    AdoptDeadlineRuleInput,
    AdoptHearingThresholdInput,
    AdoptInspectionLimitInput,
    AmendCalendarYearInput,
    AnnounceCalendarYearInput,
    EndRuleInput,
)
from schema.types import (
    AlertStandardPayload,
    CalendarYearPayload,
    DeadlineRulePayload,
    HearingThresholdPayload,
    InspectionLimitPayload,
)


@strawberry.type
class RulesMutations:
    """Acts on rules that are rows, and the official calendar."""

    adopt_deadline_rule: DeadlineRulePayload | None = mutation(
        commands.adopt_deadline_rule, AdoptDeadlineRuleInput, "制定期限规则 · Adopt a deadline rule for a region"
    )
    end_deadline_rule: DeadlineRulePayload | None = mutation(
        commands.end_deadline_rule, EndRuleInput, "废止期限规则 · Put a deadline rule out of force"
    )
    adopt_inspection_limit: InspectionLimitPayload | None = mutation(
        commands.adopt_inspection_limit, AdoptInspectionLimitInput, "制定检查频次上限 · Adopt a limit of inspections"
    )
    end_inspection_limit: InspectionLimitPayload | None = mutation(
        commands.end_inspection_limit, EndRuleInput, "废止检查频次上限 · Put a limit of inspections out of force"
    )
    adopt_hearing_threshold: HearingThresholdPayload | None = mutation(
        commands.adopt_hearing_threshold,
        AdoptHearingThresholdInput,
        "制定听证数额标准 · Adopt a threshold of hearings",
    )
    end_hearing_threshold: HearingThresholdPayload | None = mutation(
        commands.end_hearing_threshold, EndRuleInput, "废止听证数额标准 · Put a threshold of hearings out of force"
    )
    adopt_alert_standard: AlertStandardPayload | None = mutation(
        commands.adopt_alert_standard, AdoptAlertStandardInput, "制定预警标准 · Adopt a standard of alerts"
    )
    end_alert_standard: AlertStandardPayload | None = mutation(
        commands.end_alert_standard, EndRuleInput, "废止预警标准 · Put a standard of alerts out of force"
    )
    announce_calendar_year: CalendarYearPayload | None = mutation(
        commands.announce_calendar_year,
        AnnounceCalendarYearInput,
        "录入年度日历 · Record the official calendar of a year; what was provisional is counted again",
    )
    amend_calendar_year: CalendarYearPayload | None = mutation(
        commands.amend_calendar_year,
        AmendCalendarYearInput,
        "更正年度日历 · Record a later notice on days of a year; what runs is counted again within some minutes",
    )
