"""The gates see every file that matters, with git or without."""

from pathlib import Path

from tests.architecture.tree import ROOT, File, imports_of, list_committed, read, walk


def test_git_and_walk_see_the_same_source() -> None:
    listed = {file.path for file in list_committed() if file.path.startswith("src/alongside/core/")}
    assert listed
    assert listed <= set(walk(ROOT))


def test_installed_and_built_files_are_left_out(tmp_path: Path) -> None:
    for name in ("web/node_modules/a.ts", ".venv/b.py", "src/c.py"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    assert walk(tmp_path) == ["src/c.py"]


def test_binaries_and_deleted_files_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"\0\1")
    (tmp_path / "b.txt").write_text("words")
    assert list(read(["a.bin", "b.txt", "gone"], tmp_path)) == [File("b.txt", "words")]


def test_relative_imports_are_made_absolute() -> None:
    text = "from . import a\nfrom ..b import c\nimport d.e\n"
    names = [name for _, name in imports_of(File("src/alongside/core/dispatch/x.py", text))]
    assert names == ["alongside.core.dispatch.a", "alongside.core.dispatch", "alongside.core.b.c", "alongside.core.b", "d.e"]
