"""``python -m seeds [--cases N] [--seed S]``: load the directory of Henan, and demonstration cases if asked for."""

from __future__ import annotations

import argparse
import asyncio
import sys

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from models.command_line import ended
from models.database import Database, DatabaseSettings
from models.field_keys import match_keys
from models.secrets import Cipher, make_cipher
from seeds.bulk import complete_cases, seed_cases
from seeds.cases import MOST_CASES, Plan
from seeds.load import seed

_MOST_CONNECTIONS = 16
_SEEDS = range(2**63)
_GOES_ON = "The next run goes on where this one was."


class _Keys(BaseSettings):
    model_config = SettingsConfigDict(env_ignore_empty=True)

    field_keys: str = Field(default="", repr=False)
    field_key_number: int | None = None


async def _load(database: Database, cipher: Cipher, cases: int, number: int, connections: int) -> None:
    await database.prepare()
    await database.migrate()
    if cases:
        await match_keys(database.direct_url, cipher)
    await seed(database.direct_url)
    if cases:
        plan = Plan.shared(number, cases, connections)
        await seed_cases(database.direct_url, plan, cipher, connections=connections, progress=print)
    else:
        await complete_cases(database.direct_url, connections=connections, progress=print)


def main(arguments: list[str] | None = None) -> int:
    """Migrate and load; answers the exit code."""
    parser = argparse.ArgumentParser(prog="python -m seeds", description="监督 Jiandu: seeds")
    parser.add_argument(
        "--cases", type=int, default=0, help=f"make so many demonstration cases, at most {MOST_CASES:,}"
    )
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other cases beside those there are")
    parser.add_argument(
        "--connections",
        type=int,
        default=2,
        help=f"how many make them, each one core of the database; at most {_MOST_CONNECTIONS}",
    )
    asked = parser.parse_args(arguments)
    if not 0 <= asked.cases <= MOST_CASES:
        parser.error(f"--cases must be between 0 and {MOST_CASES:,}")
    if not 1 <= asked.connections <= _MOST_CONNECTIONS:
        parser.error(f"--connections must be between 1 and {_MOST_CONNECTIONS}")
    if asked.seed not in _SEEDS:
        parser.error(f"--seed must be between 0 and {_SEEDS[-1]:,}")
    return ended(lambda: _run(asked), then=_GOES_ON)


def _run(asked: argparse.Namespace) -> int:
    settings = DatabaseSettings()
    given = _Keys()
    keys = [key.strip() for key in given.field_keys.split(",") if key.strip()]
    cipher = make_cipher(keys, settings.data_dir, given.field_key_number)
    with Database(settings) as database:
        asyncio.run(_load(database, cipher, asked.cases, asked.seed, asked.connections))
    return 0


if __name__ == "__main__":
    sys.exit(main())
