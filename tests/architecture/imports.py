"""Who may lean on whom, beyond the layers that import-linter holds (pyproject.toml)."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from tests.architecture.tree import File, at, imports_of, module_of

PURE = {
    "__future__", "abc", "bisect", "collections", "dataclasses", "enum", "functools", "hashlib", "heapq", "itertools", "math",
    "operator", "types", "typing",
}  # fmt: skip
STAGES = ("intake", "dispatch", "field", "handoff", "follow_up", "evaluate", "plan")
NOT_FOR_TWINS = ("django", "ninja", "psycopg", "pysqlite3", "sqlite3", "socket", "alongside.server")
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "services"}


def impure_imports(files: Sequence[File]) -> list[str]:
    """Imports of core files from outside the core and the standard library's pure parts."""
    return [
        f"{at(file, node)} imports {name}"
        for file, node, name in every_import(files, "alongside.core")
        if name.split(".")[0] not in PURE and not is_inside(name, "alongside.core") and name != "alongside"
    ]


def twin_leaks(files: Sequence[File]) -> list[str]:
    """Imports by the twin of what is live: the framework, a database, the network."""
    return [
        f"{at(file, node)} imports {name}"
        for file, node, name in every_import(files, "alongside.twin")
        if any(is_inside(name, live) for live in NOT_FOR_TWINS)
    ]


def crossed_screens(files: Sequence[File]) -> list[str]:
    """Imports by one stage's screens of another stage's screens."""
    return [
        f"{at(file, node)} imports {name}"
        for stage in STAGES
        for file, node, name in every_import(files, f"alongside.server.{stage}")
        for other in STAGES
        if other != stage and is_inside(name, f"alongside.server.{other}")
    ]


def vague_names(files: Sequence[File]) -> list[str]:
    """Files and folders whose name says nothing of what is in them."""
    return [file.path for file in files if VAGUE_NAMES & {PurePosixPath(part).stem.lower() for part in PurePosixPath(file.path).parts}]


def hidden_folders(files: Sequence[File]) -> list[str]:
    """Folders of Python files without ``__init__.py``: the import graph, and so every contract, would not see them."""
    paths = {PurePosixPath(file.path) for file in files}
    return sorted({str(path.parent) for path in paths if path.parent / "__init__.py" not in paths and path.parent != PurePosixPath("src")})


def every_import(files: Sequence[File], package: str) -> Iterator[tuple[File, ast.AST, str]]:
    """(file, node, dotted name) of each import below a package, each place and name once."""
    for file in files:
        if is_inside(module_of(file), package):
            yield from ((file, node, name) for node, name in dict.fromkeys(imports_of(file)))


def is_inside(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")
