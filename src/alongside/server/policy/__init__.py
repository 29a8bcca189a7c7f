"""What the agency works by, and how it changes: what is in force, what is proposed, agreed to and taken back, setting by setting."""
