"""What the inputs of commands hold."""

from __future__ import annotations

import strawberry

from schema.inputs.texts import Reason


@strawberry.input
class CreationInput:
    """What the input of every command that makes an object holds."""

    idempotency_key: str = strawberry.field(
        description="幂等键，同一键只执行一次 · Made by the client; the same key never acts twice"
    )


@strawberry.input
class PublicInput(CreationInput):
    """What the input of every command holds that needs no account."""

    idempotency_key: str = strawberry.field(
        description="幂等键，16 字以上且他人猜不到，如 UUID；同一键只执行一次"
        " · Made by the client, such as a UUID: 16 characters or more that nobody guesses; the same never acts twice"
    )


@strawberry.input(description="对对象的操作 · An act on an object that asks for nothing more")
class CommandInput(CreationInput):
    """What the input of every command on an object holds."""

    id: strawberry.ID = strawberry.field(description="对象的全局标识 · Global id of the object")
    version: int = strawberry.field(description="所见的版本号 · The version that was seen; a stale one is refused")


@strawberry.input(description="附理由的操作 · An act on an object, with the reason")
class ReasonInput(CommandInput):
    """An act on an object, with the reason."""

    reason: Reason = strawberry.field(description="理由 · The reason")
