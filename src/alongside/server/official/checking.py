"""Whether a file can be the county's form: a fillable PDF that does nothing, fetches nothing, carries nothing and hides nothing."""

import re
from collections.abc import Mapping

from alongside.library.official.fields import FormField
from alongside.server.attach import pdf
from alongside.server.attach.damaged import Damaged
from alongside.server.official.reading import list_fields

MOST_BYTES = 10_000_000
ASK = "Ask the court or agency whose form it is for one without, or for a plain fillable PDF (AcroForm)."
# What is found is told in this order: the first one is why nothing else could be looked at, or is what the court must be asked about.
FOUND: Mapping[str, str] = {
    "Encrypt": f"is locked with a password or with permissions, so it can neither be looked through nor filled. {ASK}",
    "XFA": f"is an XFA form (made with LiveCycle), which few programs can fill or show. {ASK}",
    "JavaScript JS": f"contains programs. {ASK}",
    "Launch": f"starts other programs. {ASK}",
    "EmbeddedFile EmbeddedFiles Filespec RichMedia Movie Sound Rendition": f"carries other files. {ASK}",
    "SubmitForm ImportData": f"sends or fetches what is written into it. {ASK}",
    "URI GoToR GoToE": f"refers to something outside itself. {ASK}",
    "UR UR3": f"is signed for one vendor's reader only, and filled by another program it would count as broken. {ASK}",
}
NAMES = {name: why for names, why in FOUND.items() for name in names.split()}
NAMED = re.compile(rb"/([A-Za-z]{2,14}3?)(?![A-Za-z0-9])")


class NoForm(ValueError):
    """Why this file is not taken, and what to ask for: one sentence or two."""


def check(content: bytes, name: str) -> list[FormField]:
    """Its fields. Raises :class:`NoForm`; ``name`` is what the file is called."""
    if len(content) > MOST_BYTES:
        raise NoForm(f"{name} is larger than {MOST_BYTES // 1_000_000} MB, which no form is.")
    if not content.startswith(b"%PDF-"):
        raise NoForm(f"{name} is no PDF.")
    try:
        must_be_still(content, name)
        fields = list_fields(content)
    except NoForm:
        raise
    except (Damaged, ValueError) as broken:
        raise NoForm(f"{name} is damaged: it cannot be read to its end. Load it again.") from broken
    if not any(one.is_filled() for one in fields):
        raise NoForm(f"{name} has no fields to fill: it is a picture of a form. Ask for the fillable one; until then print the worksheet.")
    return fields


def must_be_still(content: bytes, name: str) -> None:
    """Everything in it is looked at, packed or not, as with files that people attach."""
    content = content[: pdf.must_end(content)]
    found = pdf.list_named(content, NAMED)
    for word, why in NAMES.items():
        if word in found:
            raise NoForm(f"{name} {why}")
    if pdf.hides(pdf.spell_out(content)):
        raise NoForm(f"{name} is packed in a way that cannot be looked through. Save a copy with another program, then load that.")
