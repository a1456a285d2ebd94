"""Terms of evaluations (评估) and of case file reviews (案卷评查)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from models.vocabulary import Vocabulary

_Band = TypeVar("_Band", bound=Vocabulary)


class EvaluationKind(Vocabulary):
    """评估类别 · Kind of evaluation"""

    THIRD_PARTY = "第三方评估", "Evaluation by a third party"
    QUARTERLY_REVIEW = "一季一评", "Review of a quarter"
    POLL = "人民最不满意的执法领域评选", "Poll on the field that people are least satisfied with"


class EvaluationState(Vocabulary):
    """评估状态 · State of an evaluation"""

    COMMISSIONED = "已委托", "Commissioned"
    SAMPLING = "已抽样", "The sample is drawn"
    SCORING = "评分中", "Being scored"
    SUBMITTED = "已提交", "Submitted by the evaluator"
    ADOPTED = "已采纳", "Adopted by who commissioned it"
    PUBLISHED = "已公布", "Published"


class IndicatorBasis(Vocabulary):
    """指标评分依据 · What an indicator is scored by"""

    SAMPLED_CASE = "逐案评分", "Each sampled case; the subject's value is their mean"
    SUBJECT = "对被评对象评分", "The subject as a whole"


class SatisfactionBand(Vocabulary):
    """满意度等次 · Band of a total: from 80, from 60, from 40, below"""

    SATISFIED = "满意", "Satisfied: 80 and above"
    BASICALLY_SATISFIED = "基本满意", "Basically satisfied: 60 to below 80"
    DISSATISFIED = "不满意", "Dissatisfied: 40 to below 60"
    VERY_DISSATISFIED = "很不满意", "Very dissatisfied: below 40"


class CaseFileGrade(Vocabulary):
    """案卷等次 · Grade of a case file: from 90, from 75, from 60, below or failed at once"""

    EXCELLENT = "优秀", "Excellent: 90 and above"
    GOOD = "良好", "Good: 75 to below 90"
    PASS = "合格", "Pass: 60 to below 75"
    FAIL = "不合格", "Fail: below 60, or a defect that fails it at once"


class CaseFileDefectKind(Vocabulary):
    """案卷问题 · Defect of a case file; file_defects.csv says what each costs and which fail the file at once"""

    NO_COMPETENCE = "执法主体不合法或超越职权", "The organ had no competence"
    OFFICERS_NOT_QUALIFIED = "执法人员少于两人或无有效执法证", "Fewer than two officers with valid certificates"
    FACTS_NOT_PROVEN = "主要事实不清、证据不足", "The main facts are not proven"
    LAW_MISAPPLIED = "适用法律依据错误", "The law was misapplied"
    PRIOR_NOTICE_OMITTED = "未告知陈述、申辩权利", "The party was not told of its right to be heard"
    HEARING_OMITTED = "应当听证而未听证", "A hearing that was due was not held"
    LEGAL_REVIEW_OMITTED = "应当法制审核而未审核", "A legal review that was due was omitted"
    FILING_FLAWED = "立案手续不全", "The filing is incomplete"
    EVIDENCE_FLAWED = "取证不规范", "Evidence was not taken as it should be"
    DISCRETION_NOT_REASONED = "裁量理由未说明", "Discretion was used without a reason"
    DECIDED_LATE = "超过办案期限", "The period for the decision was exceeded"
    DOCUMENT_FLAWED = "文书制作不规范", "A document is flawed"
    SERVICE_FLAWED = "送达不规范", "The service is flawed"
    EXECUTION_NOT_RECORDED = "执行情况无记录", "The execution is not on record"
    PUBLICATION_OMITTED = "未按规定公示", "The result was not published as it should be"
    ARCHIVING_FLAWED = "归档不规范", "The file is not archived as it should be"


class SampledFact(Vocabulary):
    """样本事项 · What a sample shows of a case where it does not tell it from others, what scoring needs most first"""

    PROCEDURE = "程序", "Procedure"
    LEGAL_REVIEW = "法制审核", "Legal review"
    HEARING_HELD = "听证", "Whether the hearing was held"
    PENALTY_KINDS = "处罚种类", "Kinds of penalty"
    DECIDED_WITHIN = "立案至决定用时", "Time from the filing to the decision"
    FINE = "罚款区间", "Band of the fine"
    SERVED_WITHIN = "决定至送达用时", "Time from the decision to its service"

    @property
    def column(self) -> str:
        """The column of a sampled case."""
        return self.name.lower()


class DurationBand(Vocabulary):
    """用时区间 · How long something took, so coarse that it does not lead to a published decision"""

    UP_TO_7_DAYS = "7 日以内", "7 days at most"
    UP_TO_30_DAYS = "8 日至 30 日", "8 to 30 days"
    UP_TO_60_DAYS = "31 日至 60 日", "31 to 60 days"
    UP_TO_90_DAYS = "61 日至 90 日", "61 to 90 days"
    LONGER = "超过 90 日", "More than 90 days"


class FineBand(Vocabulary):
    """罚款区间 · How high a fine is, as coarse"""

    UP_TO_1000 = "1000 元以下", "1,000 yuan at most"
    UP_TO_10000 = "1000 元以上 1 万元以下", "More than 1,000 and at most 10,000 yuan"
    UP_TO_100000 = "1 万元以上 10 万元以下", "More than 10,000 and at most 100,000 yuan"
    HIGHER = "超过 10 万元", "More than 100,000 yuan"


# The last value of each band, the last band having none.
_DAYS = 7, 30, 60, 90
_YUAN = 1_000, 10_000, 100_000


def duration_band(days: int | None) -> DurationBand | None:
    """The band of so many days; None of none."""
    return _band(DurationBand, days, _DAYS)


def fine_band(yuan: Decimal | None) -> FineBand | None:
    """The band of a fine; None where there is no fine."""
    return _band(FineBand, yuan or None, _YUAN)


def duration_band_sql(days: str) -> str:
    """SQL for the name of the band of so many days."""
    return _band_sql(DurationBand, days, _DAYS)


def fine_band_sql(yuan: str) -> str:
    """SQL for the name of the band of a fine."""
    return _band_sql(FineBand, f"nullif({yuan}, 0)", _YUAN)


def _band_sql(bands: type[_Band], value: str, last: Sequence[int]) -> str:
    *but_last, highest = (band.name for band in bands)
    below = " ".join(f"WHEN {value} <= {most} THEN '{name}'" for name, most in zip(but_last, last, strict=True))
    return f"CASE {below} WHEN {value} > {last[-1]} THEN '{highest}' END"


def _band(bands: type[_Band], value: Decimal | int | None, last: Sequence[int]) -> _Band | None:
    return None if value is None else list(bands)[sum(value > each for each in last)]
