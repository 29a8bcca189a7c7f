"""What is known of a hold and can stand in a form: words, moments, and what is true or not."""

from typing import NamedTuple

from alongside.core.holds.rules import HoldKind

# Words; those of the first line are read from the vault, each as the rules of sharing let this reader.
WORDS = (
    "name", "other_names", "birth_date", "address", "phone", "facts",
    "incident", "jurisdiction", "hold_kind", "grounds", "author", "role", "agency", "facility", "advised_language", "advised_how",
    "advised_why_not",
)  # fmt: skip
MOMENTS = ("birth_date", "started_at", "written_at", "latest_at", "advised_at")
SHAPES = {
    "MM/DD/YYYY": "%m/%d/%Y", "DD/MM/YYYY": "%d/%m/%Y", "YYYY-MM-DD": "%Y-%m-%d", "MM": "%m", "DD": "%d", "YYYY": "%Y", "YY": "%y",
    "HH:MM": "%H:%M", "hh:mm AM": "%I:%M %p", "hh:mm": "%I:%M", "AM": "%p", "MM/DD/YYYY HH:MM": "%m/%d/%Y %H:%M",
}  # fmt: skip


class Sources(NamedTuple):
    """What a mapping for one kind of hold may name."""

    words: frozenset[str]
    moments: frozenset[str]
    truths: frozenset[str]


def sources_of(kind: HoldKind) -> Sources:
    """Grounds, notices and roles are those of the pack, so a pack that changed is found by the mapping that names what is gone."""
    notices = {f"notice.{one.id}" for one in kind.notices}
    truths = {f"criterion.{code}" for code in kind.criteria} | {f"role.{code}" for code in kind.roles} | notices
    return Sources(
        frozenset(WORDS),
        frozenset(MOMENTS) | notices,
        frozenset(truths | {"advised", "advised_whole", "advised_partly", "minor", "adult"}),
    )
