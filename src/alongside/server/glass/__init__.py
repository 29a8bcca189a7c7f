"""The pages of emergency access: opening a record, what it shows for an hour, and who looks at it afterwards."""
