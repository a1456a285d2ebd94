"""The keys that a database was used with, by their fingerprints: other keys would write what nobody can read."""

from __future__ import annotations

from typing import Any

import asyncpg

from models.base import anchored_tables
from models.secrets import Cipher, FieldKeyError

_KNOWN = "SELECT number, fingerprint FROM field_key ORDER BY number"
# Of several processes that come first at once, the others wait for the one whose keys are then everyone's.
_NOTE = """
INSERT INTO field_key (number, fingerprint, since) SELECT number, fingerprint, now()
FROM unnest($1::int[], $2::bytea[]) k (number, fingerprint) ORDER BY number ON CONFLICT DO NOTHING
"""
_MEND = "Give the keys that its other servers have, the oldest first and a new one last."


async def match_keys(url: str, cipher: Cipher) -> None:
    """Note the keys that are new to a database.  Raises ``FieldKeyError`` where one is another than it was."""
    connection = await asyncpg.connect(url)
    try:
        async with connection.transaction():
            if not await connection.fetch(_KNOWN):
                await _try_on_rows(connection, cipher)
            await connection.execute(_NOTE, range(1, len(cipher.fingerprints) + 1), cipher.fingerprints)
            for number, fingerprint in await connection.fetch(_KNOWN):
                if number > len(cipher.fingerprints):
                    raise FieldKeyError(f"FIELD_KEYS lacks key {number}, which this database was used with. {_MEND}")
                if fingerprint != cipher.fingerprints[number - 1]:
                    raise FieldKeyError(
                        f"Key {number} of FIELD_KEYS (where it is not set, field.key in DATA_DIR) is not the one that "
                        f"this database was used with. {_MEND}"
                    )
    finally:
        await connection.close()


async def _try_on_rows(connection: Any, cipher: Cipher) -> None:
    # Rows from before keys were noted say which are right.
    for table in anchored_tables().values():
        for column, sensitive in table.__sensitive__.items():
            if sensitive.encrypted:
                name = table.__tablename__
                stored = f"SELECT {column} FROM {name} WHERE {column} IS NOT NULL LIMIT 1"  # noqa: S608 - names of ours
                try:
                    for row in await connection.fetch(stored):
                        cipher.decrypt(row[0], column)
                except ValueError as error:
                    raise FieldKeyError(f"FIELD_KEYS does not open {column} of {name}. {_MEND}") from error
