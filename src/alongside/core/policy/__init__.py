"""How a changed policy goes live: proposed as settings, agreed to by a second person, in force from its moment, taken back in one step."""
