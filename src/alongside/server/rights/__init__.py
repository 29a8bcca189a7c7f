"""The pages of a person's rights over their record: who saw it, their own copy, what is to be put right."""
