"""Protected words in memory: there is no vault, only the hash of what would be in it."""

from dataclasses import replace
from hashlib import sha256

from alongside.core.party import Reference
from alongside.core.request import Request
from alongside.twin.people.memory import Asked


def sealed(asked: Asked) -> Request:
    """The request as the core sees it: words are references. In memory there is no vault, only the hash of what would be in it."""
    if not asked.texts:
        return asked.request
    words = tuple(
        Reference(name, f"{asked.request.id}:{name}", sha256(text.encode()).hexdigest()) for name, text in sorted(asked.texts.items())
    )
    return replace(asked.request, words=words)
