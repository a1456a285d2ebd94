"""Where the content of files is kept: a folder by default, S3-compatible storage by setting."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import secrets
from collections.abc import AsyncIterable, AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any, Protocol

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from server.settings import Settings

_CHUNK_BYTES = 256 * 1024
_KEY = re.compile(r"[0-9a-z][0-9a-z_.-]*(/[0-9a-z][0-9a-z_.-]*)*")
_UNFINISHED = ".unfinished"


class StorageUnavailableError(OSError):
    """The storage does not answer, or refuses."""


@dataclass(frozen=True)
class Kept:
    """A content that is kept, since a moment; ``size`` in bytes."""

    key: str
    since: datetime
    size: int


class Storage(Protocol):
    """Content under keys of lower-case letters, digits and ``/``; ``OSError`` where it cannot be reached.

    What is put is there as a whole or not at all, whatever happens on the way.
    """

    async def put(self, key: str, chunks: AsyncIterable[bytes]) -> None:
        """Keep a content, durably; one of the same key is replaced."""
        ...

    async def get(self, key: str) -> AsyncIterator[bytes]:
        """The content in chunks.  Raises ``FileNotFoundError``."""
        ...

    async def read(self, key: str) -> bytes:
        """A small content as a whole.  Raises ``FileNotFoundError``."""
        ...

    async def delete(self, key: str) -> None:
        """Remove a content, if there is one."""
        ...

    async def exists(self, key: str) -> bool:
        """Whether there is a content."""
        ...

    def all(self) -> AsyncIterator[Kept]:
        """Everything that is kept; what lies there under other names was put by others, and is left to them."""
        ...

    async def clear_unfinished(self, before: datetime) -> None:
        """Remove what puts that were killed before a moment left behind."""
        ...


class Folder:
    """Storage in a folder of this machine."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._unfinished = root / _UNFINISHED

    async def put(self, key: str, chunks: AsyncIterable[bytes]) -> None:
        """Write beside, flush to the disk, then rename: a reader sees all or nothing."""
        target = self._path(key)
        made = self._unfinished / secrets.token_hex(16)
        file = await asyncio.to_thread(_open_new, made)
        try:
            with file:
                async for chunk in chunks:
                    await asyncio.to_thread(file.write, chunk)
                await asyncio.to_thread(_flush, file)
            await asyncio.to_thread(_move, made, target)
        except BaseException:
            made.unlink(missing_ok=True)
            raise

    async def get(self, key: str) -> AsyncIterator[bytes]:
        """The content, from the file as it is now, even if it is removed meanwhile."""
        return chunks_of(await asyncio.to_thread(self._path(key).open, "rb"))

    async def read(self, key: str) -> bytes:
        """The content, from the file as it is now."""
        return await asyncio.to_thread(self._path(key).read_bytes)

    async def delete(self, key: str) -> None:
        """Remove the file; its folders stay for others."""
        await asyncio.to_thread(self._path(key).unlink, missing_ok=True)

    async def exists(self, key: str) -> bool:
        """Whether the file is there."""
        return await asyncio.to_thread(self._path(key).is_file)

    async def all(self) -> AsyncIterator[Kept]:
        """Every file, with the time of its last change."""
        for kept in await asyncio.to_thread(lambda: list(self._files())):
            yield kept

    async def clear_unfinished(self, before: datetime) -> None:
        """Remove files that were begun before a moment and never renamed."""

        def clear() -> None:
            for path in self._unfinished.glob("*"):
                with contextlib.suppress(FileNotFoundError):
                    if path.stat().st_mtime < before.timestamp():
                        path.unlink()

        await asyncio.to_thread(clear)

    def _files(self) -> Iterator[Kept]:
        for path in self._root.rglob("*"):
            key = path.relative_to(self._root).as_posix()
            with contextlib.suppress(FileNotFoundError):
                if _is_key(key) and path.is_file():
                    found = path.stat()
                    yield Kept(key, datetime.fromtimestamp(found.st_mtime, UTC), found.st_size)

    def _path(self, key: str) -> Path:
        return self._root / _checked(key)


class Bucket:
    """Storage in a bucket of an S3-compatible server."""

    def __init__(self, store: S3Store) -> None:
        self._store = store

    async def put(self, key: str, chunks: AsyncIterable[bytes]) -> None:
        """Send the content in parts; the server makes an object of them at the end, or none."""
        with _answering():
            await obstore.put_async(self._store, _checked(key), chunks)

    async def get(self, key: str) -> AsyncIterator[bytes]:
        """The content of the object."""
        with _answering():
            found = await obstore.get_async(self._store, _checked(key))
            return _streamed(found.stream(min_chunk_size=_CHUNK_BYTES))

    async def read(self, key: str) -> bytes:
        """The content of the object."""
        with _answering():
            found = await obstore.get_async(self._store, _checked(key))
            return bytes(await found.bytes_async())

    async def delete(self, key: str) -> None:
        """Remove the object."""
        with _answering(), contextlib.suppress(FileNotFoundError):
            await obstore.delete_async(self._store, _checked(key))

    async def exists(self, key: str) -> bool:
        """Whether the object is there."""
        with _answering():
            try:
                await obstore.head_async(self._store, _checked(key))
            except FileNotFoundError:
                return False
        return True

    async def all(self) -> AsyncIterator[Kept]:
        """Every object, with the time at which it was put."""
        with _answering():
            async for batch in obstore.list(self._store):
                for found in batch:
                    if _is_key(found["path"]):
                        yield Kept(found["path"], found["last_modified"], found["size"])

    async def clear_unfinished(self, before: datetime) -> None:
        """Nothing: parts that were never made an object are the bucket's own to expire."""


def make_storage(settings: Settings, data_dir: Path) -> Storage:
    """The storage that the settings choose."""
    if settings.files_s3_endpoint is None:
        return Folder(data_dir / "files")
    return Bucket(
        S3Store(
            settings.files_s3_bucket,
            endpoint=settings.files_s3_endpoint,
            region=settings.files_s3_region,
            access_key_id=settings.files_s3_access_key_id or "",
            secret_access_key=settings.files_s3_secret_access_key or "",
            virtual_hosted_style_request=False,
            client_options={"allow_http": settings.files_s3_endpoint.startswith("http://")},
            retry_config={"max_retries": 3, "retry_timeout": timedelta(seconds=15)},
        )
    )


async def chunks_of(file: IO[bytes]) -> AsyncIterator[bytes]:
    """The rest of a file in chunks; it is closed at the end."""
    with file:
        while chunk := await asyncio.to_thread(file.read, _CHUNK_BYTES):
            yield chunk


async def _streamed(chunks: AsyncIterable[Any]) -> AsyncIterator[bytes]:
    with _answering():
        async for chunk in chunks:
            yield bytes(chunk)


def _is_key(key: str) -> bool:
    # No part begins with a dot, so no key leads out of the root or into what is unfinished.
    return _KEY.fullmatch(key) is not None


def _checked(key: str) -> str:
    if not _is_key(key):
        raise ValueError(f"{key!r} is no storage key")
    return key


def _open_new(path: Path) -> IO[bytes]:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("xb")


def _flush(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _move(made: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    made.replace(target)
    # The name is durable when its folder is.
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@contextlib.contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except BaseError as error:
        # The library's own words hold the address, and pages of what the server said.
        raise StorageUnavailableError(
            f"The storage of FILES_S3_ENDPOINT does not answer, or refuses ({type(error).__name__}). "
            "Check that it runs and that bucket and keys are right."
        ) from error
