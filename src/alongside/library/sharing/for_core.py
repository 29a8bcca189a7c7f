"""What the law tells the core beside the rules of sharing: who writes into a record, what its custodian may do, who signs."""

from collections.abc import Mapping

from alongside.core.custodian.rules import CustodianRules
from alongside.core.sharing.rules import Setting, Writing
from alongside.library.sharing.custodian import load_custodian
from alongside.library.sharing.law import load_settings
from alongside.library.sharing.writing import load_writing


def load_law() -> tuple[Writing, CustodianRules, Mapping[str, Setting]]:
    """All three. Raises ``Mistake`` with file, line and field."""
    return load_writing(), load_custodian(), load_settings()
