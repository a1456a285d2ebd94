"""Sensitive values: their classes, and how much of one a reader may see."""

from __future__ import annotations

from dataclasses import dataclass

from models.vocabulary import Vocabulary


class SensitiveClass(Vocabulary):
    """敏感信息类别 · Class of sensitive values (个人信息保护法 28, 行政处罚法 48)"""

    PARTY_NAME = "当事人姓名", "Name of a party who is a natural person"
    ID_NUMBER = "身份证号", "Id number"
    PHONE = "电话", "Phone number"
    ADDRESS = "住址", "Address"
    OFFICER_NUMBER = "执法人员证号、出生日期", "Number of an officer or a certificate, an officer's day of birth"
    NARRATIVE = "案情", "Narrative text, evidence and attachments"
    INFORMANT = "线索提供人", "Who gave a clue, with the phone number"


class Clearance(Vocabulary):
    """可见程度 · How much of a sensitive value a reader sees"""

    CLEAR = "明文", "All of it; the reading is audited"
    MASKED = "脱敏", "Masked"
    ABSENT = "不可见", "Nothing"


@dataclass(frozen=True)
class Sensitive:
    """What a table says of a sensitive column.

    ``only_persons`` names the column of ``PartyKind``: the value is sensitive where that is a natural person.
    An encrypted column holds what ``models.secrets`` made of the value.
    """

    class_: SensitiveClass
    only_persons: str | None = None
    encrypted: bool = False
