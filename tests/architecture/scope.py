"""Pages reach what is kept through one way, bound to who asks (server/site/looking): never board, ledger, vault or models beside it."""

import ast
from collections.abc import Iterator, Sequence

from tests.architecture.tree import File, at, imports_of, parse

SERVER = "src/alongside/server/"
# Folders that are no pages about people in crisis (``audit`` is about who read, and owns the rows that say so;
# ``first_look`` asks on a new demo ledger before anybody can read), or are the one way itself;
# everything else, also what is not written yet, is a page.
NO_PAGES = ("site", "records", "people", "audit", "backup", "health", "programs", "replay", "first_look")
BESIDE = frozenset({"ledger", "vault", "feed", "objects", "spots"})
RAW = frozenset({"execute", "execute_many", "raw", "cursor", "extra"})
STORES = (
    "django.db", "alongside.ledger.sealed", "alongside.ledger.engine", "alongside.server.records.vault", "alongside.server.records.seal",
    "alongside.server.records.reading", "alongside.server.people.models",
)  # fmt: skip
SQL = ("SELECT ", "INSERT ")
# Asking is the core's to judge, sealing tells nobody anything, and the rules of sharing are about nobody.
FAIR = frozenset({"record", "submit", "seal", "sharing"})
TAGS = "/templatetags/"
# No pages: counts of everybody together, released by core/sharing/release; and what runs beside the pages, for nobody who reads.
BESIDE_PAGES = ("src/alongside/server/evaluate/extracts.py", "src/alongside/server/custodian/finishing.py")


def pages(files: Sequence[File]) -> list[File]:
    """Whatever makes pages or answers machines, and every template tag."""
    return [file for file in files if file.path not in BESIDE_PAGES and (TAGS in file.path or _is_page(file.path))]


def _is_page(path: str) -> bool:
    return path.startswith(SERVER) and path.removeprefix(SERVER).partition("/")[0] not in NO_PAGES and "/" in path.removeprefix(SERVER)


def ways_around(files: Sequence[File]) -> list[str]:
    """What reaches beside the one way, and views that take an address's id to the board themselves."""
    return [complaint for file in pages(files) for complaint in (*_attributes(file), *_imports(file), *_own_lookups(file))]


def _attributes(file: File) -> Iterator[str]:
    tree = parse(file)
    fair = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in FAIR}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and id(node) not in fair and (node.attr in BESIDE or node.attr in RAW):
            yield f"{at(file, node)} reaches {ast.unparse(node)}: use server/site/looking or kept"
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.lstrip().startswith(SQL):
            yield f"{at(file, node)} holds SQL"


def _imports(file: File) -> Iterator[str]:
    for node, name in dict.fromkeys(imports_of(file)):
        if name.startswith(STORES):
            yield f"{at(file, node)} imports {name}"


def _own_lookups(file: File) -> Iterator[str]:
    """A view that is handed an id finds it by ``seen.incident``, ``seen.episode`` …, which answer 404 to who may not know."""
    for view in ast.walk(parse(file)):
        if not isinstance(view, ast.FunctionDef) or not any(_is_guard(one) for one in view.decorator_list):
            continue
        handed = {one.arg for one in view.args.args} - {"request"}
        for call in ast.walk(view):
            if isinstance(call, ast.Call) and _looks_up(call) and any(isinstance(one, ast.Name) and one.id in handed for one in call.args):
                yield f"{at(file, call)} looks up an id of the address on the board itself"


def _is_guard(one: ast.expr) -> bool:
    return isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == "page"


def _looks_up(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in ("find", "reach")
