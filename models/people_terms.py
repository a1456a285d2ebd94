"""The terms of bodies and people: trainings and leading groups (plan clauses 2 队伍建设 and 三(一) 组织领导)."""

from __future__ import annotations

from models.vocabulary import Vocabulary

# 行政执法证: nobody holds a certificate before.
OF_AGE = 18


class TrainingState(Vocabulary):
    """培训状态 · State of a training"""

    PLANNED = "已计划", "Planned"
    HELD = "实施中", "Held: attendance is recorded"
    COMPLETED = "已结业", "Completed"
    CANCELLED = "已取消", "Cancelled"


class LeadingGroupState(Vocabulary):
    """领导小组状态 · State of a leading group"""

    ESTABLISHED = "已成立", "Established"
    DISSOLVED = "已撤销", "Dissolved"


class MemberPosition(Vocabulary):
    """领导小组职务 · Position in a leading group"""

    LEADER = "组长", "Leader"
    DEPUTY_LEADER = "副组长", "Deputy leader"
    MEMBER = "成员", "Member"
