"""The table of OWASP ASVS 5.0.0: which requirements there are, what is wrong with ours, and the page made from it."""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.architecture.tree import ROOT

# One digit a requirement: its level.
LEVELS: Mapping[str, str] = {
    "1.1": "22", "1.2": "1111122223", "1.3": "112222222223", "1.4": "222", "1.5": "123",
    "2.1": "122", "2.2": "112", "2.3": "12223", "2.4": "23",
    "3.1": "3", "3.2": "113", "3.3": "12223", "3.4": "11222233", "3.5": "11122333", "3.6": "3", "3.7": "22333",
    "4.1": "12233", "4.2": "23333", "4.3": "22", "4.4": "1222",
    "5.1": "2", "5.2": "112333", "5.3": "113", "5.4": "222",
    "6.1": "122", "6.2": "111111112222", "6.3": "11223333", "6.4": "112233", "6.5": "22222333", "6.6": "2223", "6.7": "33", "6.8": "2222",
    "7.1": "222", "7.2": "1111", "7.3": "22", "7.4": "11222", "7.5": "223", "7.6": "22",
    "8.1": "1233", "8.2": "1123", "8.3": "133", "8.4": "23",
    "9.1": "111", "9.2": "1222",
    "10.1": "22", "10.2": "223", "10.3": "22223", "10.4": "1111122222233333", "10.5": "22222", "10.6": "22", "10.7": "222",
    "11.1": "2233", "11.2": "22233", "11.3": "11233", "11.4": "1222", "11.5": "23", "11.6": "23", "11.7": "33",
    "12.1": "12233", "12.2": "11", "12.3": "22223",
    "13.1": "2333", "13.2": "222223", "13.3": "2233", "13.4": "1222233",
    "14.1": "22", "14.2": "12223333", "14.3": "122",
    "15.1": "12233", "15.2": "12233", "15.3": "1222222", "15.4": "3333",
    "16.1": "2", "16.2": "22222", "16.3": "2222", "16.4": "222", "16.5": "2223",
    "17.1": "23", "17.2": "22223333", "17.3": "22",
}  # fmt: skip
ON_PAPER = frozenset({"2.1", "3.1", "5.1", "6.1", "7.1", "8.1", "11.1", "13.1", "14.1", "15.1", "16.1"})  # what these ask for is a page
CHAPTERS = (
    "Encoding", "Validation and flows", "In the browser", "HTTP", "Files", "Sign-in", "Sessions", "Who may do what", "Signed tokens",
    "OAuth and OpenID Connect", "Cryptography", "Transport", "Configuration", "Data", "Code and parts", "Logs and faults", "WebRTC",
)  # fmt: skip
TABLE, PAGE = "docs/asvs.yaml", "docs/asvs.md"
SHORTEST_REASON = 20
STATES = ("met", "not applicable", "not met")
Rows = Mapping[str, Mapping[str, Any]]


def level_of(id: str) -> int:
    """1, 2 or 3; 0 for an id the standard does not have."""
    section, _, number = id.rpartition(".")
    levels = LEVELS.get(section, "")
    return int(levels[int(number) - 1]) if number.isdigit() and 0 < int(number) <= len(levels) else 0


def must_be_there() -> list[str]:
    """Every requirement of levels 1 and 2."""
    return [f"{section}.{at}" for section, levels in LEVELS.items() for at, level in enumerate(levels, 1) if level in "12"]


def complaints(rows: Rows, root: Path = ROOT) -> Iterator[str]:
    """Everything that is wrong with a table."""
    yield from (f"{id} is missing" for id in must_be_there() if id not in rows)
    for id, row in rows.items():
        yield from (f"{id} {wrong}" for wrong in _of_row(id, row, root))


def _of_row(id: str, row: Mapping[str, Any], root: Path) -> Iterator[str]:
    if not level_of(id):
        yield "is no requirement of the standard"
    if row.get("is") not in STATES:
        yield f"is neither of {', '.join(STATES)}"
    if not row.get("what"):
        yield "does not say what is asked for"
    if row.get("is") != "met":
        if len(str(row.get("because", ""))) < SHORTEST_REASON:
            yield "gives no reason"
        return
    by = str(row.get("by", ""))
    is_page = by.partition("::")[0].endswith(".md")
    if is_page and id.rpartition(".")[0] not in ON_PAPER:
        yield f"is met by a page alone: {by}"
    if not is_page and "::" not in by:
        yield f"names no test or part of the code: {by or 'nothing'}"
    elif not leads_somewhere(by, root):
        yield f"leads nowhere: {by}"


def leads_somewhere(by: str, root: Path) -> bool:
    """Whether file and name are there: in Python something defined, elsewhere the text itself."""
    path, _, name = by.partition("::")
    file = root / path
    if not path or not file.is_file():
        return False
    return not name or (name in names_in(file) if file.suffix == ".py" and " " not in name else name in file.read_text())


@cache
def names_in(file: Path) -> frozenset[str]:
    """Functions, classes, methods and constants of a module."""
    return frozenset(_names(ast.parse(file.read_text()).body))


def _names(body: list[ast.stmt], within: str = "") -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield within + node.name
            yield from _names(node.body, f"{within}{node.name}.") if isinstance(node, ast.ClassDef) else ()
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name))


def make_page(rows: Rows) -> str:
    """The same as a page, with links."""
    states = Counter((level_of(id), str(row["is"])) for id, row in rows.items())
    lines = [
        "# OWASP ASVS 5.0.0, requirement by requirement",
        "",
        "Levels 1 and 2 whole, level 3 where it is met. The words are ours; the standard's own are at owasp.org. Made from",
        "[asvs.yaml](asvs.yaml) and held against the code by [test_asvs.py](../tests/architecture/test_asvs.py). It is our own look",
        "at ourselves: nobody else has checked it.",
        "",
        "| level | " + " | ".join(STATES) + " |",
        "|---|" + "---|" * len(STATES),
        *(f"| {level} | " + " | ".join(str(states[level, state]) for state in STATES) + " |" for level in (1, 2, 3)),
    ]
    for number, title in enumerate(CHAPTERS, 1):
        lines += ["", f"## {number} {title}", "", "| id | level | asked for | state | evidence, or why not |", "|---|---|---|---|---|"]
        lines += [_line(id, row) for id, row in rows.items() if id.split(".")[0] == str(number)]
    return "\n".join(lines) + "\n"


def _line(id: str, row: Mapping[str, Any]) -> str:
    path, _, name = str(row.get("by", "")).partition("::")
    short = re.sub(r"^test_(\d+\w?_)?", "", name).replace("_", " ") if "test" in path else name
    shown = f"[{short or Path(path).name}](../{path})" if path else row["because"]
    return f"| v5.0.0-{id} | {level_of(id)} | {row['what']} | {row['is']} | {shown} |"


def read_rows() -> Rows:
    """Our table."""
    found: Rows = yaml.load((ROOT / TABLE).read_text(), Loader=yaml.BaseLoader)  # noqa: S506  (ids stay text)
    return found


if __name__ == "__main__":
    (ROOT / PAGE).write_text(make_page(read_rows()))
    sys.exit("\n".join(complaints(read_rows())) or None)
