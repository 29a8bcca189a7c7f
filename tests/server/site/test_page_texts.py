"""Every sentence that a page's script says is in the list that is translated, and the list holds nothing else."""

import re
from pathlib import Path

import pytest

from alongside.server.site.page_texts import TEXTS

SOURCES = Path(__file__).resolve().parents[3] / "web/src"
SAID = re.compile(r'\bt\(\s*"((?:[^"\\]|\\.)*)"')


@pytest.mark.parametrize("folder", sorted(TEXTS))
def test_the_list_is_what_the_scripts_say(folder: str) -> None:
    said = {sentence for path in sorted((SOURCES / folder).glob("*.ts")) for sentence in SAID.findall(path.read_text())}
    assert said == set(TEXTS[folder])
