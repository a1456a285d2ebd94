"""``python -m seeds [--cases N] [--seed S]``: load the directory of Henan, and demonstration cases if asked for."""

from __future__ import annotations

import argparse
import asyncio
import sys

import asyncpg
from pydantic import Field
from pydantic_settings import BaseSettings

from models.database import Database, DatabaseSettings, is_unavailable
from models.embedded import DatabaseUnavailableError
from models.secrets import Cipher, FieldKeyError, make_cipher
from seeds.bulk import CasesExistError, complete_cases, seed_cases
from seeds.cases import MOST_CASES, Plan
from seeds.load import seed

_MOST_CONNECTIONS = 16
_GOES_ON = "the next run goes on where this one was."


class _Keys(BaseSettings):
    field_keys: str = Field(default="", repr=False)


async def _load(database: Database, cipher: Cipher, cases: int, number: int, connections: int) -> None:
    await database.prepare()
    await database.migrate()
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
    settings = DatabaseSettings()
    try:
        keys = [key.strip() for key in _Keys().field_keys.split(",") if key.strip()]
        cipher = make_cipher(keys, settings.data_dir)
        with Database(settings) as database:
            asyncio.run(_load(database, cipher, asked.cases, asked.seed, asked.connections))
    except (DatabaseUnavailableError, FieldKeyError, CasesExistError) as error:
        print(f"jiandu: {error}", file=sys.stderr)
        return 1
    except asyncpg.InsufficientPrivilegeError as error:
        print(f"jiandu: {error}: seed as the role that owns the database and its tables.", file=sys.stderr)
        return 1
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        if not is_unavailable(error):
            raise
        print(f"jiandu: the database stopped ({error}). Run again when it answers; {_GOES_ON}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"jiandu: stopped; {_GOES_ON}", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
