"""What the law gives a person over their record: to know who saw it, to have a copy, to have it put right, to disagree."""
