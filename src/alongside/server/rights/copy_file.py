"""The photos and scans that belong to a person's own copy."""

from django.http import Http404, HttpRequest, HttpResponse

from alongside.server.attach.delivering import deliver
from alongside.server.audit.of_person import find_copy, list_owners
from alongside.server.records.filing import Filed
from alongside.server.site.kept import list_owned, sharing_rules
from alongside.server.site.looking import look
from alongside.server.site.of_records import read_file_as_asker
from alongside.server.site.routes import page


@page("rights")
def own_copy_file(request: HttpRequest, person: str, copy: str, file: str) -> HttpResponse:
    """One of them, for whoever hands the copy out."""
    try:
        filed = find_file(request, person, copy, file)
    except LookupError as missing:
        raise Http404(copy) from missing
    if filed is None:
        raise Http404(file)
    return deliver(filed, f"own-copy-{file[:8]}")


def find_file(request: HttpRequest, person: str, copy: str, id: str) -> Filed | None:
    """A photo or scan that this copy lists. Raises ``LookupError`` where no such copy was handed out within the hour."""
    with look(request) as seen:
        board = seen.view.board
        asker, owners = find_copy(board, person, copy, seen.asking.now).asker, list_owners(board, person)
    files = sharing_rules().fields.files
    kept = (one.reference for one in list_owned([("person", owner) for owner in owners]))
    reference = next((one for one in kept if one.vault_id == id and one.field in files), None)
    return read_file_as_asker(request, asker, person, reference) if reference else None
