"""The key that links are signed with: ``FILES_KEY`` in production, a file in the data folder in development."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from models.secrets import KEY_BYTES
from resolvers.signed_links import SignedLinks
from server.settings import Settings, decoded_key

_FILE = "files.key"


def make_links(settings: Settings, data_dir: Path) -> SignedLinks:
    """What signs this installation's links.  Raises ``SettingsError`` where FILES_KEY cannot be used."""
    key = decoded_key("FILES_KEY", settings.files_key) if settings.files_key else _development_key(data_dir)
    return SignedLinks(key, settings.files_link_seconds)


def _development_key(data_dir: Path) -> bytes:
    data_dir.mkdir(parents=True, exist_ok=True)
    file, made = data_dir / _FILE, data_dir / f"{_FILE}.{os.getpid()}"
    if not file.exists():
        made.touch(mode=0o600)
        made.write_bytes(secrets.token_bytes(KEY_BYTES))
        # Of several processes that start at once, the first one's key is everyone's.
        with contextlib.suppress(FileExistsError):
            os.link(made, file)
        made.unlink()
    return file.read_bytes()
