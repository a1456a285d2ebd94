"""Letters of transfers: what is filled in can be read back from both formats."""

from __future__ import annotations

import asyncio
import io
import re
import subprocess
import sys
import time
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast, get_args

import docx
import pypdf
import pytest
from docx.table import Table
from starlette.requests import Request

from models import LetterTemplate, SupervisionDocumentType
from resolvers.letters import LetterError, LetterFormat, SupervisionLetterFields, TransferLetterFields, render
from resolvers.letters.pdf import wrapped
from server.files import letters
from server.observability import Metrics

FIELDS: TransferLetterFields = {
    "number": "洛老市监移〔2026〕3号",
    "sender": "洛阳市老城区市场监督管理局",
    "receiver": "洛阳市老城区城市管理局",
    "case_number": "洛老市监罚立〔2026〕12号",
    "cause": "占道经营",
    "party_name": "洛阳某某餐饮有限公司",
    "reason": "该行为属于城市管理领域的违法行为。",
    "legal_basis": "《中华人民共和国行政处罚法》第二十七条",
    "date": date(2026, 3, 9),
    "kind": "HORIZONTAL",
    "attachments": ["现场笔录", "询问笔录（2份）"],
    "urgent": False,
    "answered": "洛老城管移〔2026〕1号",
    "result": "已作出行政处罚决定：罚款 500 元。\n罚款已缴清。",
}
FORMATS: tuple[LetterFormat, ...] = get_args(LetterFormat)
# What each letter must say, written by hand.
SAID = {
    LetterTemplate.TRANSFER_LETTER: [
        "案件移送函",
        "洛阳市老城区城市管理局：",
        "我单位办理的洛阳某某餐饮有限公司涉嫌占道经营一案（案号：洛老市监罚立〔2026〕12号），经审查，应当由你单位管辖。",
        "根据《中华人民共和国行政处罚法》第二十七条，现将该案及有关材料移送你单位处理。",
        "移送理由该行为属于城市管理领域的违法行为。",
        "特此函告。",
    ],
    LetterTemplate.CRIMINAL_TRANSFER_LETTER: [
        "涉嫌犯罪案件移送书",
        "依法需要追究刑事责任",
        "《行政执法机关移送涉嫌犯罪案件的规定》",
        "抄送：同级人民检察院",
    ],
    LetterTemplate.TRANSFER_RECEIPT: [
        "送达回执",
        "洛阳市老城区市场监督管理局：",
        "送达文书文号洛老城管移〔2026〕1号",
        "收件人签名",
        "收到时间",
    ],
    LetterTemplate.REFUSAL_LETTER: [
        "不予接收通知书",
        "你单位以洛老城管移〔2026〕1号移送的",
        "经审查，该行为属于城市管理领域的违法行为。",
        "我单位决定不予接收，案件材料随本通知书退回。",
        "可以提请共同的上级司法行政部门协调。",
    ],
    LetterTemplate.TRANSFER_RESULT_LETTER: [
        "处理结果反馈函",
        "现将结果反馈如下。",
        "已作出行政处罚决定：罚款500元。罚款已缴清。",
    ],
}

SUPERVISION: SupervisionLetterFields = {
    "number": "洛阳市老城区司法局监通字〔2026〕1号",
    "sender": "洛阳市老城区司法局",
    "receiver": "洛阳市老城区市场监督管理局",
    "date": date(2026, 3, 9),
    "due": "2026年3月23日",
    "matter_number": "洛阳市老城区司法局监案字〔2026〕1号",
    "subject": "裁量说理不充分",
    "content": "执法程序及法律适用",
    "organ": "洛阳市老城区市场监督管理局",
    "text": "逐案补充说理。",
}
# Type and effect of a document of supervision, and what it must say beside its text.
SUPERVISION_SAID = [
    ("NOTICE", "INQUIRE", ["行政执法监督通知书", "请说明下列情况：", "请于2026年3月23日前将书面说明"]),
    ("NOTICE", "ADVISE", ["对洛阳市老城区市场监督管理局进行了监督", "第四十二条", "请依法督促处理"]),
    ("OPINION", "CORRECT", ["行政执法监督意见书", "请予纠正：", "可以申请上级监督机构复核", "前整改"]),
    ("OPINION", "ADVISE", ["提出下列改进意见："]),
    ("SUGGESTION", "ADVISE", ["行政执法监督建议书", "特此建议。"]),
    ("EXPEDITE", "EXPEDITE", ["行政执法监督督办函", "请抓紧办理下列事项：", "特此督办。"]),
    ("DECISION", "ORDER", ["行政执法监督决定书", "逾期未整改到位", "请于2026年3月23日前执行"]),
]


def text_of(content: bytes, letter_format: LetterFormat) -> str:
    """All text in reading order, without spaces and line ends."""
    if letter_format == "pdf":
        text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
        # The library takes the first byte of a two-byte code of an embedded map for a character of its own.
        return "".join(text.replace("\0", "").split())
    text = ""
    for part in docx.Document(io.BytesIO(content)).iter_inner_content():
        cells = [cell.text for row in part.rows for cell in row.cells] if isinstance(part, Table) else [part.text]
        text += "".join(cells)
    return "".join(text.split())


def with_fields(**changes: object) -> TransferLetterFields:
    changed: TransferLetterFields = {**FIELDS, **changes}  # type: ignore[typeddict-item]
    return changed


@pytest.mark.parametrize("letter_format", FORMATS)
@pytest.mark.parametrize("template", LetterTemplate)
def test_a_letter_says_what_was_filled_in(template: LetterTemplate, letter_format: LetterFormat) -> None:
    text = text_of(render(template, FIELDS, letter_format), letter_format)
    signed_by = FIELDS["receiver"] if template is LetterTemplate.TRANSFER_RECEIPT else FIELDS["sender"]
    everywhere = [FIELDS["number"], "附件：1.现场笔录2.询问笔录（2份）", f"{signed_by}2026年3月9日"]
    for said in SAID[template] + everywhere:
        assert said in text
    assert "{" not in text and "紧急" not in text


@pytest.mark.parametrize(("type_", "effect", "said"), SUPERVISION_SAID)
def test_a_document_of_supervision_says_what_it_asks_for(type_: str, effect: str, said: list[str]) -> None:
    fields = SupervisionLetterFields(**{**SUPERVISION, "kind": effect})
    text = text_of(render(SupervisionDocumentType[type_], fields, "docx"), "docx")
    signed = f"{SUPERVISION['sender']}2026年3月9日"
    for each in (*said, signed, SUPERVISION["number"], SUPERVISION["text"], SUPERVISION["subject"]):
        assert each in text
    assert "{" not in text
    del fields["due"]
    assert "3月23日" not in text_of(render(SupervisionDocumentType[type_], fields, "docx"), "docx")


@pytest.mark.full
def test_the_same_letter_is_the_same_bytes_in_another_process() -> None:
    script = (
        "import hashlib; from models import LetterTemplate; from resolvers.letters import render;"
        "from tests.test_letters import FIELDS, FORMATS;"
        "made = [render(LetterTemplate.TRANSFER_LETTER, FIELDS, each) for each in FORMATS];"
        "print([hashlib.sha256(each).hexdigest() for each in made])"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed},
            cwd=Path(__file__).parent.parent,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1
    for each in FORMATS:
        other = render(LetterTemplate.TRANSFER_LETTER, with_fields(number="4号"), each)
        assert render(LetterTemplate.TRANSFER_LETTER, FIELDS, each) != other


@pytest.mark.parametrize("letter_format", FORMATS)
def test_variants(letter_format: LetterFormat) -> None:
    def said(**changes: object) -> str:
        return text_of(render(LetterTemplate.TRANSFER_LETTER, with_fields(**changes), letter_format), letter_format)

    assert "应当由上级行政执法机关处理" in said(kind="UPWARD")
    assert "属于已交由你单位行使的执法事项" in said(kind="DOWNWARD")
    assert "不需要追究刑事责任或者免予刑事处罚" in said(kind="REVERSE_CRIMINAL")
    assert "公职人员涉嫌职务违法或者职务犯罪" in said(kind="SUPERVISORY")
    urgent = said(urgent=True)
    assert urgent.startswith("紧急") and "本案情况紧急，请优先办理。" in urgent
    assert "附件：现场笔录洛阳" in said(attachments=["现场笔录"])
    assert "附件" not in said(attachments=[])


@pytest.mark.parametrize("letter_format", FORMATS)
def test_what_people_paste_does_no_harm(letter_format: LetterFormat) -> None:
    reason = "{number} {0} <b>&amp;\x00\x0b\u202e" + "很长的理由，" * 600
    text = text_of(render(LetterTemplate.TRANSFER_LETTER, with_fields(reason=reason), letter_format), letter_format)
    assert "{number}{0}<b>&amp;很长的理由" in text
    assert re.sub("—[0-9]+—", "", text).count("很长的理由") == 600


def test_a_missing_field_is_named() -> None:
    fields = with_fields()
    del fields["answered"]
    with pytest.raises(LetterError, match="REFUSAL_LETTER needs the field 'answered'"):
        render(LetterTemplate.REFUSAL_LETTER, fields, "docx")
    with pytest.raises(LetterError, match="'kind', one of HORIZONTAL, UPWARD, DOWNWARD"):
        render(LetterTemplate.TRANSFER_LETTER, with_fields(kind="CRIMINAL"), "pdf")


def test_the_font_is_embedded() -> None:
    page = pypdf.PdfReader(io.BytesIO(render(LetterTemplate.TRANSFER_LETTER, FIELDS, "pdf"))).pages[0]
    for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
        (descendant,) = font.get_object()["/DescendantFonts"]
        assert "/FontFile3" in descendant.get_object()["/FontDescriptor"].get_object()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一二三四五六", ["一二三四", "五六"]),
        ("一二三四，五六", ["一二三", "四，五六"]),
        ("一二三《四五", ["一二三", "《四五"]),
        ("一二2026年", ["一二", "2026", "年"]),
        ("一 二 三 四", ["一 二", "三 四"]),
        ("123456789", ["1234", "5678", "9"]),
        ("", [""]),
    ],
)
def test_lines_break_where_chinese_lines_may(text: str, lines: list[str]) -> None:
    assert list(wrapped(text, lambda _: 4, len)) == lines


def test_letters_are_rendered_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many are asked for at once, since each takes a processor for itself."""
    rendering: list[int] = []
    most: list[int] = []

    def render_slowly(*_: Any) -> bytes:
        rendering.append(1)
        most.append(len(rendering))
        time.sleep(0.02)
        rendering.pop()
        return b""

    async def answered(value: Any = None) -> Any:
        return value

    monkeypatch.setattr(letters, "render", render_slowly)
    monkeypatch.setattr(letters, "write_entries", lambda *_: answered())
    endpoint: Any = letters.LetterEndpoint(
        letters=cast("Any", SimpleNamespace(of_transfer=lambda *_: answered(FIELDS))),
        followers=cast("Any", SimpleNamespace(caller=lambda *_: answered())),
        sessions=cast("Any", SimpleNamespace(begin=nullcontext)),
    )
    path = {"transfer": "x", "template": "TRANSFER_LETTER", "format": "pdf"}
    scope = {"type": "http", "method": "GET", "path": "/", "headers": [], "path_params": path, "state": {}}
    app = SimpleNamespace(state=SimpleNamespace(metrics=Metrics()))

    async def ask(count: int) -> list[Any]:
        asked = {**scope, "app": app}
        return await asyncio.gather(*(endpoint(Request(dict(asked))) for _ in range(count)))

    answers = asyncio.run(ask(5))
    assert [each.status_code for each in answers] == [200] * 5, answers[0].body
    assert most == [1] * 5
