"""Terms of assessments: how results count (考核运用), plan clauses 5 and 12."""

from __future__ import annotations

from models.vocabulary import Vocabulary


class AssessmentCriterion(Vocabulary):
    """考核指标 · What an organ is assessed by"""

    EVALUATION = "第三方评估", "Totals of published evaluations whose period ended in the assessed one; the mean"
    REVISIT = "回访满意度", "Satisfaction, 1–5, of those revisited in the period; twenty times the mean"
    FILE_REVIEW = "案卷评查", "Scores of case files reviewed in the period by others, a failed file as 0; the mean"
    SUPERVISION = "监督纠正", "Matters with an opinion issued in the period that asks to correct, and stands; deducted"
    RECTIFICATION = "整改按期", "Rectifications reported or due in the period; the percentage reported in time"
    DEADLINE = "期限遵守", "The organ's other deadlines, met or passed in the period; the percentage met"
    ACCOUNTABILITY = "责任追究", "Points of the measures decided in the period; deducted"
    SHIRKING = (
        "推诿",
        "Cases that the organ refused and an opinion or a government then gave to it, in the period; deducted",
    )

    @property
    def is_deducted(self) -> bool:
        """Whether points are taken off for each item, so that none is the full score."""
        return self in _DEDUCTED


_DEDUCTED = frozenset(
    {AssessmentCriterion.SUPERVISION, AssessmentCriterion.ACCOUNTABILITY, AssessmentCriterion.SHIRKING}
)


class AssessmentState(Vocabulary):
    """考核状态 · State of an assessment"""

    DRAFT = "草稿", "Drawn up; nobody but the assessor sees it"
    PUBLISHED = "已公布", "Published to the organ"
    OBJECTED = "有异议", "The organ objects"
    UPHELD = "已维持", "Upheld upon the objection"
    REVOKED = "已撤销", "Revoked; another may be drawn up"
