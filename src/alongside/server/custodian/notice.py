"""What goes along with Part 2 records that go out (42 CFR 2.32)."""

from collections.abc import Sequence

from alongside.server.site.looking import Look
from alongside.server.site.notices import tell_notices


def list_notice(seen: Look, notices: Sequence[str]) -> list[str]:
    """The notice and each consent's scope, in English whoever hands them out: the same signature gives the same bytes."""
    told = tell_notices(seen.view._replace(language="en"), seen.deployment.vault.sharing, notices, for_a_file=True)
    return [told["text"], *(one["scope"] for one in told["scopes"])] if told else []
