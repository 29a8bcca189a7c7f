"""The files the gates look at, and the small readings they share."""

import ast
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
# Made by a program, or by others: their size and style are not ours to keep.
GENERATED = ("/migrations/", "/static/built/", "/static/vendor/", "web/src/tables.ts", "web/dist/", "/api/schema/")
NOT_OURS = {".git", ".venv", ".tools", "node_modules", "__pycache__", "built", "dist"} | {
    f".{tool}_cache" for tool in ("mypy", "ruff", "pytest", "import_linter")
}
LONGEST_READ_BYTES = 2_000_000


class File(NamedTuple):
    """A text file by its path from the root, with its text."""

    path: str
    text: str

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())


@cache
def list_committed() -> tuple[File, ...]:
    """Every text file that git keeps, or would keep once added."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    names = told.stdout.split("\0") if told.returncode == 0 else walk(ROOT)  # an unpacked archive has no git
    return tuple(read(name for name in names if name))


def walk(root: Path) -> list[str]:
    """Every file below a folder, without what is installed or built there."""
    paths = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return [path.as_posix() for path in paths if not NOT_OURS & set(path.parts) and path.parts[0] not in ("var", "data")]


def read(names: Iterable[str], root: Path = ROOT) -> Iterator[File]:
    """The text files among ``names``; binaries, giants and files just deleted are left out."""
    for name in sorted(names):
        path = root / name
        if not path.is_file() or path.stat().st_size > LONGEST_READ_BYTES:
            continue
        data = path.read_bytes()
        if b"\0" not in data:
            yield File(name, data.decode("utf-8", errors="replace"))


def list_ours(*starts: str, ends: tuple[str, ...] = (".py",)) -> list[File]:
    """Committed files below ``starts`` written by hand."""
    return [
        file
        for file in list_committed()
        if file.path.startswith(starts) and file.path.endswith(ends) and not any(mark in file.path for mark in GENERATED)
    ]


def parse(file: File) -> ast.Module:
    return ast.parse(file.text, filename=file.path)


def at(file: File, node: ast.AST) -> str:
    """Where a complaint points: path and line."""
    return f"{file.path}:{getattr(node, 'lineno', 1)}"


def module_of(file: File) -> str:
    """The dotted name of a Python file below src/."""
    return file.path.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imports_of(file: File) -> Iterator[tuple[ast.stmt, str]]:
    """Each imported module's dotted name, relative imports made absolute; ``from a import b`` gives both a and a.b."""
    package = module_of(file).split(".")
    if not file.path.endswith("__init__.py"):
        package = package[:-1]
    for node in ast.walk(parse(file)):
        if isinstance(node, ast.Import):
            yield from ((node, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*start, *([node.module] if node.module else [])])
            yield from ((node, f"{base}.{name.name}") for name in node.names)
            yield node, base


def show(complaints: Iterable[str]) -> str:
    """For the assertion's message: one complaint a line."""
    return "\n" + "\n".join(complaints)
