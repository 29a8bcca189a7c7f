"""Gates: whatever a page says is there in Spanish, and one English word has one Spanish word unless its context says which is meant."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation.template import templatize

from alongside.server.site.catalogue import read_po
from tests.architecture.tree import ROOT, show

SPANISH = ROOT / "src/alongside/server/locale/es/LC_MESSAGES"


def two_words(catalogues: list[Path]) -> list[str]:
    """Messages that two catalogues translate differently."""
    said: dict[str, tuple[str, str]] = {}
    found = []
    for one in catalogues:
        for message, word in read_po(one).items():
            before, where = said.setdefault(message, (word, one.name))
            if message and before != word:
                found.append(f"{one.name}: {message!r} is {word!r} here and {before!r} in {where}")
    return found


def test_no_word_is_translated_in_two_ways() -> None:
    found = two_words(sorted(SPANISH.glob("*.po")))
    assert not found, show(found)


def test_gate_sees_two_and_lets_a_context_be(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_text('msgid "Call"\nmsgstr "Llamada"\n')
    (tmp_path / "b.po").write_text('msgid "Call"\nmsgstr "Llamar a"\n')
    (tmp_path / "c.po").write_text('msgctxt "by phone"\nmsgid "Call"\nmsgstr "Llamar a"\n')
    one, other, apart = sorted(tmp_path.glob("*.po"))
    assert two_words([one, other]) == ["b.po: 'Call' is 'Llamar a' here and 'Llamada' in a.po"]
    assert two_words([one, apart]) == []


OURS = ROOT / "src/alongside"
# Calls that are translated, and which argument says the words; a context, where there is one, stands before them.
WORDS_AT = {"gettext": 0, "gettext_lazy": 0, "ngettext": 0, "ngettext_lazy": 0, "pgettext": 1, "pgettext_lazy": 1, "npgettext": 1}
IN_TEMPLATE = re.compile(r"""\b(n?p?gettext)\(((?:\s*u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"),?)+)""", re.DOTALL)


def said_by_code(source: str) -> Iterator[str]:
    """Keys of every constant message a Python file translates, under whatever name it imported the function."""
    tree = ast.parse(source)
    taken = [one for one in ast.walk(tree) if isinstance(one, ast.ImportFrom) and one.module == "django.utils.translation"]
    names = {name.asname or name.name: name.name for one in taken for name in one.names if name.name in WORDS_AT}
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in names:
            yield from _key(call, WORDS_AT[names[call.func.id]])


def said_by_template(source: str) -> Iterator[str]:
    """Keys of every message of a template, as Django itself looks them up: it doubles every percent sign."""
    for name, inside in IN_TEMPLATE.findall(templatize(source)):
        call = ast.parse(f"{name}({inside})", mode="eval").body
        yield from _key(call, WORDS_AT[name])


def _key(call: ast.expr, at: int) -> Iterator[str]:
    said = [one.value for one in getattr(call, "args", ()) if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    if len(said) > at:
        yield "\x04".join(said[: at + 1])


def unsaid(root: Path, catalogues: list[Path]) -> list[str]:
    """Messages below a folder that no catalogue has words for."""
    known = {message.partition("\0")[0] for one in catalogues for message, word in read_po(one).items() if word}
    pages = root.rglob("templates/**/*.html")
    sources = [*((path, said_by_code) for path in root.rglob("*.py")), *((path, said_by_template) for path in pages)]
    return [
        f"{path.relative_to(root)}: {key!r} has no Spanish"
        for path, read in sorted(sources)
        for key in dict.fromkeys(read(path.read_text()))
        if key and key not in known
    ]


def test_whatever_a_page_says_is_there_in_spanish() -> None:
    found = unsaid(OURS, sorted(SPANISH.glob("*.po")))
    assert not found, show(found)


def test_gate_reads_code_and_templates(tmp_path: Path) -> None:
    counted = 'msgid "%(n)s call"\nmsgid_plural "%(n)s calls"\nmsgstr[0] "una"\nmsgstr[1] "dos"\n'
    (tmp_path / "a.po").write_text('msgid "Call"\nmsgstr "Llamada"\n\n' + counted)
    code = 'from django.utils.translation import gettext as _, ngettext, pgettext\n'
    (tmp_path / "a.py").write_text(code + '_("Call"), _("Ring"), ngettext("%(n)s call", "%(n)s calls", 2), pgettext("by phone", "Call")\n')
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/a.html").write_text(
        "{% load i18n %}{% translate 'Call' %}{% translate '5 % of it' %}{% translate 'Call' context 'a bird' %}"
        "{% blocktranslate count n=n %}{{ n }} call{% plural %}{{ n }} calls{% endblocktranslate %}"
    )
    assert unsaid(tmp_path, [tmp_path / "a.po"]) == [
        "a.py: 'Ring' has no Spanish",
        "a.py: 'by phone\\x04Call' has no Spanish",
        "templates/a.html: '5 %% of it' has no Spanish",
        "templates/a.html: 'a bird\\x04Call' has no Spanish",
    ]
