"""Data an agency changes without a programmer: versioned, validated, tested."""
