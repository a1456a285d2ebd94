"""The party of a case: checked by its kind, with id number and phone encrypted."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from stdnum.cn import ric, uscc
from stdnum.exceptions import InvalidChecksum, InvalidFormat, InvalidLength, ValidationError

from models import EnforcementCase, Fault, InvalidValue, PartyIdKind, PartyKind
from models.counting import local_day
from resolvers.commands.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from schema.inputs.case import PartyInput

_OF_NUMBERS: dict[type[ValidationError], Fault] = {
    InvalidLength: Fault.LENGTH_OF_NUMBER,
    InvalidFormat: Fault.FORM_OF_NUMBER,
    InvalidChecksum: Fault.CHECKSUM_OF_NUMBER,
}
# Passports (ICAO 9303: up to nine letters and digits), travel permits, and residence cards of 15 or 18.
_FOREIGN = re.compile(r"[A-Z0-9]{5,18}")
_RESIDENT = re.compile(r"[0-9]{17}[0-9X]")
_RESIDENT_LENGTH = 18
# Provinces (GB/T 2260), Taiwan, and 81 to 83 on the permits of Hong Kong, Macao and Taiwan (国办发〔2018〕81号).
_PROVINCE = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
_PHONE = re.compile(r"\+?[0-9][0-9 -]{5,19}")


def checked_party(work: UnitOfWork, party: PartyInput) -> dict[str, Any]:
    """The party's columns.  Raises ``Refusal`` for a number that cannot be right (GB 11643, GB 32100)."""
    if party.kind is PartyKind.PERSON:
        if party.credit_code is not None:
            # It would enter the name among those of enterprises, which are masked for nobody.
            raise InvalidValue("party.creditCode", Fault.NOT_FOR(what=PartyKind.PERSON))
        if party.id_number is None:
            raise InvalidValue("party.idNumber", Fault.NEEDED_FOR(what=PartyKind.PERSON))
    elif party.credit_code is None:
        # Who trades without a licence is a person, whose name is masked.
        raise InvalidValue("party.creditCode", Fault.NEEDED_FOR(what=party.kind))
    if party.kind is PartyKind.ENTERPRISE:
        for name, value in (("idNumber", party.id_number), ("idKind", party.id_kind)):
            if value is not None:
                raise InvalidValue(f"party.{name}", Fault.NOT_FOR(what=PartyKind.ENTERPRISE))
    check_phone(party.phone, "party.phone")
    id_kind = None if party.id_number is None else party.id_kind or PartyIdKind.RESIDENT_IDENTITY_CARD
    id_number = None if party.id_number is None else _valid_id(work, id_kind, party.id_number)
    credit_code = None if party.credit_code is None else valid_credit_code(party.credit_code, "party.creditCode")
    return {
        "party_kind": party.kind,
        "party_name": party.name,
        "party_credit_code": credit_code,
        "party_id_kind": id_kind,
        "party_id_number": _encrypted(work, "party_id_number", id_number),
        "party_id_number_index": id_number and work.cipher.blind_index(id_number, "party_id_number"),
        "party_phone": _encrypted(work, "party_phone", party.phone),
        "party_address": party.address,
    }


def corrected_party(work: UnitOfWork, case: EnforcementCase, party: PartyInput) -> dict[str, Any]:
    """The columns of a case's party as they are to be.  What says the same stays as it is encrypted.

    Raises ``Refusal`` as ``checked_party``.
    """
    columns = checked_party(work, party)
    for name in ("party_id_number", "party_phone"):
        kept, given = getattr(case, name), columns[name]
        if kept and given and work.cipher.decrypt(kept, name) == work.cipher.decrypt(given, name):
            columns[name] = kept
    if columns["party_id_number"] == case.party_id_number and party.id_kind is None:
        columns["party_id_kind"] = case.party_id_kind
    return columns


def is_same_party(one: EnforcementCase, other: EnforcementCase) -> bool:
    """Whether two cases are on one party: by a number, since several may have one name."""
    numbers = ("party_credit_code", "party_id_number_index")
    return any(getattr(one, each) is not None and getattr(one, each) == getattr(other, each) for each in numbers)


def check_phone(phone: str | None, field: str) -> None:
    """Refuse what cannot be a phone number."""
    if phone is not None and not _PHONE.fullmatch(phone):
        raise InvalidValue(field, Fault.NOT_A_PHONE)


def _valid_id(work: UnitOfWork, kind: PartyIdKind | None, number: str) -> str:
    # Written as it is sought for.
    compact: str = ric.compact(number)
    is_resident = kind is PartyIdKind.RESIDENT_IDENTITY_CARD
    fault = _fault_of_resident(compact, local_day(work.at)) if is_resident else _fault_of_foreign(compact)
    if fault is not None:
        raise InvalidValue("party.idNumber", fault)
    return compact


def _fault_of_foreign(number: str) -> Fault | None:
    return None if _FOREIGN.fullmatch(number) else Fault.FORM_OF_NUMBER


def _fault_of_resident(number: str, today: date) -> Fault | None:
    # GB 11643.  The county is of the registration when the number was given out, from 1984 on: often younger than who
    # was born there, so neither its years nor which counties a list knows say anything.
    if len(number) != _RESIDENT_LENGTH:
        return Fault.LENGTH_OF_NUMBER
    if not _RESIDENT.fullmatch(number):
        return Fault.FORM_OF_NUMBER
    if number[-1] != ric.calc_check_digit(number):
        return Fault.CHECKSUM_OF_NUMBER
    try:
        born_on: date = ric.get_birth_date(number)
    except ValidationError:
        return Fault.PARTS_OF_NUMBER
    return None if _PROVINCE.match(number) and born_on <= today else Fault.PARTS_OF_NUMBER


def valid_credit_code(number: str, field: str) -> str:
    """A unified social credit code (GB 32100) as it is written.  Raises ``Refusal`` for one that cannot be right."""
    try:
        valid: str = uscc.validate(number)
    except ValidationError as error:
        raise InvalidValue(field, _OF_NUMBERS.get(type(error), Fault.PARTS_OF_NUMBER)) from None
    return valid


def _encrypted(work: UnitOfWork, column: str, value: str | None) -> bytes | None:
    return None if value is None else work.cipher.encrypt(value, column)
