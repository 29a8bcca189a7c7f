"""The crisis card and the plans made with the person: written, read by a second person, printed, and who looked."""
