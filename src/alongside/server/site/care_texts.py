"""The sentences that the scripts of the field, place, follow-up and roster pages say; English is the key (see page_texts.py)."""

from collections.abc import Mapping

from django.utils.translation import gettext

from alongside.server.site.page_texts import texts

FRESH = (  # web/src/care
    "This page could not be brought up to date. It is from {time}.",
    "Undo",
    "Done.",
    "{done} of {count} done.",
    "{done} of {count} done. {sentence}",
)
PAPERS = (  # web/src/papers
    "Sending…",
    "Close",
    "Larger",
    "{file}: goes with the paper when you record it.",
    "Not sent: no connection. Choose the photo or scan again.",
    "The paper could not be shown. Load the page again.",
    "This is no photo or scan we can keep. Choose a JPEG, PNG, WebP or PDF.",
    "This file is larger than {most} MB. Photograph the paper again with fewer pixels, or scan it in black and white.",
    "This file is not whole, or it is larger than any paper. Photograph or scan the paper again.",
)
CARE_TEXTS: Mapping[str, tuple[str, ...]] = {
    "field": (
        "Sending…",
        "Keep pressed for help",
        "Keep pressing…",
        "SENT. Waiting for an answer…",
        "Received by {name}",
        "SENT, but nobody has answered: use radio",
        "NOT SENT: use radio",
        "{count} not sent yet",
        "Kept on this phone; it is sent once there is a connection.",
        "Sign in again. Kept on this phone and not sent yet: {count}",
        "Somebody else is signed in on this browser now. Load this page again. Kept for you and not sent yet: {count}",
        "Sent late: {sentence}",
        "Not accepted: {sentence}",
        "Seen",
        "Without the signature, for there is no connection: the place can sign on its own page.",
    ),
    "handoff": (),
    "holds": (),
    "custodian": PAPERS,
    "glass": (),
    "rights": PAPERS,
    "linkage": (),
    "card": (),
    "cases": ("Choose at least one case.",),
    "follow_up": (
        "Choose at least one person.",
        "next line",
        "line before",
        "take on",
        "note",
        "narrow the list",
        "what came of it",
    ),
    "referral": ("Choose at least one service.", "The person has not agreed to all of these yet."),
    "consent": (
        *PAPERS,
        "Choose what, to whom and for what, give the name and sign.",
        "Sign above, or type your name.",
        "The photo or scan is still being sent. Wait a moment.",
    ),
    "registry": (),
    "threat": (),
    "person": ("Kept as a draft.", "The draft could not be kept."),
    "way": (),
    "roster": ("Choose at least one person.", "Choose who is aboard."),
}


def care_texts(stage: str) -> dict[str, str]:
    """{English: translated} for the scripts of one of these stages."""
    return texts("site") | {english: gettext(english) for english in (*FRESH, *CARE_TEXTS[stage])}
