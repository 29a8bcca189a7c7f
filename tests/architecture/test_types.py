"""Gate: ruff everywhere, mypy --strict where decisions are made or told, and the browser's own checks."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, show

PACKAGES = ("core", "ledger", "twin", "evaluate", "roads", "library", "cli.py")
SERVED = (
    "dispatch", "exchange", "field", "follow_up", "handoff", "health", "history", "programs", "records", "replay",
    "site/asking", "site/feed", "site/thin",
)  # fmt: skip
STRICT = [*(f"src/alongside/{package}" for package in (*PACKAGES, *(f"server/{part}" for part in SERVED))), "dev", "bench/row.py"]
LINTED = ["src", "tests", "bench", "dev"]


def run(*command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def mypy(*paths: str) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--follow-imports=silent", *paths)


def ruff(*paths: str) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "ruff", "check", "--output-format=concise", *paths)


def test_types_hold_where_decisions_are_made() -> None:
    told = mypy(*(path for path in STRICT if (ROOT / path).exists()))
    errors = [line for line in told.stdout.splitlines() if ": note:" not in line]
    assert told.returncode == 0, show([*errors, told.stderr])


def test_lint_is_clean() -> None:
    told = ruff(*LINTED)
    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.parametrize("script", ["check", "test"])
def test_pages_pass_their_own(script: str) -> None:
    package = ROOT / "web/package.json"
    if not shutil.which("npm") or not (ROOT / "web/node_modules").exists():
        pytest.skip("Node packages are not installed (./dev up or ./dev test installs them)")
    if script not in json.loads(package.read_text()).get("scripts", {}):
        pytest.skip(f"web/package.json names no script “{script}”")
    told = run("npm", "run", "--silent", script, cwd=ROOT / "web")
    assert told.returncode == 0, told.stdout + told.stderr


def test_gate_sees_a_wrong_type(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text("def due_at(now: int) -> int:\n    return str(now)\n")
    assert "return-value" in mypy(str(planted)).stdout


def test_gate_sees_lint(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text("import os\n")
    assert "F401" in ruff("--config", str(ROOT / "pyproject.toml"), str(planted)).stdout
