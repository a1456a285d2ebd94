"""Evaluations: indicators, the de-identified sample, scores, totals and ranks."""

from __future__ import annotations

import datetime
import decimal

import strawberry

import models
from models.evaluation import MOST_COPIES, MOST_INDICATORS, MOST_PAPERS
from resolvers.criteria import criteria, is_node, one_of
from resolvers.declarations import OrderField, available_actions, column, history, many, node, one, parts, view
from schema.types.node import Connection, Node


@view(models.EvaluationIndicator)
class EvaluationIndicator:
    """评估指标 · An indicator of an evaluation's tree"""

    code: str = column("指标编码 · Code")
    parent_code: str | None = column("上级指标编码 · Code of the indicator above")
    name: str = column("指标名称 · Name")
    weight: decimal.Decimal = column("权重，同级之和为 100 · Weight; those below one indicator add up to 100")
    basis: models.IndicatorBasis | None = column("评分依据，仅末级 · What it is scored by; null if others stand below")


@view(models.EvaluationScore)
class EvaluationScore:
    """评分 · A score by one indicator"""

    indicator_code: str = column("指标编码 · Code of the indicator")
    value: decimal.Decimal = column("得分，0–100 · The score, 0–100")
    remark: str | None = column("评语 · Remark")


@criteria()
class EvaluationFilter:
    """评估筛选条件 · Which evaluations"""

    kind: list[models.EvaluationKind] | None = one_of(models.Evaluation.kind, "评估类别 · Of these kinds")
    state: list[models.EvaluationState] | None = one_of(models.Evaluation.state, "状态 · In these states")


class EvaluationOrderField(OrderField):
    """评估排序字段 · What evaluations can be ordered by"""

    CREATED = "委托时间", "When it was commissioned", models.Evaluation.created_at


@node(models.Evaluation, filtered_by=EvaluationFilter, ordered_by=EvaluationOrderField)
class Evaluation(Node):
    """评估 · What a judicial bureau commissions an evaluator to evaluate (plan clause 12 第三方评估)"""

    title: str = column("名称 · Title")
    kind: models.EvaluationKind = column("评估类别 · Kind")
    state: models.EvaluationState = column("状态 · State")
    commissioner: Organization | None = one(models.Evaluation.commissioner_id, "委托机关 · Who commissioned it")
    evaluator: Organization | None = one(models.Evaluation.evaluator_id, "受托评估机构 · The evaluator")
    region_codes: list[str] = column("评估区域代码（GB/T 2260） · Codes of the regions in its scope")
    fields: list[models.EnforcementField] = column("评估领域，空为全部 · Fields in its scope; empty for every field")
    period_from: datetime.date = column("评估期间起始日 · First day of the period")
    period_to: datetime.date = column("评估期间截止日 · Last day of the period")
    is_suspended: bool = column("委托是否中止 · Whether the commission is suspended")
    suspension_reason: str | None = column("中止的理由 · Why it is suspended")
    sample_seed: str | None = column(
        "抽样种子，评估机构不可见 · Seed that fixed the order of the draw, never shown to the evaluator"
    )
    sampled: int | None = column("样本量，公众不可见 · How many cases were drawn; not told to the public")
    report: str | None = column("评估报告 · The report")
    worst_field: models.EnforcementField | None = column(
        "最不满意的执法领域，评选采纳后 · The field that people are least satisfied with, of a poll that was adopted"
    )
    questionnaire: Questionnaire | None = one(
        models.Evaluation.questionnaire_id, "所依据的网上投票 · The open poll that it rests on"
    )
    matter: SupervisionMatter | None = one(
        models.Evaluation.matter_id,
        "专项监督，采纳评选时对最不满意领域的机关起草，已有同类监督的为空"
        " · The special supervision that adopting a poll drafted; null where the organ is supervised for the like",
    )
    indicators: list[EvaluationIndicator] = parts(
        models.EvaluationIndicator.evaluation_id,
        models.EvaluationIndicator.position,
        "指标 · Indicators, those above before those below",
        at_most=MOST_INDICATORS,
    )
    subjects: Connection[EvaluationSubject] = many(
        models.Evaluation.id, models.EvaluationSubject.evaluation_id, "被评对象 · What is evaluated and ranked"
    )
    sample: Connection[SampledCase] = many(
        models.Evaluation.id, models.SampledCase.evaluation_id, "样本 · The cases that were drawn, de-identified"
    )
    created_at: datetime.datetime = column("委托时间 · Commissioned")
    sampled_at: datetime.datetime | None = column("抽样时间 · The sample was drawn")
    submitted_at: datetime.datetime | None = column("提交时间 · Submitted")
    adopted_at: datetime.datetime | None = column("采纳时间 · Adopted")
    published_at: datetime.datetime | None = column("公布时间 · Published")
    version: int = column("版本号 · Version, to be named when it is changed")
    available_actions: list[models.Action] = available_actions()
    history: list[HistoryEntry] = history()


@criteria()
class EvaluationSubjectFilter:
    """被评对象筛选条件 · Which subjects"""

    evaluation: strawberry.ID | None = is_node(
        models.EvaluationSubject.evaluation_id, models.Evaluation, "评估 · Of this evaluation"
    )
    organization: strawberry.ID | None = is_node(
        models.EvaluationSubject.organization_id, models.Organization, "机关 · This organ"
    )
    band: list[models.SatisfactionBand] | None = one_of(models.EvaluationSubject.band, "等次 · In these bands")


class EvaluationSubjectOrderField(OrderField):
    """被评对象排序字段 · What subjects can be ordered by"""

    PLACE = "次序", "Place in its evaluation, by rank once that is submitted", models.EvaluationSubject.place


@node(models.EvaluationSubject, filtered_by=EvaluationSubjectFilter, ordered_by=EvaluationSubjectOrderField)
class EvaluationSubject(Node):
    """被评对象 · An organ with sampled cases, in a poll a field, with its total and rank"""

    evaluation: Evaluation | None = one(models.EvaluationSubject.evaluation_id, "评估 · The evaluation")
    organization: Organization | None = one(models.EvaluationSubject.organization_id, "被评机关 · The organ")
    field: models.EnforcementField | None = column("被评领域 · The field")
    sampled: int = column("样本件数 · How many of its cases were drawn")
    total: decimal.Decimal | None = column("总分，0–100，提交后 · Total, 0–100, once submitted")
    rank: int | None = column(
        "名次，并列同名次，样本不足5件的不排名 · Rank; equal totals share one, those of fewer than 5 cases have none"
    )
    band: models.SatisfactionBand | None = column("等次 · Band of the total")
    scores: list[EvaluationScore] = parts(
        models.EvaluationScore.subject_id,
        models.EvaluationScore.indicator_code,
        "对该对象的评分 · Scores of the subject as a whole",
        at_most=MOST_INDICATORS,
    )


@view(models.SampledPaper)
class SampledPaper:
    """案卷材料（脱敏） · A document or a piece of evidence of the file, by kind alone"""

    document: models.CaseDocumentKind | None = column("文书种类 · Kind of document")
    evidence: models.EvidenceKind | None = column("证据种类 · Kind of evidence")


@view(models.SampledCopy)
class SampledCopy:
    """脱敏副本 · A copy of one of the case's files, with every name in it blacked out"""

    file: StoredFile | None = one(models.SampledCopy.file_id, "文件 · The file")


@view(models.SampledOriginal)
class SampledOriginal:
    """原案 · The case that was drawn"""

    case: EnforcementCase | None = one(models.SampledOriginal.case_id, "案件 · The case")


@criteria()
class SampledCaseFilter:
    """样本筛选条件 · Which sampled cases"""

    evaluation: strawberry.ID | None = is_node(
        models.SampledCase.evaluation_id, models.Evaluation, "评估 · Of this evaluation"
    )
    organization: strawberry.ID | None = is_node(
        models.SampledCase.organization_id, models.Organization, "办案机构 · Of this organization"
    )
    act_type: list[models.ActType] | None = one_of(models.SampledCase.act_type, "执法行为 · Of these types of act")


class SampledCaseOrderField(OrderField):
    """样本排序字段 · What sampled cases can be ordered by"""

    PLACE = "抽取次序", "Place in the draw", models.SampledCase.place


@node(models.SampledCase, filtered_by=SampledCaseFilter, ordered_by=SampledCaseOrderField)
class SampledCase(Node):
    """样本案件（脱敏） · A case as its evaluator sees it: without number, day, narrative or any name"""

    evaluation: Evaluation | None = one(models.SampledCase.evaluation_id, "评估 · The evaluation")
    place: int = column("抽取次序 · Place in the draw")
    subject: EvaluationSubject | None = one(models.SampledCase.subject_id, "被评对象 · The subject it counts for")
    organization: Organization | None = one(models.SampledCase.organization_id, "办案机构 · Who handled it")
    field: models.EnforcementField | None = column("执法领域 · Field")
    act_type: models.ActType = column("执法行为 · Type of act")
    procedure: models.Procedure | None = column("程序 · Procedure")
    legal_review: models.LegalReview | None = column("法制审核 · Legal review")
    hearing_held: bool | None = column("是否已听证 · Whether the hearing was held")
    party_pseudonym: str = column(
        "当事人化名，自然人在本评估内固定，其他每案不同"
        " · Pseudonym of the party: a person has one in this evaluation, an enterprise one for each case"
    )
    officer_pseudonyms: list[str] = column(
        "执法人员化名，隐去程序的不列 · Pseudonyms of the officers; none where the procedure is withheld"
    )
    decided_within: models.DurationBand | None = column("立案至决定用时 · Time from the filing to the decision")
    served_within: models.DurationBand | None = column("决定至送达用时 · Time from the decision to its service")
    penalty_kinds: list[models.PenaltyKind] = column("处罚种类 · Kinds of penalty")
    fine: models.FineBand | None = column("罚款区间 · Fine, by its band")
    withheld: list[models.SampledFact] = column(
        "为防止识别而隐去的事项 · What is left out of all cases like this one, since it would tell some from the rest"
    )
    papers: list[SampledPaper] = parts(
        models.SampledPaper.sampled_case_id,
        models.SampledPaper.position,
        "案卷目录（脱敏），有隐去事项的不列 · What the file holds, de-identified; nothing where something is withheld",
        at_most=MOST_PAPERS,
    )
    copies: list[SampledCopy] = parts(
        models.SampledCopy.sampled_case_id,
        models.SampledCopy.position,
        "脱敏副本 · Copies of its files, with every name blacked out",
        at_most=MOST_COPIES,
    )
    scores: list[EvaluationScore] = parts(
        models.EvaluationScore.sampled_case_id,
        models.EvaluationScore.indicator_code,
        "评分 · Scores of the case",
        at_most=MOST_INDICATORS,
    )
    originals: list[SampledOriginal] = parts(
        models.SampledOriginal.sampled_case_id,
        models.SampledOriginal.case_id,
        "原案，仅限可见案情者 · The case that was drawn, for those who may see the narrative",
        at_most=1,
    )


from schema.types.case import EnforcementCase  # noqa: E402 - types refer to each other
from schema.types.file import StoredFile  # noqa: E402
from schema.types.history import HistoryEntry  # noqa: E402
from schema.types.organization import Organization  # noqa: E402
from schema.types.questionnaire import Questionnaire  # noqa: E402
from schema.types.supervision import SupervisionMatter  # noqa: E402
