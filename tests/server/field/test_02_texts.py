"""Every sentence the scripts of these pages say is handed to them, and nothing else is; every code a page offers has a word in Spanish."""

import re
from pathlib import Path

import pytest

from alongside.server.site.care_texts import CARE_TEXTS, FRESH, PAPERS
from alongside.server.site.catalogue import read_po
from alongside.server.site.coded import TABLES
from alongside.server.site.page_texts import TEXTS

ROOT = Path(__file__).resolve().parents[3]
SPANISH = sorted((ROOT / "src/alongside/server/locale/es/LC_MESSAGES").glob("*.po"))
SAID = re.compile(r'\bt\(\s*"((?:[^"\\]|\\.)*)"')
MARKED = re.compile(r"{% translate (?:\"([^\"]+)\"|'([^']+)')")
STAGES = ("field", "handoff", "follow_up", "roster")


def said_in(folder: str) -> set[str]:
    return {sentence for path in (ROOT / "web/src" / folder).glob("*.ts") for sentence in SAID.findall(path.read_text())}


@pytest.mark.parametrize("stage", STAGES)
def test_the_list_is_what_the_scripts_say(stage: str) -> None:
    assert said_in(stage) - set(FRESH) - set(TEXTS["site"]) == set(CARE_TEXTS[stage])
    assert said_in("care") - set(TEXTS["site"]) <= set(FRESH)
    assert said_in("papers") == set(PAPERS)


def test_every_sentence_of_the_pages_has_a_spanish_one() -> None:
    known = {key.split("\0")[0].split("\x04")[-1] for po in SPANISH for key in read_po(po)}
    pages = (ROOT / "src/alongside/server" / stage / "templates" for stage in STAGES)
    marked = {one or two for folder in pages for path in folder.rglob("*.html") for one, two in MARKED.findall(path.read_text())}
    scripts = {*FRESH, *(sentence for stage in STAGES for sentence in CARE_TEXTS[stage])}
    words = {word for table in TABLES.values() for word in table.values()}
    assert len(marked) > 100
    assert sorted((marked | scripts | words) - known) == []
