"""Facts of a signature. Who signed, as what, and the strokes are words and stay in the vault."""

from alongside.core.fact import Fact, fact
from alongside.core.party import Reference


@fact
class HandOverSigned(Fact):
    """Whoever received the person signed for them; ``how``: drawn, typed, paper, or unsigned with its reason."""

    episode: str
    incident: str
    facility: str
    how: str
    reason: str = ""
    words: tuple[Reference, ...] = ()
