"""How the ledger says no to opening or to writing; each carries one sentence for people."""


class LedgerRefused(Exception):
    """The ledger will not be opened like this. The message says what, where, and what to do."""


class LedgerUnavailable(Exception):
    """Nothing was acknowledged. Send the same request again with the same id: it lands once, whatever happened to the first."""


class LedgerConflict(LedgerUnavailable):
    """Another writer took the same place in a stream even after a retry; nothing of this request was kept."""
