"""Every code of the core has a sentence, in English and in Spanish; the codes are read from the source itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import alongside.core.decide  # noqa: F401  (declares every fact and request)
from alongside.core.board import Board
from alongside.core.fact import KINDS
from alongside.library.programs import load_program
from alongside.server.site.catalogue import compile_catalogues, key_and_text, read_entries, read_po, write_mo
from alongside.server.site.coded import SAID
from alongside.server.site.feed import alarms
from alongside.server.site.names import Names
from alongside.server.site.sentences_alarms import ALARMS
from alongside.server.site.sentences_facts import FACTS
from alongside.server.site.sentences_reasons import REASONS
from alongside.server.site.sentences_refused import REFUSED
from alongside.server.site.sentences_told import LINES
from alongside.server.site.wording import Wording
from alongside.server.site.words import LANGUAGE_NAMES, WORDS
from tests.server.running import ROOT

SOURCE = ROOT / "src/alongside"
LOCALE = SOURCE / "server/locale/es/LC_MESSAGES"


def calls_of(name: str, *folders: str) -> Iterator[str]:
    """The first argument of every call of ``name``: a code; for f-strings the part before what is filled in."""
    for folder in folders:
        for path in (SOURCE / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and ast.unparse(node.func) == name and node.args:
                    yield from codes_in(node.args[0])


def codes_in(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from codes_in(node.body)
        yield from codes_in(node.orelse)


def test_01_every_refusal_has_a_sentence() -> None:
    codes = set(calls_of("Refused", "core", "server/records"))
    assert len(codes) > 70
    assert sorted(codes - REFUSED.keys()) == []


def test_02_every_life_table_has_a_refusal() -> None:
    asked = {one for path in (SOURCE / "core").rglob("*.py") for one in re.findall(r"must_follow\(.*?, \"(\w+)\"\)", path.read_text())}
    assert asked
    assert sorted({f"life_{one}" for one in asked} - REFUSED.keys()) == []


def test_03_every_reason_has_a_sentence() -> None:
    codes = set(calls_of("reason", "core")) | {"aboard", "aboard_incomplete"}
    assert len(codes) > 20
    assert sorted(codes - REASONS.keys()) == []


def test_04_every_fact_has_a_line() -> None:
    assert sorted(KINDS.keys() ^ FACTS.keys()) == []


def test_05_what_a_line_names_is_in_the_fact() -> None:
    for kind, template in FACTS.items():
        named = set(re.findall(r"{(\w+)}", template))
        assert named <= set(KINDS[kind].__dataclass_fields__), kind


def test_06_every_alarm_has_a_sentence() -> None:
    overseen = {"alarm_case_late", "alarm_case_late_at_desk", "alarm_threat_late"}
    assert {f"alarm_{kind.__name__}" for kind in alarms.KINDS} | {"alarm_late_request"} | overseen == ALARMS.keys()


def every_message() -> list[str]:
    tables = (REFUSED, REASONS, FACTS, ALARMS, WORDS, LANGUAGE_NAMES, SAID, *LINES.values())
    return [text for table in tables for text in table.values()]


def spanish() -> dict[str, str]:
    return {key: text for path in sorted(LOCALE.glob("*.po")) for key, text in read_po(path).items()}


def test_07_every_sentence_is_there_in_spanish_and_names_the_same_things() -> None:
    words = spanish()
    assert sorted({text for text in every_message() if text not in words}) == []
    for text in every_message():
        assert sorted(re.findall(r"{\w*}", text)) == sorted(re.findall(r"{\w*}", words[text])), text


def test_08_every_message_of_our_templates_and_views_is_there_in_spanish() -> None:
    words = spanish()
    found = set()
    for path in [*(SOURCE / "server/site/templates").rglob("*.html"), *(SOURCE / "server/exchange").rglob("*.html")]:
        found |= set(re.findall(r"{% translate [\"']([^\"']+)[\"']", path.read_text()))
    for path in [*(SOURCE / "server/site").glob("*.py"), *(SOURCE / "server/people").glob("*.py")]:
        found |= set(calls_in(path, "_"))
    for path in (SOURCE / "server/site/asking/malformed.py", SOURCE / "server/site/thin/sentences.py"):
        found |= set(constants_of(path))
    assert len(found) > 40
    assert sorted(found - words.keys()) == []


def calls_in(path: Path, name: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == name and node.args:
            yield from codes_in(node.args[0])


def constants_of(path: Path) -> Iterator[str]:
    """The texts of capitalised names."""
    for line in ast.parse(path.read_text()).body:
        if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]).isupper():
            value = line.value.args[0] if isinstance(line.value, ast.Call) else line.value
            yield from codes_in(value)


def test_09_a_compiled_catalogue_reads_back(tmp_path: Path) -> None:
    import gettext

    path = tmp_path / "one.mo"
    path.write_bytes(write_mo({"": "Content-Type: text/plain; charset=UTF-8\n", "yes": "sí", "café": "cafetería"}))
    with path.open("rb") as file:
        read = gettext.GNUTranslations(file)
    assert [read.gettext(text) for text in ("yes", "café", "unknown")] == ["sí", "cafetería", "unknown"]


def test_10_a_broken_catalogue_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.po"
    path.write_text('msgid "a"\nmsgstr "b"\nnonsense\n')
    with pytest.raises(ValueError, match=r"broken.po:3"):
        list(read_entries(path))
    path.write_text('msgid "one"\nmsgid_plural "many"\nmsgstr[0] "uno"\nmsgstr[1] "muchos"\n')
    assert [key_and_text(entry) for entry in read_entries(path)] == [("one\0many", "uno\0muchos")]


def test_11_another_days_time_is_said_with_its_day_and_nobody_is_nobody_not_nothing() -> None:
    names, hour = Names(load_program("tailored"), {}), 3_600_000
    asked = {"at": 20 * hour, "due_at": 21 * hour, "silent_since": 19 * hour, "clinical": "", "reason": ""}
    write = Wording(asked, names, Board(), "en", lambda text, language: text)
    assert ("{due_at} {silent_since} {clinical} {reason}").format_map(
        write
    ) == "14:00 12:00 nobody nothing"  # seven hours west of Greenwich
    later = Wording({**asked, "due_at": 20 * hour + 72 * hour}, names, Board(), "en", lambda text, language: text)
    assert "{due_at}".format_map(later) == "4 Jan 13:00"


def test_12_a_rule_is_said_as_its_protocol_words_it() -> None:
    names, board = Names(load_program("tailored"), {}), Board()
    board.incidents.reach("i1").protocol = "alongside-default"
    told = {"incident": "i1", "rule": "plan_or_intent"}
    english, spanish_too = (Wording(told, names, board, language, lambda text, language: text)["rule"] for language in ("en", "es"))
    assert (english, spanish_too) == ("Plan or intent without means at hand", "Plan o intención sin medios a la mano")
    assert Wording({**told, "rule": "by_hand"}, names, board, "en", lambda text, language: text)["rule"] == "by hand"


def test_13_catalogues_are_compiled_anew_once_they_say_something_else_or_what_was_made_is_gone(tmp_path: Path) -> None:
    source, made = tmp_path / "locale/es/LC_MESSAGES/django.po", tmp_path / "made/es/LC_MESSAGES/django.mo"
    source.parent.mkdir(parents=True)
    for text in ("sí", "claro"):
        source.write_text(f'msgid "yes"\nmsgstr "{text}"\n', encoding="utf-8")
        compile_catalogues(tmp_path / "locale", tmp_path / "made")
        assert text.encode() in made.read_bytes()
    made.write_bytes(b"left as it is")
    compile_catalogues(tmp_path / "locale", tmp_path / "made")
    assert made.read_bytes() == b"left as it is"
    made.unlink()
    compile_catalogues(tmp_path / "locale", tmp_path / "made")
    assert b"claro" in made.read_bytes()
