"""Who read because of each consent, from the read audit."""

from alongside.server.site.looking import Look
from alongside.server.site.of_records import read_because
from alongside.server.site.rows import Row


def with_readings(seen: Look, rows: list[Row]) -> list[Row]:
    """Each with ``readings``: {at, who, field}, newest first."""
    names, language = seen.view.names, seen.view.language
    labels = seen.deployment.vault.sharing.fields.labels
    for row in rows:
        found = read_because(row["id"]) if row["state"] != "declined" else []
        row["readings"] = [{"at": one.at, "who": names.person(one.staff), "field": labels[one.field][language]} for one in found]
    return rows
