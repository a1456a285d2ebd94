"""The terms of bodies and people: trainings and leading groups (plan clauses 2 队伍建设 and 三(一) 组织领导)."""

from __future__ import annotations

from models.vocabulary import Vocabulary


class TrainingState(Vocabulary):
    """培训状态 · State of a training"""

    PLANNED = "已计划", "Planned"
    HELD = "实施中", "Held: attendance is recorded"
    COMPLETED = "已结业", "Completed"
    CANCELLED = "已取消", "Cancelled"
