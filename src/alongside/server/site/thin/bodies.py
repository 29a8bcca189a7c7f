"""Bodies that are larger than any page of ours sends are refused before Django would keep them on the disk."""

from alongside.server.site.thin.http import MOST_BODY_BYTES, Http, Message, Receive

MOST_FORM_BYTES = MOST_BODY_BYTES + 200_000  # what is around the words of a form


class TooLarge(Exception):
    """More came than is taken."""


def says_too_large(http: Http) -> bool:
    """Whether the request says itself that it is larger."""
    said = http.headers.get("content-length", "")
    return said.isdigit() and (len(said) > 15 or int(said) > MOST_FORM_BYTES)


def within_limit(receive: Receive) -> Receive:
    """``receive``, which raises :class:`TooLarge` as soon as more came, whatever the request said."""
    size = 0

    async def receive_some() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > MOST_FORM_BYTES:
            raise TooLarge
        return message

    return receive_some
