"""Relative links of the documentation, and where they lead."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from tests.architecture.tree import File

LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)|\b(?:src|href)=\"([^\"]+)\"")
CODE = re.compile(r"```.*?```|~~~.*?~~~|`[^`\n]*`", re.DOTALL)


def broken_links(files: Sequence[File], root: Path) -> Iterator[str]:
    """Links to files that are not there, or to headings that their page does not have."""
    for file in files:
        for target in links_of(file):
            path, _, anchor = unquote(target).partition("#")
            place = (root / file.path).parent / path if path else root / file.path
            if not place.exists():
                yield f"{file.path} links to {target}, which does not exist"
            elif anchor and place.suffix == ".md" and anchor not in headings_of(place.read_text()):
                yield f"{file.path} links to {target}, but there is no such heading"


def links_of(file: File) -> list[str]:
    """Relative targets, those in code left out."""
    found = (first or second for first, second in LINK.findall(CODE.sub("", file.text)))
    return [target for target in found if not re.match(r"[a-z][a-z+.-]*:|//", target)]


def headings_of(text: str) -> set[str]:
    """Anchors of a page's headings, made as code hosts make them: lower case, punctuation dropped, spaces to hyphens."""
    titles = re.findall(r"^#+\s+(.*?)\s*$", CODE.sub(lambda code: code.group().strip("`"), text), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
