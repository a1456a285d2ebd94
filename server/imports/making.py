"""What runs imports, made of the settings."""

from __future__ import annotations

from typing import Any

from policies import PolicyFile
from resolvers.commands.command import Services
from resolvers.imports.jobs import Importer, ImportLimits
from schema.imports import IMPORTS
from server.files.storage import Storage
from server.settings import Settings


def make_importer(settings: Settings, services: Services, reads: Any, policy: PolicyFile, storage: Storage) -> Importer:
    """The importer of this process."""
    limits = ImportLimits(settings.import_max_rows, settings.import_max_bytes)
    return Importer(services, reads, policy, storage, IMPORTS, limits)
