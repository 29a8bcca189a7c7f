"""Gate: what the server's code never does, whatever it is sent. Each is tested with a planted offender."""

import ast
import re
from collections.abc import Callable, Iterator, Sequence

import pytest

from tests.architecture.tree import File, at, list_committed, parse, show

SERVER = ("src/alongside/server/", "src/alongside/core/", "src/alongside/ledger/")
BY_HAND = re.compile(r"/(cli\w*|up|watch\w*|preparing)\.py$")  # started by whoever runs the server, never by a request
RUNS = re.compile(
    r"^(os\.(system|popen|exec\w*|spawn\w*)|subprocess\.\w+|eval|exec|compile|pickle\.\w+|marshal\.\w+|yaml\.(load|unsafe_load))$"
)
CALLS_OUT = re.compile(r"^(urllib\.request\.\w+|requests\.\w+|httpx\.\w+|smtplib\.\w+|ftplib\.\w+|aiohttp\.\w+)$")
WHERE_THE_AGENCY_SAYS = frozenset({"src/alongside/server/audit/anchoring.py"})  # heads of the audit, to addresses of audit.yaml alone
THE_AGENCYS_OWN = frozenset({"src/alongside/server/records/key_command.py"})  # ALONGSIDE_KEY_COMMAND, in words, never through a shell
# This interpreter on a module of ours, by no word anybody sent.
ITSELF = frozenset(
    {
        "src/alongside/server/records/compare_process.py",
        "src/alongside/server/plan/board/living.py",
        "src/alongside/server/plan/truth/asking.py",
    }
)
TEXT_AS_TEMPLATE = re.compile(r"^(Template|template\.Template|engines\[.*\]\.from_string|mark_safe)$")
WEAK = re.compile(r"^(hashlib\.(md5|sha1)|md5|sha1|modes\.(ECB|CBC)|algorithms\.(TripleDES|ARC4|Blowfish)|padding\.PKCS1v15)$")
UNSEEN = re.compile(r"verify\s*=\s*False|_create_unverified_context|CERT_NONE|check_hostname\s*=\s*False")
Judge = Callable[[Sequence[File]], list[str]]


def calls(files: Sequence[File], wanted: re.Pattern[str]) -> Iterator[tuple[File, ast.Call, str]]:
    for file in files:
        for node in ast.walk(parse(file)):
            if isinstance(node, ast.Call) and wanted.match(name := ast.unparse(node.func)):
                yield file, node, name


def server_code() -> list[File]:
    return [file for file in list_committed() if file.path.endswith(".py") and file.path.startswith(SERVER)]


def runs_something(files: Sequence[File]) -> list[str]:
    return [
        f"{at(file, node)} calls {name}"
        for file, node, name in calls(files, RUNS)
        if file.path not in THE_AGENCYS_OWN | ITSELF and not BY_HAND.search(file.path)
    ]


def calls_out(files: Sequence[File]) -> list[str]:
    judged = [one for one in files if one.path not in WHERE_THE_AGENCY_SAYS and not BY_HAND.search(one.path)]
    return [f"{at(file, node)} calls {name}" for file, node, name in calls(judged, CALLS_OUT)]


def builds_patterns(files: Sequence[File]) -> list[str]:
    """A pattern is text that stands in the code, or escaped."""
    wanted = re.compile(r"^re\.(compile|match|search|fullmatch|findall|sub|split)$")
    return [
        f"{at(file, node)} builds a pattern"
        for file, node, _ in calls(files, wanted)
        if node.args and not isinstance(node.args[0], ast.Constant) and "re.escape" not in ast.unparse(node.args[0])
        and not (isinstance(node.args[0], ast.Name) and node.args[0].id.isupper())
    ]  # fmt: skip


def builds_templates(files: Sequence[File]) -> list[str]:
    return [f"{at(file, node)} calls {name}" for file, node, name in calls(files, TEXT_AS_TEMPLATE)]


def uses_weak(files: Sequence[File]) -> list[str]:
    """SHA-1 may look a leaked password up; it protects nothing there."""
    return [f"{at(file, node)} uses {name}" for file, node, name in calls(files, WEAK) if "usedforsecurity=False" not in ast.unparse(node)]


def takes_unseen(files: Sequence[File]) -> list[str]:
    return [f"{file.path} takes a certificate unseen" for file in files if UNSEEN.search(file.text)]


def test_the_server_starts_no_program_and_runs_no_text() -> None:
    found = runs_something(server_code())
    assert not found, show(found)


def test_the_server_calls_only_the_provider_and_itself() -> None:
    """And whoever keeps the audit's heads. The provider is asked by allauth, as sign-in.yaml says; the command line asks its own server."""
    found = calls_out(server_code())
    assert not found, show(found)


def test_no_pattern_is_built_from_what_somebody_sent() -> None:
    found = builds_patterns(server_code())
    assert not found, show(found)


def test_templates_are_files() -> None:
    found = builds_templates(server_code())
    assert not found, show(found)


def test_only_known_ciphers_and_hashes() -> None:
    found = uses_weak(server_code())
    assert not found, show(found)


def test_no_certificate_is_taken_unseen() -> None:
    found = takes_unseen(server_code())
    assert not found, show(found)


@pytest.mark.parametrize(
    ("judge", "offence"),
    [
        (runs_something, "import os\nos.system('ls ' + name)"),
        (runs_something, "eval(text)"),
        (runs_something, "pickle.loads(sent)"),
        (calls_out, "requests.get(address)"),
        (builds_patterns, "re.compile(request.GET['q'])"),
        (builds_patterns, "re.search(f'{name}', text)"),
        (builds_patterns, "re.search(asked, text)"),
        (builds_templates, "Template(words)"),
        (uses_weak, "hashlib.md5(b'')"),
        (uses_weak, "hashlib.sha1(secret)"),
        (takes_unseen, "get(url, verify=False)"),
    ],
)
def test_gate_sees(judge: Judge, offence: str) -> None:
    assert len(judge([File("src/alongside/server/a.py", offence)])) == 1
