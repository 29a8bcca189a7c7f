"""What the law tells the core beside the rules of sharing: who writes what into a record, and what its custodian may do."""

from alongside.core.custodian.rules import CustodianRules
from alongside.core.sharing.rules import Writing
from alongside.library.sharing.custodian import load_custodian
from alongside.library.sharing.writing import load_writing


def load_law() -> tuple[Writing, CustodianRules]:
    """Both. Raises ``Mistake`` with file, line and field."""
    return load_writing(), load_custodian()
