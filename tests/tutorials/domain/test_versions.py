from datetime import UTC, datetime

from tutorials.domain.versions import Stamp, next_publication

JANUARY = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
MARCH = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
PUBLISHED = {"masuk": Stamp("a", JANUARY, "1"), "daftar": Stamp("b", JANUARY, "1")}


def test_the_first_publication_is_version_1_of_every_step():
    version, stamps = next_publication({"masuk": "a", "daftar": "b"}, {}, version=0, now=JANUARY)

    assert (version, stamps) == (1, PUBLISHED)


def test_only_the_step_whose_content_differs_is_stamped_anew():
    version, stamps = next_publication({"masuk": "a", "daftar": "B"}, PUBLISHED, version=1, now=MARCH)

    assert version == 2
    assert stamps == {"masuk": Stamp("a", JANUARY, "1"), "daftar": Stamp("B", MARCH, "2")}


def test_another_order_is_no_change():
    version, stamps = next_publication({"daftar": "b", "masuk": "a"}, PUBLISHED, version=4, now=MARCH)

    assert (version, stamps) == (4, PUBLISHED)


def test_a_new_step_makes_a_version_and_leaves_the_others_alone():
    version, stamps = next_publication({"masuk": "a", "daftar": "b", "cetak": "c"}, PUBLISHED, version=1, now=MARCH)

    assert version == 2
    assert stamps == {**PUBLISHED, "cetak": Stamp("c", MARCH, "2")}


def test_a_step_taken_away_makes_a_version():
    version, stamps = next_publication({"masuk": "a"}, PUBLISHED, version=1, now=MARCH)

    assert (version, stamps) == (2, {"masuk": Stamp("a", JANUARY, "1")})
