"""``python -m seeds``: load the directory of Henan into the database of ``DATABASE_URL``."""

from __future__ import annotations

import asyncio
import sys

from models.database import Database, DatabaseSettings
from models.embedded import DatabaseUnavailableError
from seeds.load import seed


async def _load(database: Database) -> None:
    await database.prepare()
    await database.migrate()
    await seed(database.direct_url, personas=False)


def main() -> int:
    """Migrate and load; answers the exit code."""
    try:
        with Database(DatabaseSettings()) as database:
            asyncio.run(_load(database))
    except DatabaseUnavailableError as error:
        print(f"jiandu: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
