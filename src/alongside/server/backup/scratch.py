"""A folder to work in, beside the data it is as confidential as. One left behind by a killed process is taken away by the next."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from alongside.ledger.refused import LedgerRefused

PREFIX = "backup-work-"
SPARE_BYTES = 64 << 20  # left for the calls that come meanwhile


@contextmanager
def work_in(data: Path) -> Iterator[Path]:
    """An empty folder for this user alone, gone afterwards."""
    sweep(data)
    with TemporaryDirectory(prefix=f"{PREFIX}{os.getpid()}-", dir=data) as folder:
        yield Path(folder)


def sweep(data: Path) -> None:
    """Remove what processes that no longer run left behind."""
    for left in data.glob(f"{PREFIX}*"):
        if not is_running(int(left.name.removeprefix(PREFIX).partition("-")[0])):
            shutil.rmtree(left)


def is_running(process: int) -> bool:
    """Whether there is a process of that id."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def must_have_room(folder: Path, bytes_needed: int) -> None:
    """Raise :class:`LedgerRefused` rather than fill the disk that calls are written to."""
    free = shutil.disk_usage(folder).free
    if free < bytes_needed + SPARE_BYTES:
        needed, left = (bytes_needed + SPARE_BYTES) >> 20, free >> 20
        raise LedgerRefused(f"{folder} has {left} MB free and this needs {needed} MB: make room, then run it again. Nothing was written.")


def sync_folder(folder: Path) -> None:
    """The names of its files are on the disk, too."""
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)
