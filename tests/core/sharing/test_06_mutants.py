"""Every small change to what decides who may see what makes a story red: each line, in each way mutmut knows."""

import os
import re
import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.core.sharing.equal import EQUAL

ROOT = Path(__file__).resolve().parents[3]
SHARING = "src/alongside/core/sharing"
# Every file of the folder that has a function in it, and the one that gives needs their numbers.
MUTATED = (*sorted(path.name for path in (ROOT / SHARING).glob("*.py") if "def " in path.read_text()), "../intake/numbering.py")
NUMBERED = (
    "08_whose_word", "14_a_persons_record", "16_consent", "17_asked_for_by_law", "18_in_training", "19_emergency_access",
    "20_rights_over_ones_record", "21_by_invitation", "21_the_registry", "22_legal_holds", "22_the_way_there", "23_crisis_card",
    "24_no_way_around",
)  # fmt: skip
BESIDE = (
    "cases/test_01_a_case.py", "intake/test_numbering.py", "linkage/test_01_two_records_of_one_person.py",
    "referral/test_01_seen_through.py", "threat/test_01_a_file.py",
)  # fmt: skip
STORIES = ("tests/core/sharing", *(f"tests/core/{one}" for one in BESIDE), *(f"tests/core/test_{one}.py" for one in NUMBERED))
SETTINGS = f"""
[tool.mutmut]
source_paths = {[os.path.normpath(f"{SHARING}/{one}") for one in MUTATED]}
pytest_add_cli_args_test_selection = {list(STORIES)}
also_copy = ["src", "tests"]
"""
KILLED = frozenset({"killed", "timeout"})  # a story that never ends is as red as one that fails


@pytest.mark.parametrize("was", EQUAL)
def test_01_what_may_live_is_about_code_there_is(was: str) -> None:
    text = "".join((ROOT / SHARING / one).read_text() for one in MUTATED)
    assert re.sub(r"\s+", " ", was) in re.sub(r"\s+", " ", text)


@pytest.mark.deep
def test_02_every_mutant_is_killed(tmp_path: Path) -> None:
    packed = subprocess.run(["git", "archive", "HEAD", "src", "tests", "pyproject.toml"], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        archive.extractall(tmp_path, filter="data")
    with (tmp_path / "pyproject.toml").open("a") as settings:
        settings.write(SETTINGS)
    mutmut = [sys.executable, "-m", "mutmut"]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    how: Any = {"cwd": tmp_path, "env": environment, "capture_output": True, "text": True, "check": True}
    subprocess.run([*mutmut, "run", "--max-children", "2"], **how)
    results = subprocess.run([*mutmut, "results", "--all", "true"], **how)
    ends = dict(re.findall(r"^\s*(\S+): (.+)$", results.stdout, re.MULTILINE))
    assert len(ends) > 1_500
    lives = {name: changed(subprocess.run([*mutmut, "show", name], **how).stdout) for name, end in ends.items() if end not in KILLED}
    assert {name: (ends[name], *change) for name, change in lives.items() if change[1] not in EQUAL.get(change[0], {})} == {}


def changed(shown: str) -> tuple[str, str]:
    """The line as it was and as it became."""
    was, became = (re.search(rf"^[{sign}](?![{sign}]{{2}})\s*(.+)$", shown, re.MULTILINE) for sign in "-+")
    return (was[1] if was else ""), (became[1] if became else "")


def test_03_a_change_is_read_as_it_is_shown() -> None:
    assert changed("--- a.py\n+++ a.py\n@@ -1,3 +1,3 @@\n def f():\n-    return 1\n+    return 2\n") == ("return 1", "return 2")
