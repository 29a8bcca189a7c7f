"""What the terminal says once the server is ready."""

from alongside.server.people.staff import list_shown
from alongside.server.site.deployment import Deployment

FIRST = """
Alongside is ready: {url}
  Program: {program}. {ledger}
{people}
  Try first: sign in as the call-taker and take a call (n), then as the dispatcher in another browser and send a unit (a).
  Stop with Ctrl+C; everything acknowledged is on the disk.

"""


REPLAY = """
The replay is ready: {url}
  Program: {program}. Calls are the record’s; everybody on it is invented, roads and times are modelled.
{people}
  Look on: nobody’s action changes the day. The bar below the header steers it ( .  [  ]  h ); the report comes at its end.
  Stop with Ctrl+C.

"""


def welcome(deployment: Deployment) -> str:
    """Address, whom to sign in as, what to try first, how to stop."""
    options = deployment.options
    shown = [one for one in list_shown() if one.shown_first] if deployment.is_demo else []
    people = "\n".join(f"    {one.name:<16} {deployment.names.label(f'role.{one.role}')}" for one in shown)
    return (REPLAY if deployment.replay else FIRST).format(
        url=f"http://{options.host}:{options.port}/",
        program=deployment.names.label_of_program(),
        ledger="A demo ledger: everybody and everything on it is invented." if deployment.is_demo else "A live ledger.",
        people=f"  Sign in with one click as one of:\n{people}" if people else "  Sign in with your name and password.",
    )
