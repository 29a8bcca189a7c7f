"""The files of a directory out of a zip, a folder or gzip, and never more of them than anybody's directory has."""

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

MOST_BYTES = 2**29  # of all files together, unpacked: the largest directory known to us has a tenth of it
BROKEN = (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)  # the last also says that a way of packing is unknown


class Unreadable(ValueError):
    """A file that is no directory; the sentence says what to do."""


def list_files(path: Path) -> Iterator[tuple[str, bytes]]:
    """(name, content) of each, as long as they are no more together than anybody's directory. Raises ``Unreadable``."""
    together = 0
    for name, data in _files(path):
        together += len(data)
        if together > MOST_BYTES:
            raise Unreadable(f"{path.name} is too large ({name}): more than {MOST_BYTES // 2**20} MiB unpacked.")
        yield name, data


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    """(name, content) of each file, in the order of names; of what is larger than may be, one byte more than may be."""
    if path.is_dir():
        for one in sorted(path.rglob("*")):
            if one.is_file() and one.suffix in (".csv", ".json", ".gz"):
                yield from _files(one)
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            for info in sorted(package.infolist(), key=lambda one: one.filename):
                if info.filename.endswith((".csv", ".json")):
                    with package.open(info) as packed:
                        yield info.filename, packed.read(MOST_BYTES + 1)
    else:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as opened:
            yield path.name.removesuffix(".gz"), opened.read(MOST_BYTES + 1)
