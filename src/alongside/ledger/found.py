"""Short keyed tokens by which the vault finds whose words it should open: rows beside the ciphertexts, gone when their owner is erased."""

from collections.abc import Sequence

from alongside.ledger.engine import Engine


def list_by_tokens(engine: Engine, owner_kind: str, tokens: Sequence[bytes], most: int) -> list[str]:
    """Owners that have some of these tokens, those with the most of them first."""
    if not tokens:
        return []
    sql = (
        f"SELECT owner_id FROM finding_token WHERE token IN ({_marks(tokens)}) AND owner_kind = ? "
        "GROUP BY owner_id ORDER BY count(DISTINCT token) DESC, owner_id LIMIT ?"
    )
    return [owner for (owner,) in engine.fetch(sql, (*tokens, owner_kind, most))]


def list_sharing(engine: Engine, owner_kind: str, tokens: Sequence[bytes], owners: Sequence[str]) -> list[str]:
    """Those of these owners that have one of these tokens."""
    if not tokens or not owners:
        return []
    among = f"token IN ({_marks(tokens)}) AND owner_kind = ? AND owner_id IN ({_marks(owners)})"
    sql = f"SELECT DISTINCT owner_id FROM finding_token WHERE {among} ORDER BY owner_id"
    return [owner for (owner,) in engine.fetch(sql, (*tokens, owner_kind, *owners))]


def list_of_owners(engine: Engine, owner_kind: str, owners: Sequence[str], fields: Sequence[str]) -> list[str]:
    """Vault ids of what was said of these owners in these fields."""
    if not owners:
        return []
    sql = f"SELECT id FROM enclosure WHERE owner_kind = ? AND owner_id IN ({_marks(owners)}) AND field IN ({_marks(fields)})"
    return [id for (id,) in engine.fetch(sql, (owner_kind, *owners, *fields))]


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
