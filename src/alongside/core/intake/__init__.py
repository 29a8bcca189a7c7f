"""The first ring: what was asked, where, how urgent, and who is responsible from now on."""
