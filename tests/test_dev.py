"""The script that runs the project: it explains itself, and does its setting up once."""

import importlib.util
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import HERE, LONGEST

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """./dev as a module that believes to live in an empty folder."""
    loader = SourceFileLoader("dev_script", str(ROOT / "dev"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("dev_script", loader))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loader.exec_module(module)
    for name, place in {"ROOT": ".", "TOOLS": ".tools", "WEB": "web", "BUILT": "built"}.items():
        monkeypatch.setattr(module, name, tmp_path / place)
    (tmp_path / ".tools/stamps").mkdir(parents=True)
    return module


def run_dev(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, ROOT / "dev", *words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("verb", ["up", "test", "check", "lock"])
def test_each_verb_explains_itself(verb: str) -> None:
    told = run_dev(verb, "--help")
    assert told.returncode == 0
    assert f"usage: ./dev {verb}" in told.stdout


def test_the_page_of_help_names_every_verb(dev: ModuleType) -> None:
    assert [verb for verb in dev.VERBS if f"./dev {verb} " not in run_dev("--help").stdout] == []


def test_an_unknown_verb_is_told() -> None:
    told = run_dev("fly")
    assert (told.returncode, told.stderr.split(".")[1].strip("/ ")) == (1, "dev knows no verb “fly”")


def test_up_takes_its_data_folder_from_where_it_is_called(dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    became: list[str] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(dev, "set_up", lambda groups: became.extend(groups))
    monkeypatch.setattr(dev, "become", lambda *words: became.extend(words) or 0)
    monkeypatch.setenv("ALONGSIDE_DATA", "before")
    assert dev.up(["--data", "here", "--port", "8123", "--quiet"]) == 0
    assert became == ["plan", "-m", "alongside.server.up", "--port=8123", f"--data={tmp_path}/here", "--quiet"]
    assert dev.environment()["ALONGSIDE_DATA"] == f"{tmp_path}/here"


def test_up_hands_on_what_a_live_server_needs(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    became: list[str] = []
    monkeypatch.setattr(dev, "set_up", lambda groups: None)
    monkeypatch.setattr(dev, "become", lambda *words: became.extend(words) or 0)
    assert dev.up(["--live", "--host", "10.0.0.5", "--behind-tls", "--name", "crisis.example.org"]) == 0
    assert became[3:] == ["--live", "--host", "10.0.0.5", "--behind-tls", "--name", "crisis.example.org"]


def test_pages_are_built_once_and_again_when_a_source_changes(dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []

    def pretend(command: list[str], cwd: Path) -> None:
        steps.append(command[1])
        (cwd / "node_modules").mkdir(exist_ok=True)
        (tmp_path / "built").mkdir(exist_ok=True)
        (tmp_path / "built/map.js").touch()

    monkeypatch.setattr(dev, "step", pretend)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    (tmp_path / "web/src").mkdir(parents=True)
    (tmp_path / "web/package.json").write_text("{}")
    (tmp_path / "web/src/a.ts").write_text("1")
    dev.build_pages()
    dev.build_pages()
    assert steps == ["ci", "run"]
    (tmp_path / "web/src/a.ts").write_text("2")
    dev.build_pages()
    assert steps == ["ci", "run", "run"]
    (tmp_path / "built/map.js").unlink()
    dev.build_pages()
    assert steps == ["ci", "run", "run", "run"]


def test_without_pip_an_uv_that_is_already_here_will_do(dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "UV", tmp_path / ".tools/bin/uv")
    monkeypatch.setattr(dev.subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 1))
    monkeypatch.setattr(dev.shutil, "which", lambda name: "/usr/bin/env")
    dev.get_uv()
    assert (tmp_path / ".tools/bin/uv").resolve() == Path("/usr/bin/env").resolve()


@pytest.mark.parametrize("debian", ["has it", "does not know it"])
def test_chromium_without_windows_is_asked_for_once_and_done_without(dev: ModuleType, monkeypatch: pytest.MonkeyPatch, debian: str) -> None:
    steps: list[list[str]] = []
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0)
    monkeypatch.setattr(dev.shutil, "which", lambda name: None if name == dev.WINDOWLESS else f"/usr/bin/{name}")
    monkeypatch.setattr(dev.subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, int(debian != "has it")))
    monkeypatch.setattr(dev, "step", steps.append)
    dev.install_system_packages()
    dev.install_system_packages()
    assert [one[1] for one in steps] == ["update", "install"]
    assert (dev.WINDOWLESS in steps[1]) == (debian == "has it")


def test_a_failed_step_says_which_and_what_it_said(dev: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"(?s)no wheel.*failed \(exit 3\): sh -c"):
        dev.step(["sh", "-c", "echo no wheel >&2; exit 3"], cwd=tmp_path)


def test_files_whose_stories_are_begun_first_are_there() -> None:
    assert [one for one in LONGEST if not (HERE / one).is_file()] == []
