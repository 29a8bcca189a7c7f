"""What a safety flag must carry before it may be shown: who said so, who wrote it, and a date to look at it again."""

from alongside.core.sharing.terms import FLAG_YEAR_MS


def flag_state(source: str, author: str, set_at: int, review_at: int | None, now: int) -> str:
    """One of ``terms.FLAGS``. A flag is looked at again within twelve months (privacy-rules.md 3.5, rule 8)."""
    if not source or not author:
        return "unsourced"
    if review_at is None or not set_at < review_at <= set_at + FLAG_YEAR_MS:
        return "no_review"
    return "lapsed" if review_at <= now else "sound"
