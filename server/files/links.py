"""The key that links are signed with: ``FILES_KEY`` in production, a file in the data folder in development."""

from __future__ import annotations

from pathlib import Path

from models.secrets import development_key
from resolvers.signed_links import SignedLinks
from server.settings import Settings, decoded_key

_FILE = "files.key"


def make_links(settings: Settings, data_dir: Path) -> SignedLinks:
    """What signs this installation's links.  Raises ``SettingsError`` where FILES_KEY cannot be used."""
    given = settings.files_key
    key = decoded_key("FILES_KEY", given) if given else development_key(data_dir, _FILE)
    return SignedLinks(key, settings.files_link_seconds)
