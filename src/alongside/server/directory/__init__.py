"""What there is for whom: the directory of services, looked up by whoever has somebody to help."""
