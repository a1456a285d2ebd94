"""Plain graphql-core execution of the contract over rows in memory: what the compiler must equal.

It reads the declarations of schema/ and the oracle's scopes, and shares no code with the compiler: rows are
found by loops, fields are resolved one by one, nothing is SQL.
"""

from tests.reference.answers import difference, encode
from tests.reference.execution import Reference
from tests.reference.rows import Rows

__all__ = ["Reference", "Rows", "difference", "encode"]
