"""Encryption of id numbers and phones: AES-256-GCM, and an HMAC as a blind index for equality.

A stored value is the key's number (1 byte), a nonce (12 bytes), then ciphertext and tag.  Keys never enter SQL.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import hmac
import os
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from models.command_line import OperatorError

KEY_BYTES = 32
_NONCE_BYTES = 12
_FILE = "field.key"


class Cipher:
    """Encrypts with the key of a number, from 1 on (or else the newest), and decrypts with whichever was used."""

    def __init__(self, keys: Sequence[bytes], number: int | None = None) -> None:
        if not keys or any(len(key) != KEY_BYTES for key in keys):
            raise ValueError(f"keys of {KEY_BYTES} bytes are needed")
        self._number = len(keys) - 1 if number is None else number - 1
        if not 0 <= self._number < len(keys):
            raise ValueError(f"there is no key {number}")
        self._keys = tuple(AESGCM(key) for key in keys)
        # Keys are made by chance, so that a fingerprint tells nothing of its key.
        self.fingerprints = [hashlib.sha256(b"jiandu.fingerprint" + key).digest() for key in keys]
        # The index must stay the same when a key is added, so it rests on the first.
        self._index_key = hashlib.sha256(b"jiandu.blind-index" + keys[0]).digest()

    def encrypt(self, value: str, context: str) -> bytes:
        """The value as it is stored; ``context`` names the column, and no other will decrypt it."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return bytes([self._number]) + nonce + self._keys[self._number].encrypt(nonce, value.encode(), context.encode())

    def decrypt(self, stored: bytes, context: str) -> str:
        """The value that was stored.  Raises ``ValueError`` if a key is missing or the value was changed."""
        number, nonce, rest = stored[0], stored[1 : 1 + _NONCE_BYTES], stored[1 + _NONCE_BYTES :]
        try:
            return self._keys[number].decrypt(nonce, rest, context.encode()).decode()
        except (IndexError, InvalidTag) as error:
            raise ValueError("a stored secret cannot be decrypted: a key is missing or it was changed") from error

    def blind_index(self, value: str, context: str) -> bytes:
        """What equal values of a column have in common."""
        return hmac.digest(self._index_key, f"{context}:{value}".encode(), "sha256")


class FieldKeyError(OperatorError):
    """A key cannot be used."""


def decode_keys(texts: Sequence[str]) -> list[bytes]:
    """Keys as ``FIELD_KEYS`` holds them, in base64.  Raises ``FieldKeyError``."""
    keys = []
    for text in texts:
        try:
            keys.append(base64.b64decode(text, validate=True))
        except binascii.Error:
            keys.append(b"")
    if not all(len(key) == KEY_BYTES for key in keys):
        raise FieldKeyError(f"FIELD_KEYS holds what is no key: each is {KEY_BYTES} random bytes in base64.")
    return keys


def kept_in(file: Path, make: Callable[[], bytes]) -> bytes:
    """What a file holds, which is made when it is first needed, for its owner alone."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        made = file.with_name(f"{file.name}.{os.getpid()}")
        made.touch(mode=0o600)
        made.write_bytes(make())
        # Of several processes that start at once, the first one's is everyone's.
        with contextlib.suppress(FileExistsError):
            os.link(made, file)
        made.unlink()
    return file.read_bytes()


def development_key(data_dir: Path, name: str) -> bytes:
    """A key in the data folder, made when it is first needed.  Raises ``FieldKeyError``."""
    key = kept_in(data_dir / name, lambda: secrets.token_bytes(KEY_BYTES))
    if len(key) != KEY_BYTES:
        raise FieldKeyError(
            f"{data_dir / name} holds no key of {KEY_BYTES} bytes: put back the one that was made, or remove it."
        )
    return key


def make_cipher(keys: Sequence[str], data_dir: Path, number: int | None = None) -> Cipher:
    """The cipher of these keys, or of the data folder's where none are given.  Raises ``FieldKeyError``."""
    decoded = decode_keys(keys) if keys else [development_key(data_dir, _FILE)]
    if number is not None and not 1 <= number <= len(decoded):
        raise FieldKeyError(f"FIELD_KEY_NUMBER is {number}, of {len(decoded)} keys: name one of them, or unset it.")
    return Cipher(decoded, number)
