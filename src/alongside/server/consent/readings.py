"""Who read because of each consent, from the read audit."""

from alongside.server.records.because_of import list_because_of
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row


def with_readings(seen: Look, rows: list[Row]) -> list[Row]:
    """Each with ``readings``: {at, who, field}, newest first."""
    where, names, language = seen.deployment.options.ledger, seen.view.names, seen.view.language
    labels = seen.deployment.vault.sharing.fields.labels
    for row in rows:
        found = list_because_of(where, row["id"]) if row["state"] != "declined" else []
        row["readings"] = [{"at": one.at, "who": names.person(one.staff), "field": labels[one.field][language]} for one in found]
    return rows
