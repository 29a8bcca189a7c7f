"""Gate: imports point down only, the core is pure, the twin touches nothing live, stages keep to themselves."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.architecture import imports
from tests.architecture.tree import ROOT, File, list_ours, show

LINT_IMPORTS = str(Path(sys.executable).parent / "lint-imports")
STARTS = ("src/", "web/src/", "tests/", "bench/")


def lint_imports(root: Path, contract: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run import-linter with the project's contracts (or one of them) on the package below ``root``/src."""
    chosen = ["--contract", contract] if contract else []
    command = [LINT_IMPORTS, "--no-cache", "--config", str(root / "pyproject.toml"), *chosen]
    ours = {**os.environ, "PYTHONPATH": str(root / "src")}
    return subprocess.run(command, cwd=root, env=ours, capture_output=True, text=True, check=False)


def plant(root: Path, files: dict[str, str]) -> None:
    """A small alongside package with the given modules, under the project's own contracts."""
    shutil.copy(ROOT / "pyproject.toml", root)
    for name in ("__init__.py", "core/__init__.py", *files):
        path = root / "src/alongside" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files.get(name, ""))


def test_imports_point_down_only() -> None:
    told = lint_imports(ROOT)
    assert told.returncode == 0, told.stdout + told.stderr


def test_core_imports_only_pure_parts_of_the_standard_library() -> None:
    found = imports.impure_imports(list_ours("src/"))
    assert not found, show(found)


def test_twin_touches_nothing_live() -> None:
    found = imports.twin_leaks(list_ours("src/"))
    assert not found, show(found)


def test_stages_do_not_import_one_anothers_screens() -> None:
    found = imports.crossed_screens(list_ours("src/"))
    assert not found, show(found)


def test_names_say_what_is_inside() -> None:
    found = imports.vague_names(list_ours(*STARTS, ends=(".py", ".ts", ".svelte", ".html", ".css")))
    assert not found, show(found)


def test_no_folder_hides_from_the_contracts() -> None:
    found = imports.hidden_folders(list_ours("src/alongside/"))
    assert not found, show(f"{folder} lacks __init__.py" for folder in found)


def test_gate_sees_an_upward_import(tmp_path: Path) -> None:
    plant(tmp_path, {"ledger/__init__.py": "import alongside.server", "server/__init__.py": ""})
    told = lint_imports(tmp_path, "layers")
    assert told.returncode
    assert "alongside.ledger is not allowed to import alongside.server" in told.stdout


def test_gate_sees_a_package_without_a_layer(tmp_path: Path) -> None:
    plant(tmp_path, {"elsewhere/__init__.py": ""})
    told = lint_imports(tmp_path, "layers")
    assert told.returncode
    assert "elsewhere" in told.stdout


def test_gate_sees_the_core_importing_a_framework(tmp_path: Path) -> None:
    plant(tmp_path, {"core/a.py": "import django"})
    told = lint_imports(tmp_path, "pure-core")
    assert told.returncode
    assert "alongside.core.a -> django" in told.stdout


def test_gate_sees_impure_imports() -> None:
    text = "import random\nfrom datetime import datetime\nfrom ..ledger import record\nfrom .board import Board\nimport heapq\n"
    found = imports.impure_imports([File("src/alongside/core/a.py", text), File("src/alongside/server/b.py", "import random\n")])
    assert [complaint.split()[-1] for complaint in found if "datetime.datetime" not in complaint] == [
        "random", "datetime", "alongside.ledger.record", "alongside.ledger",
    ]  # fmt: skip


def test_gate_sees_the_twin_reaching_for_the_database() -> None:
    planted = File("src/alongside/twin/world.py", "def f():\n    import psycopg\n")
    assert imports.twin_leaks([planted]) == ["src/alongside/twin/world.py:2 imports psycopg"]


def test_gate_sees_one_screen_in_another() -> None:
    planted = File("src/alongside/server/intake/views.py", "from ..dispatch.views import board\nfrom ..people import authorize\n")
    assert {complaint.split()[-1] for complaint in imports.crossed_screens([planted])} == {
        "alongside.server.dispatch.views",
        "alongside.server.dispatch.views.board",
    }


def test_gate_sees_a_folder_without_init() -> None:
    files = [File("src/alongside/a/__init__.py", ""), File("src/alongside/a/b.py", ""), File("src/alongside/a/c/d.py", "")]
    assert imports.hidden_folders(files) == ["src/alongside/a/c"]


def test_gate_sees_vague_names() -> None:
    files = [File("src/alongside/core/utils.py", ""), File("web/src/Helpers/a.ts", ""), File("src/alongside/core/board.py", "")]
    assert imports.vague_names(files) == ["src/alongside/core/utils.py", "web/src/Helpers/a.ts"]
