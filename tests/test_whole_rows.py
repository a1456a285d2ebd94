"""Whole rows past SQLAlchemy's statements: read as it reads them, written as it would write them."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import inspect, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from models import EnforcementCase, Table
from models.base import now
from models.database import driver_of, write_engine
from models.whole_rows import row_of, rows_where, write_rows
from tests.cluster import run

# Of a large table some are enough, of each of its columns' kinds.
SOME = 20


async def _all_rows_again(url: str) -> list[str]:
    """Read some rows of every table both ways, write them anew; answers what differs."""
    engine, differing = write_engine(url), []
    async with engine.connect() as connection:
        own = [each for each in Table.__subclasses__() if each.__module__.startswith("models")]
        for model in sorted(own, key=lambda each: each.__name__):
            table, key = model.__tablename__, ", ".join(each.name for each in inspect(model).primary_key)
            async with AsyncSession(connection, expire_on_commit=False) as session:
                theirs = list(await session.scalars(select(model).order_by(text(key)).limit(SOME)))
                session.expunge_all()
                driver = await driver_of(session)
                ours = await rows_where(session, driver, model, f"true ORDER BY {key} LIMIT {SOME}")
                values = [{name: getattr(row, name) for name in model.model_fields} for row in ours]
                if values != [{name: getattr(row, name) for name in model.model_fields} for row in theirs]:
                    differing.append(f"{table} is read otherwise")
                session.expunge_all()
                # Rows are taken away that others refer to.
                await driver.execute("SET LOCAL session_replication_role = replica")
                stored = f"SELECT t::text FROM {table} t ORDER BY {key} LIMIT {SOME}"
                before = [row[0] for row in await driver.fetch(stored)]
                await driver.execute(
                    f"DELETE FROM {table} WHERE ({key}) IN (SELECT {key} FROM {table} ORDER BY {key} LIMIT {SOME})"
                )
                session.add_all(model(**each) for each in values)
                await write_rows(session, driver)
                if [row[0] for row in await driver.fetch(stored)] != before:
                    differing.append(f"{table} is written otherwise")
                await session.rollback()
    await engine.dispose()
    return differing


def test_rows_of_every_table_are_read_and_written_as_by_sqlalchemy(database: str) -> None:
    assert run(_all_rows_again(database)) == []


async def _changed(url: str) -> tuple[Any, ...]:
    engine = write_engine(url)
    async with AsyncSession(engine, expire_on_commit=False) as session:
        case = (await session.scalars(select(EnforcementCase).limit(1))).one()
        driver, key = await driver_of(session), case.id
        assert await row_of(session, driver, EnforcementCase, key) is case
        case.cause, case.published_at, case.taken_down_at = "另一案由", now(), None
        await write_rows(session, driver)
        stored = await driver.fetchrow("SELECT cause, is_published FROM enforcement_case WHERE id = $1", key)
        as_written = (*stored, case.cause, case.is_published)
        # What another says of a row is known when it is locked, and only then.
        await driver.execute("UPDATE enforcement_case SET cause = '又一案由' WHERE id = $1", key)
        await row_of(session, driver, EnforcementCase, key)
        known = case.cause
        await row_of(session, driver, EnforcementCase, key, locked=True)
        locked = case.cause
        clean = not session.dirty and not session.new
        case.cause = "不再有"
        await driver.execute("SET LOCAL session_replication_role = replica")
        await driver.execute("DELETE FROM enforcement_case WHERE id = $1", key)
        with pytest.raises(LookupError):
            await write_rows(session, driver)
        await session.rollback()
    await engine.dispose()
    return as_written, known, locked, clean


def test_what_was_changed_is_written_and_what_the_database_computes_is_known(database: str) -> None:
    written, known, locked, clean = run(_changed(database))
    assert written == ("另一案由", True, "另一案由", True)
    assert (known, locked) == ("另一案由", "又一案由")
    assert clean
