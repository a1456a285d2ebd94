"""Other keys than a database was used with are refused before they write anything; a new one behind them is taken."""

from __future__ import annotations

import asyncio
import base64
from pathlib import Path

import pytest

from models.field_keys import match_keys
from models.secrets import FieldKeyError, make_cipher
from tests.cluster import TEST_KEY, Rows
from tests.test_command_line import run
from tests.test_serve import CommandLine, command_line, data_dir, said_in_one_line

__all__ = ["command_line", "data_dir", "run"]
OTHER, NEW = (base64.b64encode(bytes([number]) * 32).decode() for number in (1, 2))
ARGUMENTS = {"serve": (), "work": (), "import": (), "seeds": ("--cases", "10")}
NOTED = "SELECT count(*) FROM field_key"


def come(url: str, *keys: str) -> None:
    asyncio.run(match_keys(url, make_cipher(keys, Path())))


@pytest.fixture
def unused(scratch: str) -> str:
    """The URL of a database in which nothing was encrypted yet."""
    rows = Rows(scratch)
    rows.execute("UPDATE enforcement_case SET party_id_number = NULL, party_id_number_index = NULL, party_phone = NULL")
    rows.execute("UPDATE clue SET informant_phone = NULL")
    rows.close()
    return scratch


@pytest.mark.parametrize("command", ARGUMENTS)
def test_other_keys_are_refused(command: str, run: CommandLine, scratch: str) -> None:
    def said(*keys: str) -> str:
        given = {"DATABASE_URL": scratch, "FIELD_KEYS": ",".join(keys)}
        return said_in_one_line(run(command, *ARGUMENTS[command], **given))

    rows = Rows(scratch)
    # Before any is noted the rows tell.
    assert "FIELD_KEYS does not open party_id_number of enforcement_case" in said(OTHER)
    assert rows.value(NOTED) == 0
    come(scratch, TEST_KEY)
    assert "Key 1 of FIELD_KEYS" in said(OTHER)
    assert "Key 1 of FIELD_KEYS" in said(OTHER, TEST_KEY)
    assert rows.value(NOTED) == 1
    come(scratch, TEST_KEY, NEW)
    assert "lacks key 2" in said(TEST_KEY)
    refused = said(TEST_KEY, OTHER)
    assert "Key 2 of FIELD_KEYS" in refused and OTHER not in refused
    assert rows.value(NOTED) == 2
    rows.close()


def test_a_process_with_the_keys_goes_on_and_notes_a_new_one(run: CommandLine, scratch: str) -> None:
    come(scratch, TEST_KEY)
    given = {"DATABASE_URL": scratch, "FIELD_KEYS": f"{TEST_KEY},{NEW}"}
    written = "SELECT DISTINCT get_byte(party_id_number, 0) FROM enforcement_case WHERE party_id_number IS NOT NULL"
    rows = Rows(scratch)
    # First all are to read by it, while some have not come with it yet.
    assert run("seeds", "--cases", "10", "--seed", "8", **given, FIELD_KEY_NUMBER="1").returncode == 0
    assert rows.value(NOTED) == 2 and rows.value(written) == 0
    assert "FIELD_KEY_NUMBER is 3, of 2 keys" in said_in_one_line(run("serve", **given, FIELD_KEY_NUMBER="3"))
    assert run("seeds", "--cases", "10", "--seed", "9", **given, FIELD_KEY_NUMBER="").returncode == 0
    # What is written from now on is written with the new key; what was before is left.
    found = rows.fetch("SELECT DISTINCT get_byte(party_id_number, 0) AS key FROM enforcement_case")
    assert {row["key"] for row in found} == {None, 0, 1}
    rows.close()


def test_of_two_that_come_first_at_once_one_is_refused(unused: str) -> None:
    async def together() -> list[BaseException | None]:
        ciphers = [make_cipher([key], Path()) for key in (NEW, OTHER)]
        return await asyncio.gather(*(match_keys(unused, each) for each in ciphers), return_exceptions=True)

    outcomes = asyncio.run(together())
    assert [type(each) for each in outcomes if each is not None] == [FieldKeyError]
    rows = Rows(unused)
    assert rows.value(NOTED) == 1
    rows.close()
