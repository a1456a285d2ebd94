"""Of a sampled case times and fines are kept in bands, and nothing that leads to the published decision

Revision ID: 0033
Revises: 0032
"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

_DURATIONS = ("UP_TO_7_DAYS", "UP_TO_30_DAYS", "UP_TO_60_DAYS", "UP_TO_90_DAYS", "LONGER")
_FINES = ("UP_TO_1000", "UP_TO_10000", "UP_TO_100000", "HIGHER")
_BANDS = {"decided_within": _DURATIONS, "served_within": _DURATIONS, "fine": _FINES}
_DROPPED = (
    *("source", "duty_item_id", "state", "party_kind", "registered_month", "decided_month", "days_to_decision"),
    *("days_to_service", "penalty_amount"),
)
_OF_DAYS = """CASE WHEN {0} <= 7 THEN 'UP_TO_7_DAYS' WHEN {0} <= 30 THEN 'UP_TO_30_DAYS'
    WHEN {0} <= 60 THEN 'UP_TO_60_DAYS' WHEN {0} <= 90 THEN 'UP_TO_90_DAYS' WHEN {0} > 90 THEN 'LONGER' END"""


def upgrade() -> None:
    for column in _BANDS:
        op.add_column("sampled_case", sa.Column(column, sa.String(40), nullable=True))
    op.execute(
        f"""UPDATE sampled_case SET decided_within = {_OF_DAYS.format("days_to_decision")},
                served_within = {_OF_DAYS.format("days_to_service")},
                fine = CASE WHEN penalty_amount > 100000 THEN 'HIGHER' WHEN penalty_amount > 10000 THEN 'UP_TO_100000'
                    WHEN penalty_amount > 1000 THEN 'UP_TO_10000' WHEN penalty_amount > 0 THEN 'UP_TO_1000' END"""
    )
    for column, terms in _BANDS.items():
        among = ", ".join(f"'{term}'" for term in terms)
        name = "fineband" if column == "fine" else column
        op.create_check_constraint(op.f(f"sampled_case_{name}_check"), "sampled_case", f"{column} IN ({among})")
    for column in _DROPPED:
        op.drop_column("sampled_case", column)
    op.drop_column("sampled_paper", "month")


def downgrade() -> None:
    # What was dropped stands in the case; of a fine and of a paper's month nothing finer than the band is known.
    op.add_column("sampled_paper", sa.Column("month", sa.String(7, collation="C"), server_default="", nullable=False))
    op.execute(
        """ALTER TABLE sampled_case ADD source varchar(40), ADD duty_item_id uuid REFERENCES duty_item,
               ADD state varchar(40), ADD party_kind varchar(40), ADD registered_month varchar(7) COLLATE "C",
               ADD decided_month varchar(7) COLLATE "C", ADD days_to_decision integer, ADD days_to_service integer,
               ADD penalty_amount numeric(16, 2)"""
    )
    op.execute(
        """UPDATE sampled_case s SET (source, duty_item_id, state, party_kind, registered_month) =
               (SELECT c.source, c.duty_item_id, c.state, c.party_kind,
                       to_char(c.registered_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')
                FROM sampled_original o JOIN enforcement_case c ON c.id = o.case_id WHERE o.sampled_case_id = s.id)"""
    )
    for column in ("source", "duty_item_id", "state", "party_kind", "registered_month"):
        op.alter_column("sampled_case", column, nullable=False)
    op.create_index("sampled_case_duty_item_id_idx", "sampled_case", ["duty_item_id"])
    for column in _BANDS:
        op.drop_column("sampled_case", column)
