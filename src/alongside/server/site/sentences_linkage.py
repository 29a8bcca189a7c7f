"""What happened to records that may be about one person, and why something about it was refused: one line for each code."""

LINKAGE_FACTS: dict[str, str] = {
    "ComparisonBegun": "All records are compared, for the quality of the data.",
    "RecordsSuggested": "Two records may be about one person. Somebody must look.",
    "RecordsNamed": "Somebody says that two records are about one person. The privacy officer must look.",
    "ComparisonEnded": "The comparison of records came to its end.",
    "SuggestionJudged": "Somebody looked at two records that may be about one person.",
    "RecordLinked": "Another record is about the same person.",
    "RecordUnlinked": "Another record is not about the same person after all.",
}
LINKAGE_REFUSED: dict[str, str] = {
    "comparison_running": "Records are being compared already. Wait until it has ended, or stop it.",
    "comparison_over": "This comparison is over. Load the page again.",
    "suggestion_unknown": "There is no such suggestion. Load the page again.",
    "suggestion_judged": "This was said already. Load the page again.",
    "records_named": "That these two may be one person was said already. The privacy officer looks at it.",
    "records_same": "This is the same record. Give the number of another call of this person.",
    "records_linked": "These two records are linked. Unlink them first.",
    "records_not_linked": "These two records are not linked. Load the page again.",
}
