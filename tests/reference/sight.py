"""What a person sees: rows by the oracle, sensitive values by the masks."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from models import Clearance, Role, SensitiveClass, Table
from models.search import words_of
from resolvers.caller import Caller
from resolvers.declarations import TYPES
from resolvers.sources import Match, Parts, Relation
from tests.cluster import TEST_CIPHER
from tests.oracle import READS, Person, in_scope, is_public, sees, sides_of
from tests.reference.answers import scalar
from tests.reference.rows import Row, Rows


class Sight:
    """What one person sees of the rows, and how clearly."""

    def __init__(self, rows: Rows, person: Person, caller: Caller) -> None:
        self.rows = rows
        self.person = person
        self.caller = caller

    def visible(self, model: type[Table], rows: list[Row]) -> list[Row]:
        """Of the rows those that the person sees."""
        return [row for row in rows if sees(self.person, row.type_name, row)]

    def led_to(self, match: Match, row: Row) -> list[Row]:
        """The rows that a row leads to, as the person sees them."""
        here = row[match.own]
        match match.relation:
            case Relation.EQUAL:
                found = self.rows.where(match.model, match.column, here) if here is not None else []
            case Relation.ABOVE:
                codes = [here[:length] for length in (2, 4, 6, 9) if length < len(here)]
                found = [row for code in codes for row in self.rows.where(match.model, match.column, code)]
            case below:
                found = [
                    row
                    for row in self.rows.all(match.model)
                    if row[match.column].startswith(here)
                    and (row[match.column] != here or below is Relation.AT_OR_BELOW)
                ]
        return [each for each in self.visible(match.model, found) if self.is_value_told(each, match.column)]

    def entrusted(self, row: Row) -> bool:
        """Whether the person sees the row by its role, not only because it is public."""
        scopes = READS[self.person.role].get(row.type_name, []) if self.person.role is not None else []
        sides = sides_of(row.type_name, row)
        return any(in_scope(scope, self.person, side) for scope in scopes if scope != "PUBLIC" for side in sides)

    def is_told(self, row: Row, at: Any) -> bool:
        """Whether the person reads of the row what was said at a moment, None for one that there never was."""
        scopes = READS[self.person.role].get(row.type_name, []) if self.person.role is not None else []
        sides = [side for side in sides_of(row.type_name, row) if "since" not in side or _is_since(side["since"], at)]
        return any(in_scope(scope, self.person, side) for scope in scopes if scope != "PUBLIC" for side in sides)

    def clearance(self, row: Row, class_: SensitiveClass) -> Clearance:
        """The best clearance of the roles by which the person sees the row."""
        masks = self.caller.policy.masks
        if class_ is SensitiveClass.INFORMANT and not self._took_in(row):
            return Clearance.ABSENT
        if class_ is SensitiveClass.NARRATIVE and self._decides(row):
            return Clearance.CLEAR
        found = [masks[Role.PUBLIC, class_]] if is_public(row.type_name, row) else []
        if self.person.role is not None and self.entrusted(row):
            found.append(masks[Role[self.person.role], class_])
        return min(found, key=list(Clearance).index)

    def _took_in(self, clue: Row) -> bool:
        """Whether the person's body took the clue in: as its bureau, or in its township for the bureau."""
        owner, *_ = sides_of(clue.type_name, clue)
        scope = {"JUDICIAL_BUREAU": "OWN", "JUDICIAL_OFFICE": "TOWNSHIP"}.get(self.person.role or "")
        return scope is not None and in_scope(scope, self.person, owner)

    def _decides(self, row: Row) -> bool:
        """Whether the row is a dispute that was brought before the government whose office the person is."""
        is_before_it = row.type_name == "CoordinationDispute" and row["state"] in ("ESCALATED", "GOVERNMENT_DECIDED")
        return is_before_it and in_scope("OWN", self.person, {"organization": row["government_id"]})

    def column(self, row: Row, name: str) -> Any:
        """A column's value as the person sees it."""
        model = TYPES[row.type_name].model
        if (name in model.__entrusted__ and not self.entrusted(row)) or not self.is_value_told(row, name):
            return None
        return self.sensitive(row, name) if name in model.__sensitive__ else scalar(row[name])

    def is_value_told(self, row: Row, name: str) -> bool:
        """Whether the person is told the value of a column, which those who read the row late may not be."""
        moments = TYPES[row.type_name].model.__told_at__.get(name)
        if moments is None:
            return True
        said = [row[each] for each in moments if row[each] is not None]
        return self.is_told(self._whole(row), max(said, default=None))

    def _whole(self, row: Row) -> Row:
        wholes = TYPES[row.type_name].model.__part_of__.items()
        return next((self.rows.where(of, "id", row[link])[0] for link, of in wholes if row[link] is not None), row)

    def sensitive(self, row: Row, name: str) -> Any:
        """A sensitive value as the person sees it: clear, masked or not at all."""
        sensitive, value = TYPES[row.type_name].model.__sensitive__[name], row[name]
        if value is None:
            return None
        clearance = self.clearance(self._whole(row), sensitive.class_)
        if sensitive.only_persons is not None and row[sensitive.only_persons] != "PERSON":
            return value
        if clearance is Clearance.ABSENT:
            return None
        if sensitive.encrypted:
            value = TEST_CIPHER.decrypt(value, name)
            return value if clearance is Clearance.CLEAR else f"{value[:3]}{'*' * (len(value) - 7)}{value[-4:]}"
        if clearance is Clearance.CLEAR:
            return scalar(value)
        if isinstance(value, date):
            return None
        masked = dict.fromkeys((SensitiveClass.PARTY_NAME, SensitiveClass.INFORMANT), value[:1] + "**")
        return {**masked, SensitiveClass.NARRATIVE: None}.get(sensitive.class_, value[:4] + "****")

    def parts(self, source: Parts, row: Row) -> list[Row]:
        """The parts of a row, which are seen with it and only so."""
        class_ = source.model.__part_class__
        is_shown = source.model.__part_is_published__ or self.entrusted(row)
        if not is_shown or (class_ is not None and self.clearance(row, class_) is not Clearance.CLEAR):
            return []
        found = self.rows.where(source.model, source.link, row["id"])
        keys = [column.name for column in source.model.__table__.primary_key]  # type: ignore[attr-defined]
        return sorted(found, key=lambda part: [str(part[name]) for name in (source.order, *keys)])

    def words(self, row: Row, personal: bool) -> set[str]:
        """By which words a case is found; a person's name is among them where it is ``personal`` and seen clear."""
        number = row["number"]
        texts = [row["cause"], number[max(number.find("〔") - 2, 0) :]]
        is_clear = personal and self.clearance(row, SensitiveClass.PARTY_NAME) is Clearance.CLEAR
        if row["party_kind"] != "PERSON" or is_clear:
            texts.append(row["party_name"])
        return {word for text in texts for word in words_in(text)}


def _is_since(since: Any, at: Any) -> bool:
    return since is not None and at is not None and at >= since


@cache
def words_in(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(words_of(text))
