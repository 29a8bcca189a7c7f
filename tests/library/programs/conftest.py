"""A copy of the default program that a test may spoil."""

import shutil
from pathlib import Path

import pytest

from alongside.library.programs.sources import HERE, POLICIES


class Copy:
    """A program folder with every policy of its own, so that any file may be edited."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def edit(self, file: str, old: str, new: str) -> int:
        """Replace the first ``old`` in a file by ``new``; the line on which it stood."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} no longer contains {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    folder = tmp_path / "ours"
    shutil.copytree(HERE / "tailored", folder)
    for policy in POLICIES.glob("*.yaml"):
        shutil.copy(policy, folder)
    return Copy(folder)
