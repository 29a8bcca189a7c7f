"""One invented export with everything wrong in it: every row is accounted for, and what is wrong is said."""

from datetime import UTC, datetime

import polars as pl

from alongside.evaluate.history.shape import CALL, current, has, names_of


def call(calls, number):
    return calls.filter(pl.col("source_id") == number).row(0, named=True)


def ms(*parts):
    return round(datetime(*parts, tzinfo=UTC).timestamp() * 1000)


def test_1_rows_read_are_rows_taken_and_rows_set_aside(rivertown):
    report, calls, aside = rivertown
    assert (report.rows_read, report.rows_taken, report.rows_set_aside) == (13, 10, 3)
    assert (calls.height, aside.height, report.reconciles) == (10, 3, True)


def test_2_a_row_set_aside_says_where_it_stands_and_why(rivertown):
    aside = rivertown[2].select("row", "column", "reason").rows()
    assert aside == [(8, "Received", "time unreadable"), (10, "", "wrong number of fields"), (15, "Received", "no time")]
    assert rivertown[2]["detail"][1] == "the line has 5 fields where the header has 11"


def test_3_the_table_has_exactly_the_documented_shape(rivertown):
    assert dict(rivertown[1].schema) == CALL


def test_4_local_times_become_milliseconds_utc(rivertown):
    first = call(rivertown[1], "R-01")
    assert (first["received_at"], first["arrived_at"]) == (ms(2025, 6, 1, 15), ms(2025, 6, 1, 15, 9))
    assert call(rivertown[1], "R-02")["received_at"] == ms(2025, 6, 1, 16)  # the second format


def test_5_repeats_and_later_words_are_flagged_and_kept(rivertown):
    second = rivertown[1].filter(pl.col("source_id") == "R-02")
    assert [names_of(flags) for flags in second["flags"]] == [("superseded",), ("duplicate",), ("censored",)]
    assert second.filter(current())["type"].to_list() == ["Mental health crisis"]


def test_6_a_time_before_one_it_must_follow_is_flagged(rivertown):
    assert rivertown[1].filter(has("order_impossible"))["source_id"].to_list() == ["R-03"]


def test_7_absurd_places_are_emptied_and_far_ones_kept(rivertown):
    calls = rivertown[1]
    assert calls.filter(has("coordinate_absurd")).select("row", "lat").rows() == [(6, None), (13, None)]
    assert [call(calls, "R-04")[name] for name in ("lat", "lon")] == [48_900_000, 2_400_000]
    assert calls.filter(has("coordinate_far"))["source_id"].to_list() == ["R-04"]
    assert calls.filter(has("place_withheld"))["source_id"].to_list() == ["R-06"]


def test_8_unknown_codes_are_flagged_and_counted_by_their_words(rivertown):
    report, calls, _ = rivertown
    assert calls.filter(has("code_unknown"))["source_id"].to_list() == ["R-08"]
    assert dict(report.no_disposition_code) == {"Sang a song": 1}


def test_9_a_time_that_cannot_be_read_is_emptied_and_flagged(rivertown):
    late = call(rivertown[1], "R-10")
    assert (late["dispatched_at"], names_of(late["flags"])) == (None, ("time_unreadable",))


def test_10_the_class_carries_the_rule_that_decided(rivertown):
    told = {row["source_id"]: (row["behavioural"], row["behavioural_rule"]) for row in rivertown[1].iter_rows(named=True)}
    assert told["R-01"] == ("behavioural", "suicide")
    assert told["R-08"] == ("behavioural", "emotional")  # from the narrative: the type says only "Fight"
    assert told["R-03"] == ("not", "no-rule")


def test_11_what_only_a_narrative_says_is_never_more_than_likely(rivertown):
    assert (call(rivertown[1], "R-01")["certainty"], call(rivertown[1], "R-08")["certainty"]) == ("stated", "likely")


def test_12_dispositions_get_our_code_and_the_common_one(rivertown):
    ends = [(call(rivertown[1], number)["disposition"], call(rivertown[1], number)["disposition_common"]) for number in ("R-01", "R-04")]
    assert ends == [("report_taken", "01"), ("false_alarm", "17")]
