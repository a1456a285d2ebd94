"""How many officers are in post, certified (持证率) and legal reviewers, of those that the caller sees."""

from __future__ import annotations

from typing import Any

from graphql.execution.collect_fields import FieldDetailsList
from sqlalchemy import ColumnElement, FromClause, Numeric, Text, func, literal_column, or_, select
from sqlalchemy import cast as sql_cast

from models import Certificate, CertificateKind, CertificateState, Officer
from models.officer import REVIEWERS_PER_HUNDRED
from resolvers.compilation import Compilation, Selection, compiles, select_visible
from resolvers.conditions import matches
from resolvers.json_text import TODAY, Pieces, fixed, number, or_null, text
from resolvers.rows import row_of
from resolvers.sources import OfficerFigures

_HUNDRED: ColumnElement[Any] = literal_column("100.0", Numeric())


@compiles(OfficerFigures)
def officer_figures(compilation: Compilation, source: OfficerFigures, selection: Selection) -> Pieces:
    """One line of figures; percentages are null where there is no officer."""
    compilation.count_nodes(selection.many)
    visible = compilation.visible(Officer)
    officer = visible.rows
    counted = (
        select_visible(
            func.count().label("officers"),
            visible,
            matches(compilation, source.match, row_of(selection), officer),
            or_(officer.c.left_on.is_(None), officer.c.left_on > TODAY),
        )
        .add_columns(
            func.count().filter(_holds_certificate(compilation, officer)).label("certified"),
            func.count()
            .filter(_holds_certificate(compilation, officer, CertificateKind.SUPERVISION))
            .label("supervisors"),
            func.count().filter(officer.c.is_legal_reviewer).label("reviewers"),
        )
        .subquery(f"{officer.name}_figures")
    )
    found = counted.c
    needed = func.ceil(found.officers * number(REVIEWERS_PER_HUNDRED) / _HUNDRED)

    def percent(part: ColumnElement[Any]) -> Pieces:
        share = func.round(part * _HUNDRED / func.nullif(found.officers, number(0)), number(1))
        return or_null(sql_cast(share, Text()))

    figures: dict[str, Pieces] = {
        "officers": [found.officers],
        "certified": [found.certified],
        "certifiedPercent": percent(found.certified),
        "supervisors": [found.supervisors],
        "legalReviewers": [found.reviewers],
        "legalReviewerPercent": percent(found.reviewers),
        "legalReviewersLacking": [func.greatest(needed - found.reviewers, number(0))],
    }

    def member(name: str, details: FieldDetailsList) -> Pieces:
        return figures[name]

    value = compilation.members(selection.type, selection.details, member)
    return [select(text(value).label("json")).select_from(counted).scalar_subquery()]


def _holds_certificate(
    compilation: Compilation, officer: FromClause, kind: CertificateKind | None = None
) -> ColumnElement[bool]:
    """Whether an officer holds a certificate that is valid today, of a kind or of any."""
    visible = compilation.visible(Certificate)
    certificate = visible.rows.c
    conditions = [
        certificate.officer_id == officer.c.id,
        certificate.state == fixed(CertificateState.VALID.name),
        certificate.valid_from <= TODAY,
        certificate.valid_to >= TODAY,
    ]
    if kind is not None:
        conditions.append(certificate.kind == fixed(kind.name))
    return select_visible(literal_column("1"), visible, *conditions).exists()
