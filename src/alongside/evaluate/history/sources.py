"""Opening an export: one file or a folder of pages; plain, gzip or zip; text, Excel, Parquet or ArcGIS JSON."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from alongside.evaluate.history.batch import Batch, Unreadable
from alongside.evaluate.history.delimited import read_delimited
from alongside.evaluate.history.mapping import File
from alongside.evaluate.history.tables import read_arcgis, read_excel, read_parquet


def list_files(path: Path) -> list[Path]:
    """The files to read, by name: the file itself, or every visible file of a folder. Raises `Unreadable`."""
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith(".") and file.suffix != ".md")
    else:
        files = [path] if path.exists() else []
    if not files:
        raise Unreadable(f"{path}: there is no such file, or the folder is empty; check the path.")
    return files


def read_batches(path: Path, how: File, wanted: dict[str, bool]) -> Iterator[Batch]:
    """Every row of the source in order, in batches. Raises `Unreadable` for a file that cannot be read at all."""
    files = list_files(path)
    total = sum(file.stat().st_size for file in files) or 1
    done = 0
    for file in files:
        size, before = file.stat().st_size, done

        def share(at: int, before: int = before) -> float:
            return min(1.0, (before + at) / total)

        try:
            yield from read_file(file, how, wanted, share)
        except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as error:
            raise Unreadable(f"{file.name}: cannot be read to its end ({error}); fetch it again.") from error
        done += size


def read_file(file: Path, how: File, wanted: dict[str, bool], share: Callable[[int], float]) -> Iterator[Batch]:
    if how.format == "parquet":
        yield from read_parquet(file, wanted, share)
    elif how.format == "excel":
        yield from read_excel(file, how.sheet, wanted, share)
    elif zipfile.is_zipfile(file):
        yield from read_zip(file, how, wanted, share)
    else:
        with open_plain(file) as (stream, position):
            yield from read_stream(file.name, stream, how, wanted, lambda: share(position()))


def read_stream(name: str, stream: IO[bytes], how: File, wanted: dict[str, bool], share: Callable[[], float]) -> Iterator[Batch]:
    if how.format == "arcgis":
        yield read_arcgis(name, stream, wanted, share)
    else:
        yield from read_delimited(name, stream, how, wanted, share)


def read_zip(file: Path, how: File, wanted: dict[str, bool], share: Callable[[int], float]) -> Iterator[Batch]:
    with zipfile.ZipFile(file) as archive:
        members = [item for item in archive.infolist() if not item.is_dir() and not item.filename.startswith("__MACOSX")]
        at = 0
        for member in members:
            at += member.compress_size
            with archive.open(member) as stream:
                yield from read_stream(f"{file.name}/{member.filename}", stream, how, wanted, lambda at=at: share(at))  # type: ignore[misc]


@contextmanager
def open_plain(file: Path) -> Iterator[tuple[IO[bytes], Callable[[], int]]]:
    """The file's bytes, unzipped if it is gzip whatever its name, and how far into the file on disk we are."""
    with file.open("rb") as raw:
        magic = raw.read(2)
        raw.seek(0)
        if magic != b"\x1f\x8b":
            yield raw, raw.tell
            return
        with gzip.open(raw, "rb") as unzipped:
            yield unzipped, raw.tell  # type: ignore[misc]
