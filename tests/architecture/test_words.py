"""Gate: nothing unfinished, private, secret or disrespectful is committed. Planted words are put together here from parts."""

import pytest

from tests.architecture import words
from tests.architecture.tree import ROOT, File, list_committed, show

PAGE = "src/alongside/server/intake/templates/a.html"
PLANTED = [
    (words.UNFINISHED, "# TO" + "DO: finish"),
    (words.UNFINISHED, "Coming" + " soon"),
    (words.MACHINE, f"open('{ROOT.parent}" + "/data/x.csv')"),
    (words.MACHINE, "/ro" + "ot/.cache"),
    (words.REGISTRY, "https://pypi" + ".org/simple"),
    (words.REGISTRY, '"resolved": "https://registry.npm' + 'js.org/a"'),
    (words.MAKING, "as an AI" + " assistant"),
    (words.SECRET, "-----BEGIN RSA PRIVATE " + "KEY-----"),
    (words.SECRET, "SECRET_KEY = 'django-insecure-4" + "f8a9b2c7d1e'"),
    (words.DISRESPECT, "the E" + "DP is calm"),
    (words.DISRESPECT, "known offen" + "der"),
    (words.THIRD_PARTY, '<script src="https://cdn.example.org/a.js">'),
    (words.THIRD_PARTY, '<link rel="icon" href="https://example.org/a.png">'),
    (words.THIRD_PARTY, "@import 'https://fonts.example.org/a.css'"),
]


def test_nothing_forbidden_is_committed() -> None:
    found = list(words.banned_words(list_committed()))
    assert not found, show(found)


@pytest.mark.parametrize(("ban", "text"), PLANTED)
def test_gate_sees(ban: words.Ban, text: str) -> None:
    found = list(words.banned_words([File(PAGE, f"fine\n{text}\n")]))
    assert len(found) == 1
    assert found[0].startswith(f"{PAGE}:2 ")
    assert found[0].endswith(ban.why)


@pytest.mark.parametrize(
    "text",
    [
        "todos los campos",
        "user agent",
        "session = request.session",
        "password = form.password",
        "TOKEN = 'X-CSRFToken'",
        '<a href="https://988lifeline.org">',
    ],
)
def test_gate_lets_ordinary_words_be(text: str) -> None:
    assert list(words.banned_words([File(PAGE, text)])) == []


def test_gate_lets_a_mapping_quote_anothers_codes() -> None:
    assert list(words.banned_words([File("src/alongside/library/mappings/city.yaml", "E" + "DP: crisis")])) == []


def test_gate_reads_locks_for_registries_only() -> None:
    lock = File("web/package-lock.json", "sha512-X" + "XX/ https://registry.npm" + "js.org/a")
    assert [complaint.split(": ")[1] for complaint in words.banned_words([lock])] == ["a package registry"]
