"""A signature at the door as pages show it: how it was given, by whom, and its strokes as a path that draws and does nothing else."""

import re

from alongside.core.signing.decide import BY, ROLE, STROKES
from alongside.core.signing.state import Signed
from alongside.core.state import Episode
from alongside.server.records.open import Words
from alongside.server.site.code_words import list_codes, say_code
from alongside.server.site.rows import Row
from alongside.server.site.telling import told_or_why

HOW = {"drawn": "signed on the screen", "typed": "name typed on the screen", "paper": "signed on paper", "unsigned": "not signed"}
UNSIGNED = {
    "paper": "Signed on paper", "declined": "Does not want to sign", "not_possible": "Cannot sign now",
    "hands_full": "Nobody had a hand free", "by_phone": "Taken over by phone",
}  # fmt: skip
# Lines from point to point on a sheet of 600 by 200, as web/src/site/pad.ts writes them. Whatever else it may be draws nothing.
PATH = re.compile(r"M\d{1,3} \d{1,3}(?: [ML]\d{1,3} \d{1,3})*")
MOST = 60_000


def signing_form(episode: Episode) -> Row:
    """What the form offers beside the box to sign in."""
    return {"unsigned": list_codes(UNSIGNED), "episode": episode.id}


def signed_row(signed: Signed) -> Row:
    """{how, reason, at, by_hand, references}."""
    reason = say_code(UNSIGNED, signed.reason) if signed.reason else ""
    return {
        "how": say_code(HOW, signed.how), "reason": reason, "at": signed.at, "by_hand": signed.is_by_hand(), "references": signed.words,
    }  # fmt: skip


def tell_signed(row: Row, words: Words) -> Row:
    """With who signed and the strokes, as this reader may have them."""
    told = {one.field: told_or_why(words, one) for one in row["references"]}
    path = told.get(STROKES, "")
    return {**row, "by": told.get(BY, ""), "role": told.get(ROLE, ""), "path": path if is_path(path) else ""}


def is_path(text: str) -> bool:
    """Whether it is strokes and nothing else."""
    return len(text) <= MOST and PATH.fullmatch(text) is not None
