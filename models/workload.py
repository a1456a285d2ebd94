"""How many posts a supervision body's workload needs (合理测算), by rules that are rows: plan clause 1 机构建设."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey
from sqlmodel import Field

from models.anchors import Anchors, Side
from models.base import Table, Versioned, code_text, now, term, timestamp, uuid7
from models.deadline_terms import RuleAuthority
from models.staffing import Staffing
from models.validity import in_force
from models.vocabulary import Level, OrganizationKind

SUPERVISION_BODIES = (OrganizationKind.JUDICIAL_BUREAU, OrganizationKind.LEGAL_UNIT, OrganizationKind.JUDICIAL_OFFICE)

# What a body supervises: a bureau its area, a legal unit its field in it, an office its township.  Each is counted
# once for the area and then told to every prefix of its region's code, so that a body's own is found by equality.
_ESTIMATE = """
WITH body AS (
    SELECT s.id, s.region_code, CASE WHEN o.kind = 'LEGAL_UNIT' THEN s.field END AS field, r.*
    FROM staffing s JOIN organization o ON o.id = s.organization_id
    CROSS JOIN LATERAL (
        SELECT r.id AS rule_id, r.base_posts, r.cases_per_post, r.organs_per_post, r.townships_per_post
        FROM staffing_rule r
        WHERE r.kind = o.kind AND r.level = o.level AND starts_with(s.region_code, r.region_code)
          AND r.valid_from <= $4 AND (r.valid_to IS NULL OR r.valid_to >= $4)
        ORDER BY length(r.region_code) DESC, r.valid_from DESC LIMIT 1) r
    WHERE starts_with(s.region_code, $2)
), counted AS (
    SELECT 'case' AS what, region_code, field, count(*) AS n FROM enforcement_case
    WHERE starts_with(region_code, $2)
      AND registered_at >= make_timestamptz($3, 1, 1, 0, 0, 0, 'Asia/Shanghai')
      AND registered_at < make_timestamptz($3 + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai')
    GROUP BY region_code, field
    UNION ALL
    SELECT 'organ', region_code, field, count(*) FROM organization
    WHERE starts_with(region_code, $2)
      AND kind IN ('DEPARTMENT', 'AUTHORIZED', 'ENTRUSTED', 'VERTICAL', 'POLICE', 'TOWNSHIP_GOVERNMENT')
    GROUP BY region_code, field
    UNION ALL
    SELECT 'township', code, NULL, 1 FROM region WHERE starts_with(code, $2) AND level = 'TOWNSHIP'
), told AS (
    SELECT what, left(region_code, length) AS code, field, sum(n) AS n
    FROM counted JOIN unnest(ARRAY[2, 4, 6, 9]) AS length ON length <= length(region_code)
    GROUP BY what, left(region_code, length), field
), load AS (
    SELECT b.id, b.rule_id, b.base_posts, b.cases_per_post, b.organs_per_post, b.townships_per_post,
           coalesce(sum(t.n) FILTER (WHERE t.what = 'case'), 0)::integer AS cases,
           coalesce(sum(t.n) FILTER (WHERE t.what = 'organ'), 0)::integer AS organs,
           coalesce(sum(t.n) FILTER (WHERE t.what = 'township'), 0)::integer AS townships
    FROM body b LEFT JOIN told t
      ON t.code = b.region_code AND (b.field IS NULL OR t.field = b.field OR t.what = 'township')
    GROUP BY b.id, b.rule_id, b.base_posts, b.cases_per_post, b.organs_per_post, b.townships_per_post
), made AS (
    INSERT INTO staffing_estimate
        (staffing_id, estimation_id, rule_id, year, estimated_on, cases, organs, townships, posts)
    SELECT id, $1, rule_id, $3, $4, cases, organs, townships,
           round(base_posts + coalesce(cases::numeric / cases_per_post, 0)
                + coalesce(organs::numeric / organs_per_post, 0)
                + coalesce(townships::numeric / townships_per_post, 0))::integer
    FROM load
    RETURNING staffing_id, posts
), kept AS (
    UPDATE staffing s SET estimated = m.posts FROM made m WHERE s.id = m.staffing_id
    RETURNING s.estimated, s.authorised, s.shortfall
)
SELECT count(*) AS bodies, coalesce(sum(estimated), 0) AS estimated, coalesce(sum(authorised), 0) AS authorised,
       coalesce(sum(shortfall), 0) AS shortfall FROM kept
"""


class StaffingRule(Table, Versioned, table=True):
    """By how much work one post is needed at a body of this kind and level.

    The posts of a body are ``base_posts`` and one more for so many cases of a year, organs and townships that it
    supervises, rounded to the nearest; what is null is not counted.  The nearest region's rule holds, then the latest.
    """

    __tablename__ = "staffing_rule"
    __table_args__ = (
        *in_force("staffing_rule", "region_code", "kind", "level"),
        CheckConstraint("base_posts >= 0", name="base_posts"),
        CheckConstraint("cases_per_post > 0 AND organs_per_post > 0 AND townships_per_post > 0", name="per_post"),
    )
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code", public=True))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    region_code: str = Field(sa_column=Column(code_text(9), ForeignKey("region.code"), nullable=False))
    kind: OrganizationKind = Field(sa_column=Column(term(OrganizationKind), nullable=False))
    level: Level = Field(sa_column=Column(term(Level), nullable=False))
    base_posts: int
    cases_per_post: int | None = None
    organs_per_post: int | None = None
    townships_per_post: int | None = None
    legal_basis: str
    authority: RuleAuthority = Field(sa_column=Column(term(RuleAuthority), nullable=False))
    valid_from: date = Field(sa_column=Column(Date, nullable=False))
    valid_to: date | None = Field(default=None, sa_column=Column(Date))


class StaffingEstimation(Table, Versioned, table=True):
    """An estimation of every supervision body of a region by the work of a year, with its totals.

    ``shortfall`` sums what each body lacks of authorised posts, so that one's surplus makes up for nobody's lack.
    """

    __tablename__ = "staffing_estimation"
    __anchors__: ClassVar[Anchors] = Anchors(Side(region="region_code"))

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    region_code: str = Field(sa_column=Column(code_text(9), ForeignKey("region.code"), nullable=False, index=True))
    year: int
    made_at: datetime = Field(default_factory=now, sa_column=timestamp())
    bodies: int = 0
    estimated: int = 0
    authorised: int = 0
    shortfall: int = 0


class StaffingEstimate(Table, table=True):
    """What an estimation counted for one body, and how many posts the rule makes of it."""

    __tablename__ = "staffing_estimate"
    __part_of__: ClassVar[dict[str, type[Table]]] = {"staffing_id": Staffing}

    staffing_id: UUID = Field(primary_key=True, foreign_key="staffing.id")
    estimation_id: UUID = Field(primary_key=True, foreign_key="staffing_estimation.id")
    rule_id: UUID = Field(foreign_key="staffing_rule.id")
    year: int
    estimated_on: date = Field(sa_column=Column(Date, nullable=False))
    cases: int
    organs: int
    townships: int
    posts: int


async def estimate(connection: Any, estimation_id: UUID, region_code: str, year: int, day: date) -> dict[str, int]:
    """Estimate every body of a region by the rules of a day and the work of a year; answers the totals.

    ``connection`` is asyncpg's, in a transaction that has the estimation already.  Those who estimate at once do so
    one after the other, so that they cannot wait for each other's bodies.
    """
    await connection.execute("SELECT pg_advisory_xact_lock(hashtext('jiandu.estimations'))")
    return dict(await connection.fetchrow(_ESTIMATE, estimation_id, region_code, year, day))
