"""What code may do: no clock or dice in the core, one writer of the ledger, no hidden callbacks, no swallowed errors."""

import ast
import re
from collections.abc import Iterator, Sequence

from tests.architecture.tree import File, at, imports_of, parse

# Calls that answer differently on another day, machine or run (hash() of a str is salted per process), or that touch the world.
OUTSIDE_CALLS = {"open", "input", "print", "eval", "exec", "compile", "__import__", "hash", "id"}
OUTSIDE_ATTRIBUTES = re.compile(
    r"\b(datetime\.(now|utcnow|today)|date\.today|time\.(time|time_ns|monotonic)|random\.\w+|uuid\.uuid\d|secrets\.\w+)$"
)
OWN_ROWS = ("src/alongside/server/people/", "src/alongside/server/records/")
ORM_WRITES = {"create", "bulk_create", "get_or_create", "update_or_create", "bulk_update", "update", "delete"}
SQL_WRITE = re.compile(r"\b(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM)\s+[\"`]?(\w+)?", re.ASCII)
CREATE_TABLE = re.compile(r"CREATE\s+(?:UNLOGGED\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?[\"`]?(\w+)", re.IGNORECASE)


def outside_calls(files: Sequence[File]) -> list[str]:
    """Calls in the core that read a clock, throw dice, or touch the world."""
    return [
        f"{at(file, node)} calls {ast.unparse(node.func)}"
        for file in files
        for node in ast.walk(parse(file))
        if isinstance(node, ast.Call) and is_outside(node.func)
    ]


def is_outside(called: ast.expr) -> bool:
    if isinstance(called, ast.Name):
        return called.id in OUTSIDE_CALLS
    return isinstance(called, ast.Attribute) and bool(OUTSIDE_ATTRIBUTES.search(ast.unparse(called)))


def ledger_tables(files: Sequence[File]) -> set[str]:
    """Names of the tables that the ledger's own DDL makes."""
    return {name for file in files if file.path.startswith("src/alongside/ledger/") for name in CREATE_TABLE.findall(file.text)}


def foreign_writes(files: Sequence[File], tables: set[str]) -> list[str]:
    """SQL outside ledger/ that writes a ledger table, or a table whose name cannot be read in the statement."""
    return [
        f"{at(file, node)} writes {table or 'a table it does not name'}"
        for file in files
        if not file.path.startswith("src/alongside/ledger/")
        for node in ast.walk(parse(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for table in SQL_WRITE.findall(node.value)
        if table in tables or (not table and is_statement(node.value))
    ]


def is_statement(text: str) -> bool:
    """Whether a piece of an f-string ends where the table's name would stand."""
    return bool(re.search(r"\b(INTO|UPDATE|DELETE\s+FROM)\s+[\"`]?$", text))


def orm_writes(files: Sequence[File]) -> list[str]:
    """Django model writes in the server, outside the folders that own rows of their own."""
    return [
        f"{at(file, node)} calls {ast.unparse(node.func)}"
        for file in files
        if file.path.startswith("src/alongside/server/") and not file.path.startswith(OWN_ROWS)
        for node in ast.walk(parse(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and is_orm_write(node.func)
    ]


def is_orm_write(called: ast.Attribute) -> bool:
    # A sign-in's session and an encrypted draft are kept by saving them; neither is operational state.
    if called.attr == "save" and ast.unparse(called.value).endswith((".session", ".drafts")):
        return False
    return called.attr == "save" or (called.attr in ORM_WRITES and ".objects" in ast.unparse(called.value))


def hidden_callbacks(files: Sequence[File]) -> list[str]:
    """Signals: code that runs because something else was saved, out of the reader's sight."""
    return [
        f"{at(file, node)} imports {name}"
        for file in files
        for node, name in dict.fromkeys(imports_of(file))
        if name.startswith("django.dispatch") or (name.startswith("django.") and name.endswith("signals"))
    ]


def silent_handlers(files: Sequence[File]) -> list[str]:
    """Exception handlers that do nothing, and contextlib.suppress of everything."""
    return [f"{at(file, node)} swallows an error" for file in files for node in ast.walk(parse(file)) if is_silent(node)]


def is_silent(node: ast.AST) -> bool:
    if isinstance(node, ast.ExceptHandler):
        return all(is_empty(line) for line in node.body)
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
        return any(ast.unparse(kind) in ("Exception", "BaseException") for kind in node.args)
    return False


def is_empty(line: ast.stmt) -> bool:
    return isinstance(line, ast.Pass) or (isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant))


def tests_without_assertion(files: Sequence[File]) -> list[str]:
    """Test functions that cannot fail: no assert, no pytest.raises, no call of a function whose name says that it asserts."""
    return [
        f"{at(file, node)} {node.name} asserts nothing"
        for file in files
        for node in ast.walk(parse(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_") and not any(assertions(node))
    ]


def assertions(node: ast.AST) -> Iterator[ast.AST]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Assert):
            yield inner
        if isinstance(inner, ast.Call) and re.search(r"(^|\.)(raises|fail|assert_\w+|expect\w*)$", ast.unparse(inner.func).split("(")[0]):
            yield inner
