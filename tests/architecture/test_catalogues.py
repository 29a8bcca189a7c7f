"""Gate: one English word has one Spanish word, unless its context says which of two is meant; the first catalogue's would win unseen."""

from pathlib import Path

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
