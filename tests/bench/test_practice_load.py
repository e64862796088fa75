from bench.practice_load import Sample, figures, percentiles


def _presses(count, *, begin=1000.0, milliseconds=20.0, error=""):
    return [Sample(begin + number, "sent", milliseconds, error) for number in range(count)]


def test_what_happened_while_learners_arrived_does_not_count_as_speed():
    samples = [*_presses(10, milliseconds=900.0), *_presses(50, begin=1010.0)]

    speed, _errors = figures(samples, 200, ramp=10)

    assert speed.measured == "p50 20, p95 20, p99 20 ms"
    assert "50 screens sent" in speed.name


def test_an_error_counts_whenever_it_happened():
    samples = [*_presses(1, error="HTTP 500"), *_presses(30, begin=1001.0)]

    _speed, errors = figures(samples, 200, ramp=10)

    assert errors.measured == "1 x sent: HTTP 500"


def test_starting_an_attempt_is_no_screen_sent():
    samples = [*_presses(30), Sample(1030.0, "start", 9000.0, "")]

    speed, errors = figures(samples, 200, ramp=0)

    assert speed.measured == "p50 20, p95 20, p99 20 ms"
    assert errors.measured == "none"


def test_the_slowest_hundredth_stands_in_the_last_figure():
    assert percentiles([10.0] * 985 + [400.0] * 15) == "p50 10, p95 10, p99 400 ms"


def test_two_answers_are_needed_to_say_anything():
    assert percentiles([10.0]) == "too few to say"
