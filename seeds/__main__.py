"""``python -m seeds [--cases N] [--seed S]``: load the directory of Henan, and demonstration cases if asked for."""

from __future__ import annotations

import argparse
import asyncio
import sys

import asyncpg
from pydantic import Field
from pydantic_settings import BaseSettings

from models.database import Database, DatabaseSettings
from models.embedded import DatabaseUnavailableError
from models.secrets import Cipher, FieldKeyError, make_cipher
from seeds.cases import MOST_CASES, seed_cases
from seeds.load import seed


class _Keys(BaseSettings):
    field_keys: str = Field(default="", repr=False)


async def _load(database: Database, cipher: Cipher, cases: int, number: int) -> None:
    await database.prepare()
    await database.migrate()
    await seed(database.direct_url)
    if cases:
        connection = await asyncpg.connect(database.direct_url)
        try:
            await seed_cases(connection, cases, cipher, seed=number, progress=print)
        finally:
            await connection.close()


def main(arguments: list[str] | None = None) -> int:
    """Migrate and load; answers the exit code."""
    parser = argparse.ArgumentParser(prog="python -m seeds", description="监督 Jiandu: seeds")
    parser.add_argument(
        "--cases", type=int, default=0, help=f"make so many demonstration cases, at most {MOST_CASES:,}"
    )
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other cases beside those there are")
    asked = parser.parse_args(arguments)
    if not 0 <= asked.cases <= MOST_CASES:
        parser.error(f"--cases must be between 0 and {MOST_CASES:,}")
    settings = DatabaseSettings()
    try:
        keys = [key.strip() for key in _Keys().field_keys.split(",") if key.strip()]
        cipher = make_cipher(keys, settings.data_dir)
        with Database(settings) as database:
            asyncio.run(_load(database, cipher, asked.cases, asked.seed))
    except (DatabaseUnavailableError, FieldKeyError) as error:
        print(f"jiandu: {error}", file=sys.stderr)
        return 1
    except asyncpg.UniqueViolationError:
        print(f"jiandu: cases of seed {asked.seed} are there already; name another with --seed.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
