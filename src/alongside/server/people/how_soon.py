"""How soon what is taken from somebody is gone everywhere (SECURITY.md): a look and the next fit into it."""

PROMISED_S = 1.0
LOOK_EVERY_S = 0.4
