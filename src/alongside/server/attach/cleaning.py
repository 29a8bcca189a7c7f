"""What a file is, by its bytes and never by its name, and what is kept of it."""

from collections.abc import Callable, Mapping

from alongside.core.refused import Refused
from alongside.server.attach import jpeg, pdf, png, webp
from alongside.server.attach.damaged import Damaged
from alongside.server.records.filing import Filed

Clean = Callable[[bytes], bytes]
BEGINS: Mapping[bytes, tuple[str, Clean]] = {
    b"\xff\xd8\xff": ("image/jpeg", jpeg.clean),
    b"\x89PNG\r\n\x1a\n": ("image/png", png.clean),
    b"RIFF": ("image/webp", webp.clean),
    b"%PDF-": ("application/pdf", pdf.clean),
}


def clean(content: bytes) -> Filed:
    """The file as it is kept. Raises ``Refused``: ``file_unknown_kind``, ``file_damaged``, ``file_acts``."""
    for begins, (media_type, clean_it) in BEGINS.items():
        if content.startswith(begins):
            try:
                return Filed(media_type, clean_it(content))
            except Damaged:
                raise Refused("file_damaged") from None
    raise Refused("file_unknown_kind")
