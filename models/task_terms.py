"""Terms of tasks."""

from __future__ import annotations

from models.vocabulary import Vocabulary


class TaskType(Vocabulary):
    """待办类型 · What a task's object is"""

    ASSESSMENT = "考核结果", "A score sheet"
    BULLETIN = "通报", "A bulletin"
    CASE_REVISIT = "案件回访", "A revisit"
    CASE_TRANSFER = "案件移送", "A transfer"
    CLUE = "线索", "A clue"
    CONTACT_POINT = "企业联系点", "A contact point"
    COORDINATION_DISPUTE = "执法争议", "A dispute"
    DUTY_ITEM = "权责事项", "A duty item"
    ENFORCEMENT_CASE = "执法案件", "A case"
    EVALUATION = "评估", "An evaluation"
    INVITED_SUPERVISOR = "特邀行政执法监督员", "An invited supervisor"
    LINKAGE = "衔接", "A linkage"
    PILOT = "试点", "A pilot"
    PROGRESS_REPORT = "季度报告", "A quarterly report"
    QUESTIONNAIRE = "问卷", "A questionnaire"
    QUESTIONNAIRE_INVITATION = "答卷邀请", "An invitation to a questionnaire"
    SPECIAL_EXPLANATION = "专项说明", "A special explanation"
    SUPERVISION_DOCUMENT = "监督文书", "A supervision document"
    SUPERVISION_MATTER = "监督事项", "A supervision matter"
    SUPERVISOR_REPORT = "监督报告", "A report of an invited supervisor"

    @property
    def type_name(self) -> str:
        """The type in the contract."""
        return self.name.title().replace("_", "")
