"""Every code of consent has its word, and every word of its pages is there in Spanish."""

import re
from pathlib import Path

from alongside.core.consent.elements import ELEMENTS
from alongside.core.consent.ending import WRONG
from alongside.core.consent.kinds import EVENTS, KINDS, STATEMENTS
from alongside.core.consent.recording import FORMS
from alongside.core.consent.signing import SIGNERS
from alongside.server.site import consent_words as words
from alongside.server.site.catalogue import read_po

SERVER = Path(__file__).parents[3] / "src/alongside/server"


def test_01_every_code_has_its_word() -> None:
    pairs = (
        (words.KIND, KINDS), (words.KIND_SAYS, KINDS), (words.WHAT_ALL, KINDS), (words.EVENT, EVENTS), (words.SIGNER, SIGNERS),
        (words.FORM, FORMS), (words.MISSING, {*ELEMENTS, "false"}), (words.STATEMENT, STATEMENTS), (words.WRONG, WRONG),
    )  # fmt: skip
    for table, codes in pairs:
        assert set(table) == set(codes)


def test_02_every_word_is_there_in_spanish() -> None:
    spanish = {key for path in (SERVER / "locale/es/LC_MESSAGES").glob("*.po") for key in read_po(path)}
    found = {text for name, one in vars(words).items() if name.isupper() for text in (one.values() if isinstance(one, dict) else (one,))}
    for path in [*(SERVER / "consent").rglob("*.html"), SERVER / "site/templates/site/notices.html"]:
        found |= set(re.findall(r"{% translate [\"']([^\"']+)[\"'] %}", path.read_text()))
    assert len(found) > 80
    assert sorted(found - spanish) == []
