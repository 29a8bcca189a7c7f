"""Small, and kept small: the sizes of functions and files, with a list of named exceptions that may only shrink."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from tests.architecture.tree import File, parse

LONGEST_FUNCTION, MEDIAN_FUNCTION = 40, 8
LONGEST_FILE, MEDIAN_FILE = 300, 80
MOST_IMPORTS = 12

Sizes = dict[str, int]


def functions_of(files: Sequence[File]) -> Sizes:
    """Lines of every function, from ``def`` to its last line, docstring included; nested ones count for themselves too."""
    found: Sizes = {}
    for file in files:
        for name, node in named_functions(parse(file), ""):
            found[f"{file.path}::{name}"] = (node.end_lineno or node.lineno) - node.lineno + 1
    return found


def named_functions(node: ast.AST, prefix: str) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Functions below a node with their dotted names."""
    for child in ast.iter_child_nodes(node):
        name = f"{prefix}{getattr(child, 'name', '')}"
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield name, child
        inside = f"{name}." if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) else prefix
        yield from named_functions(child, inside)


def files_of(files: Sequence[File]) -> Sizes:
    """Lines of every file; empty ones are left out, so that they cannot lower the median."""
    return {file.path: file.lines for file in files if file.text.strip()}


def imports_per_file(files: Sequence[File]) -> Sizes:
    """Import statements of every file, Python or TypeScript."""
    return {file.path: count_imports(file) for file in files}


def count_imports(file: File) -> int:
    if file.path.endswith(".py"):
        return sum(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(parse(file)))
    return len(re.findall(r"^\s*import\s", file.text, flags=re.MULTILINE))


def too_large(sizes: Mapping[str, int], limit: int, exceptions: Mapping[str, int]) -> list[str]:
    """Complaints: what is over the limit without being excepted, and exceptions that grew, shrank or are no longer needed."""
    over = [f"{name} has {size}, at most {limit}" for name, size in sizes.items() if size > limit and name not in exceptions]
    return [*over, *stale_exceptions(sizes, limit, exceptions)]


def stale_exceptions(sizes: Mapping[str, int], limit: int, exceptions: Mapping[str, int]) -> Iterator[str]:
    """An exception states today's size exactly, so it can only be lowered, and it goes once the limit is kept."""
    for name, allowed in exceptions.items():
        size = sizes.get(name, 0)
        if size <= limit:
            yield f"{name} has {size}: strike it from the exceptions"
        elif size > allowed:
            yield f"{name} grew from {allowed} to {size}"
        elif size < allowed:
            yield f"{name} shrank to {size}: lower its exception from {allowed}"


def median_over(sizes: Mapping[str, int], limit: int, what: str) -> list[str]:
    """A complaint when the median is over the limit, naming the largest for a start."""
    middle = median(sizes.values()) if sizes else 0
    largest = sorted(sizes, key=sizes.__getitem__, reverse=True)[:5]
    return [f"the median {what} has {middle} lines, at most {limit}; largest: {', '.join(largest)}"] if middle > limit else []
