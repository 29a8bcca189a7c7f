"""What a backup holds, by file name, and what it says of itself."""

import msgspec

LEDGER, RECORDS, PEOPLE, ABOUT = "ledger.sqlite3", "records.sqlite3", "people.json", "about.json"
DIRECTORY = "directory.sqlite3"
NAMES = (ABOUT, LEDGER, RECORDS, PEOPLE, DIRECTORY)


class Count(msgspec.Struct, frozen=True):
    """How much of each: rows of the ledger, readings noted, people and machines that may sign in, services listed."""

    rows: int
    readings: int = 0
    staff: int = 0
    machines: int = 0
    services: int = 0  # backups of before held none

    def __str__(self) -> str:
        who = f"{self.staff} staff, {self.machines} machines, {self.services} services"
        return f"{self.rows} rows of the ledger, {self.readings} readings of words, {who}"


class About(msgspec.Struct, frozen=True):
    """Which ledger, up to which row, and how much of the rest; compared with what is there when the backup is read again."""

    made_at: int  # ms UTC
    ledger: str
    genesis: str
    head: str  # hash of the last row
    count: Count
