"""Words that must not be committed. Each pattern is written so that this file does not contain what it looks for."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tests.architecture.tree import ROOT, File


class Ban(NamedTuple):
    """What is looked for, why it must not stand there, and in which files (all, unless ``starts`` or ``ends`` narrow it)."""

    pattern: re.Pattern[str]
    why: str
    starts: tuple[str, ...] = ("",)
    ends: tuple[str, ...] = ("",)


UNFINISHED = Ban(
    re.compile(r"\b(TO[D]O|FIX[M]E|X[X]X|HA[C]K|T[B]D)\b|(?i:lorem[ ]ipsum|coming[ ]soon|not[ ]yet[ ]implemented)"), "unfinished"
)
MACHINE = Ban(re.compile(rf"{re.escape(str(ROOT.parent))}/[a-z]|/roo[t]/|/tmp/tea[m]|/hom[e]/(?!USER)\w+/"), "a path of one machine")
REGISTRY = Ban(
    re.compile(
        r"(?i)\b(registry\.npm[j]s|pypi\.or[g]|pythonhoste[d]|registry\.yarn[p]kg|jsr\.i[o]/|artifactor[y]|--index[-]url|crates\.i[o])"
    ),
    "a package registry",
)
MAKING = Ban(
    re.compile(r"(?i)\b(claud[e]|anthropi[c]|chatgp[t]|copilo[t]|opena[i]|language[ ]model|ai[ ](agent|assistant)|sub-?agent[s]?)\b"),
    "about how this was made, not what it is",
)
SECRET = Ban(
    re.compile(
        r"-----BEGIN [A-Z ]*PRIVATE KE[Y]|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b"
        r"|(?i:\b\w*(?:secret|password|token|api)_?(?:key)?\s*[=:]\s*[\"'](?=[^\"'\s]*[0-9])(?=[^\"'\s]*[a-z])[^\"'\s]{20,}[\"'])"
    ),
    "a secret",
)
DISRESPECT = Ban(
    re.compile(r"\bED[P]\b|\b(?i:offende[r]s?|excited[ ]delirium|frequent[ ]flyers?|commit(?:ted|s)?[ ]suicide|emotionally[ ]disturbed)\b"),
    "a word this field gave up; docs/dictionary.md has ours",
    ("src/alongside/server/", "src/alongside/library/", "web/src/"),
    (".html", ".po", ".svelte", ".txt", ".yaml", ".ts"),
)
THIRD_PARTY = Ban(
    re.compile(r"(?i)(?:\bsrc=|url\(|@import\s+|fetch\(\s*|\bfrom\s+|\bimport\s*\(?|<link\b[^>]*\bhref=)[\"'`]?https?://"),
    "asks a third party: pages load nothing from elsewhere",
    ("src/alongside/server/", "web/"),
    (".html", ".css", ".svelte", ".ts", ".js", ".mjs"),
)
BANS = (UNFINISHED, MACHINE, REGISTRY, MAKING, SECRET, DISRESPECT, THIRD_PARTY)
# A mapping quotes another system's codes as they are.
QUOTING = ("/mappings/",)


def banned_words(files: Sequence[File], bans: Sequence[Ban] = BANS) -> Iterator[str]:
    """Each occurrence: path, line, word, why. Locks hold only names and hashes; they are read for registries alone."""
    for file in files:
        for ban in bans:
            if file.path.startswith(ban.starts) and file.path.endswith(ban.ends) and is_read_for(file, ban):
                yield from find(file, ban)


def is_read_for(file: File, ban: Ban) -> bool:
    if file.path.endswith((".lock", "package-lock.json")):
        return ban is REGISTRY
    return ban is not DISRESPECT or not any(mark in file.path for mark in QUOTING)


def find(file: File, ban: Ban) -> Iterator[str]:
    for match in ban.pattern.finditer(file.text):
        line = file.text.count("\n", 0, match.start()) + 1
        shown = "…" if ban is SECRET else match.group()
        yield f"{file.path}:{line} “{shown}”: {ban.why}"
