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

ROOT = Path(__file__).resolve().parents[3]
MUTATED = ("share", "flags", "rules", "knowing")
STORIES = ("tests/core/sharing", "tests/core/test_08_whose_word.py", "tests/core/test_14_a_persons_record.py")
SETTINGS = f"""
[tool.mutmut]
source_paths = {[f"src/alongside/core/sharing/{one}.py" for one in MUTATED]}
pytest_add_cli_args_test_selection = {list(STORIES)}
also_copy = ["src", "tests"]
"""


@pytest.mark.deep
def test_01_every_mutant_is_killed(tmp_path: Path) -> None:
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
    assert len(ends) > 500
    assert {name: end for name, end in ends.items() if end != "killed"} == {}
