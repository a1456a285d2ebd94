"""The enumerations of the contract: every vocabulary that a field or an argument shows."""

from __future__ import annotations

import models
from models import Vocabulary
from resolvers.enumerations import enumeration

_NOT_SHOWN = {"Clearance", "SensitiveClass", "Vocabulary"}

for name in models.__all__:
    vocabulary = getattr(models, name)
    if isinstance(vocabulary, type) and issubclass(vocabulary, Vocabulary) and name not in _NOT_SHOWN:
        enumeration(vocabulary)
