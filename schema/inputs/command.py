"""What the input of every command on an object holds."""

from __future__ import annotations

import strawberry


@strawberry.input
class CommandInput:
    """What the input of every command on an object holds."""

    id: strawberry.ID = strawberry.field(description="对象的全局标识 · Global id of the object")
    version: int = strawberry.field(description="所见的版本号 · The version that was seen; a stale one is refused")
    idempotency_key: str = strawberry.field(
        description="幂等键，同一键只执行一次 · Made by the client; the same key never acts twice"
    )
