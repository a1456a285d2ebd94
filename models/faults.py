"""What can be wrong with a value, in Chinese and in English: the reasons that messages of errors give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from models.vocabulary import Vocabulary

Language = Literal["zh", "en"]


class Fault(Vocabulary):
    """取值不正确之处 · What is wrong with a value, or with whom something is sent to; called with what it names"""

    EMPTY = "不能为空", "it may not be empty"
    SAME_OFFICER = "同一人员重复", "the same officer is named twice"
    SAME_FILE = "同一文件重复", "the same file is named twice"
    REPEATED = "重复：{what}", "{what} is there twice"
    NOT_WITHIN = "应为 {least} 至 {most}", "it must be from {least} to {most}"
    COUNT_NOT_WITHIN = "应为 {least} 至 {most} 项", "there must be {least} to {most}"
    LENGTH_NOT_WITHIN = "应为 {least} 至 {most} 字", "it must have {least} to {most} characters"
    KEY_NOT_ONES_OWN = (
        "应为 {least} 至 {most} 字，且他人猜不到，例如 UUID",
        "it must have {least} to {most} characters that nobody guesses, such as those of a UUID",
    )
    TOO_MANY = "共 {count} 项，最多 {most} 项", "there are {count}, of {most} at most"
    TOO_LONG = "共 {count} 字，最多 {most} 字", "it has {count} characters, of {most} at most"
    TOO_SMALL = "不能小于 {least}", "it may not be less than {least}"
    TOO_LARGE = "不能大于 {most}", "it may not be more than {most}"
    NOT_ABOVE = "应大于 {below}，且不大于 {most}", "it must be more than {below}, and {most} at most"
    BEFORE = "不能早于 {day}", "it may not be before {day}"
    AFTER = "不能晚于 {day}", "it may not be after {day}"
    NOT_BEFORE = "应早于 {day}", "it must be before {day}"
    NOT_AFTER = "应晚于 {day}", "it must be after {day}"
    NONE_OF = "应为：{allowed}", "it must be one of {allowed}"
    NOT_FOR = "不适用于{what}", "it is not for {what}"
    NEEDED_FOR = "{what}须填写此项", "it is needed for {what}"
    NOT_OF_DUTY = "该权责事项的执法行为为{what}", "the act of this duty item is {what}"
    ONLY_FOR = "只适用于{what}", "it is for {what} alone"
    ONE_OF_TWO = "{one}、{other} 须给出其一", "give one of {one} and {other}"
    BOTH_OR_NEITHER = "{one}、{other} 须一并给出", "give both {one} and {other}, or neither"
    OF_OTHER_ORGANIZATION = "属于其他机构", "it belongs to another organization"
    OF_OTHER_OFFICER = "属于其他人员", "it belongs to another officer"
    OF_OTHER_GOVERNMENT = "报送的是其他政府", "it was made to another government"
    OF_OTHER_RESPONDENT = "不是该联系点以问卷方式作出的答卷", "it is no answer of this contact point to a questionnaire"
    FILE_NOT_STORED = "文件须由本机构上传并已完成", "the file must be one that the organization has uploaded"
    NOT_A_TEXT = "含有不能保存的字符（U+0000）", "it holds U+0000, which cannot be part of a text"
    UNUSABLE_CHARACTER = "含有不可用的字符（{character}）", "it holds {character}, which it may not"
    NOT_UNICODE = "不是有效的 Unicode 文本", "the text is not valid Unicode"
    NOT_SHA256 = "应为 64 位小写十六进制数", "it must be 64 hexadecimal digits in lower case"
    NOT_A_PHONE = "不是电话号码，例如 +86 138 0000 0000", "it is no phone number, such as +86 138 0000 0000"
    LENGTH_OF_NUMBER = "位数不正确", "it does not have the right number of digits"
    FORM_OF_NUMBER = "格式不正确", "it is not of the right form"
    CHECKSUM_OF_NUMBER = "校验位不正确", "its check digit is wrong"
    PARTS_OF_NUMBER = "其中的地区或者日期不正确", "its place or its date is wrong"
    OUTSIDE_REGION = "须在 {region} 区域之内", "it must lie within the region {region}"
    NO_BUREAU = "没有可以受理的司法行政部门", "there is no judicial bureau for it"
    NO_FINANCE = "同级没有财政部门", "there is no finance bureau of its level"
    NOT_PAST = (
        "样本种子只能用于尚未结束的期间（截止日不早于 {day}）",
        "a seed is for a period that is not over, which ends on {day} or later",
    )
    POLL_OF_BUREAU = (
        "须为本机构的网上投票，且评估类别为网上投票",
        "it must be a poll of the commissioner, for an evaluation by poll",
    )
    NOT_A_BRANCH = "上级指标须列在其前", "the indicator above has to be named before it"
    LEAF_ONLY = "只用于、且必须用于没有下级指标的指标", "it is for indicators with none below them, and needed there"
    SCORED_AT_LEAF = "须为没有下级指标的指标", "it must be an indicator with none below it"
    NOT_A_SIDE = "须为争议的两个机构之一，或者其共同上级", "it must be one of the two that claim it, or their superior"
    PERIOD_OF_SAMPLE = (
        "期间须早于今日，首日不晚于末日，且不超过 {days} 天",
        "the period must be over, end no sooner than it begins, and be no longer than {days} days",
    )
    NAMED_OR_LEFT = "{name} 重复列出，或者当日已离岗", "{name} is named twice, or had left by that day"
    OTHER_YEAR = "须在 {year} 年", "it must be in the year {year}"
    DATE_NOT_OF_YEAR = "{day} 不属于该年的安排", "{day} is no day of that year's notice"
    FIXED_BY_DATE = "该事项的规则为固定日期，不能改为时长", "the rule of this event names a date and no length"
    DUTY_EXISTS = "编号 {code} 已有事项，请修订该事项", "there is an item {code} already; revise it"
    WRITES_FOR_DEPARTMENT = "法制机构代其部门起草，请填写所属部门", "a legal unit writes for its department; name that"
    COUNTED_WITH_TOWNSHIP = (
        "综合行政执法队与其乡镇（街道）政府一并考核，请填写后者",
        "it is assessed as one with the government of its township; name that",
    )
    NOT_STORABLE = "数据库不能保存此值（{state}）", "the database cannot hold this value ({state})"
    TRANSFER_ENDS = "{kind}由 {senders} 移送 {receivers}，{where}", "{kind}: from {senders} to {receivers}, {where}"
    RECEIVERS = "须为 {kinds}，且不是发出机关本身", "it must be one of {kinds}, and not the sender itself"
    HOLDS_NO_DUTY = "须持有现行有效的{act_type}事项", "it must hold a duty in force of the type {act_type}"
    ANSWERS_TWICE = "每题一答，题号为 1 至 {most}", "one answer to a question, of the questions 1 to {most}"
    ONLY_GIVEN = "按{basis}评分须给出且只给出 {name}", "by {basis} give {name}, and that alone"
    TOO_EARLY = "须自 {day} 起登记", "it can be recorded from {day} on"
    REVISIT_NAMED = "须为用于回访、非匿名的问卷", "it must be a questionnaire for revisits that is not anonymous"
    DAYS_ONCE = "至少列出一日，每日只列一次", "name one day at least, and each day once"
    YEAR_NOT_WITHIN = "年份应为 {least} 至 {most}", "its year must be from {least} to {most}"
    AMOUNT_OF = (
        "处罚种类含{kind}时方可填写，且不能为负",
        "it goes with the penalty {kind} alone, and may not be negative",
    )
    NO_HOLDER_YET = (
        "不能早于考试合格日 {day}，且当日须满 {age} 周岁",
        "it may not be before the examination was passed, {day}, nor before the age of {age}",
    )
    UNDER_AGE = "未满 {age} 周岁", "the person is under {age}"
    NOT_EXTENSIBLE = "不可延长的规则不填此项", "a rule that admits no extension does not have it"
    ONE_OF_THE_SIDES = "须为争议双方之一", "it must be one of the two sides of the dispute"
    NOT_TO_BE_HANDED_OVER = (
        "案件已不能移交，须指定现办案机关",
        "the case has to stay where it is; designate who has it",
    )
    TOWNSHIP_OF_OWNER = (
        "须为责任主体区域内的乡镇人民政府或街道办事处",
        "it must be a township government within the region of who holds the duty",
    )
    NEITHER_BODY_NOR_CONCERNED = (
        "须为承办机构与被反映机构（含与其视为一体的机构）以外的机构",
        "it must be another than who handles the clue, or whom it is about or who counts as one with it",
    )
    # Files that are imported.
    BROKEN_QUOTE = "第 {line} 行的双引号不成对", "a quote of line {line} is not closed, or stands within a cell"
    ENCODING = "编码既不是 UTF-8，也不是 GB 18030", "its encoding is neither UTF-8 nor GB 18030"
    DAMAGED = "文件已损坏，或者不是所申报的格式", "it is damaged, or not of the form that was declared"
    TOO_MANY_CELLS = (
        "单元格或格式过多，请删去空白的行、列和多余的格式",
        "it holds too many cells or formats; remove rows and columns that are blank, and formats that nothing needs",
    )
    NOT_STORED = "文件已不在存储中", "the file is no longer stored"
    # Questions and the answers to them.
    TEXT_OF_QUESTION = "题目应为 1 至 {most} 字", "its text must have 1 to {most} characters"
    OPTIONS_OF_QUESTION = (
        "选项应为 {least} 至 {most} 项，互不相同且不为空",
        "it must have {least} to {most} options, all different and none empty",
    )
    FIELDS_OF_QUESTION = "每个选项对应一个领域，互不相同", "it must have one field for each option, all different"
    NEITHER_OPTIONS_NOR_FIELDS = "{kind}不设选项和领域", "{kind} has neither options nor fields"
    BOUNDS_OF_SCALE = "量表题须给出 least 和 most", "a scale needs least and most"
    BOUNDS_REVERSED = "下限 {least} 大于上限 {most}", "{least} is more than {most}"
    DEPENDS_ON_NO_CHOICE = "dependsOn 须为在其前的选择题", "dependsOn must be an earlier question with options"
    DEPENDS_ON_NO_OPTION = (
        "dependsOnOptions 须为该题的选项 1 至 {most}",
        "dependsOnOptions must be options of that question, 1 to {most}",
    )
    OPTIONS_WITHOUT_QUESTION = "给出 dependsOnOptions 须同时给出 dependsOn", "dependsOnOptions needs dependsOn"
    ANSWER_OF = "{kind}，{least} 至 {most}", "{kind}, {least} to {most}"
    # Where the other end of a transfer is.
    ANOTHER_ORGAN = "且不是移送机关本身", "other than the sender itself"
    ABOVE_THE_SENDER = "且其区域为移送机关的上级区域", "in a region above the sender's"
    OF_ITS_LEVEL = "且为同级，乡镇（街道）为所在县", "of the sender's level, for a township of its county"
    ASSIGNED_TO_IT = "且在移送机关的区域内，已被赋权此事项", "in the sender's region, to which the duty is assigned"

    def __call__(self, **parameters: object) -> Phrase:
        """The fault with what it names filled in."""
        return Phrase(self, parameters)


@dataclass(frozen=True)
class Phrase:
    """Part of a message, in whichever language the message is."""

    fault: Fault
    parameters: Mapping[str, object]

    def said(self, language: Language) -> str:
        """The phrase in a language."""
        template = self.fault.chinese if language == "zh" else self.fault.english
        return template.format(**{name: said(value, language) for name, value in self.parameters.items()})


def said(value: object, language: Language) -> object:
    """A value as a message in a language names it: terms by their names and descriptions."""
    if isinstance(value, Fault):
        value = value()
    if isinstance(value, Phrase):
        return value.said(language)
    if isinstance(value, Vocabulary):
        return f"{value.name}（{value.chinese}）" if language == "zh" else f"{value.name} ({value.english})"
    if isinstance(value, tuple | frozenset):
        terms = sorted(value, key=str) if isinstance(value, frozenset) else value
        return ("、" if language == "zh" else ", ").join(str(said(each, language)) for each in terms)
    return value
