"""The pages of the custodian of records: requests, preservation, schedules, erasing."""
