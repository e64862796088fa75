from learning.domain.method.rewatch import rewatched


def views(*times, viewers=30):
    return {place: [viewers, count] for place, count in enumerate(times)}


def test_a_video_watched_evenly_has_no_such_place():
    assert rewatched(views(*[33] * 40)) == ()


def test_no_views_are_no_findings():
    assert rewatched({}) == ()


def test_the_first_seconds_do_not_count():
    assert rewatched(views(90, 90, *[30] * 30)) == ()


def test_seconds_that_many_watch_again_are_named_once_with_people_and_times():
    (found,) = rewatched(views(*[30] * 10, 75, 75, *[30] * 20))

    assert (found.start, found.end, found.people, found.times, found.excess) == (50, 60, 30, 75, 45)


def test_three_viewers_are_too_few():
    assert rewatched(views(*[3] * 10, 12, 12, *[3] * 20, viewers=3)) == ()
