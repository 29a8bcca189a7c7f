"""Constants of the need calculator, each with its source and how sure it is."""
