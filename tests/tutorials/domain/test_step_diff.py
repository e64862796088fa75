"""What changed between two versions of a guide, as pure functions tell it."""

import pytest

from tutorials.domain.step_diff import Kind, StepVersion, diff_steps
from tutorials.domain.word_diff import Fate, Piece, word_diff


def version(*keys, **texts):
    """Steps with these keys; `satu="…"` gives the step "satu" another body."""
    return [
        StepVersion(key, number, key.title(), {"Isi": texts.get(key, f"Kerjakan {key}.")}, {"Gambar": None})
        for number, key in enumerate(keys, 1)
    ]


def told(old, new):
    return [(step.key, step.kind, step.old, step.new) for step in diff_steps(old, new)]


def test_two_equal_versions_differ_in_no_step():
    assert told(version("satu", "dua"), version("satu", "dua")) == [("satu", Kind.SAME, 1, 1), ("dua", Kind.SAME, 2, 2)]


def test_a_new_step_is_added_and_those_behind_it_are_not_called_moved():
    assert told(version("satu", "dua"), version("satu", "baru", "dua")) == [
        ("satu", Kind.SAME, 1, 1),
        ("baru", Kind.ADDED, None, 2),
        ("dua", Kind.SAME, 2, 3),
    ]


def test_a_removed_step_is_told_where_it_stood():
    assert told(version("satu", "dua", "tiga"), version("satu", "tiga")) == [
        ("satu", Kind.SAME, 1, 1),
        ("dua", Kind.REMOVED, 2, None),
        ("tiga", Kind.SAME, 3, 2),
    ]


def test_the_first_steps_may_be_the_removed_ones():
    assert [key for key, *_ in told(version("satu", "dua", "tiga"), version("tiga"))] == ["satu", "dua", "tiga"]


def test_only_the_step_that_was_lifted_out_is_moved():
    old, new = version("satu", "dua", "tiga", "empat"), version("dua", "tiga", "empat", "satu")

    assert [(key, kind) for key, kind, *_ in told(old, new)] == [
        ("dua", Kind.SAME),
        ("tiga", Kind.SAME),
        ("empat", Kind.SAME),
        ("satu", Kind.MOVED),
    ]


def test_a_step_that_was_moved_and_reworded_says_both():
    old, new = version("satu", "dua", "tiga"), version("dua", "tiga", "satu", satu="Lain.")

    step = diff_steps(old, new)[-1]

    assert (step.key, step.kind, step.moved) == ("satu", Kind.CHANGED, True)


def test_a_changed_step_shows_its_changed_fields_alone():
    (step,) = diff_steps(version("satu", satu="Isi NIK."), version("satu", satu="Isi NIK Anda."))

    assert [(field.label, field.pieces) for field in step.texts] == [
        ("Isi", (Piece(Fate.SAME, "Isi "), Piece(Fate.OLD, "NIK."), Piece(Fate.NEW, "NIK Anda."))),
    ]


def test_another_picture_is_told_by_both_ids():
    old = [StepVersion("satu", 1, "Satu", {}, {"Gambar": 7, "Gambar laptop": None})]
    new = [StepVersion("satu", 1, "Satu", {}, {"Gambar": 9, "Gambar laptop": None})]

    (step,) = diff_steps(old, new)

    assert [(picture.label, picture.old, picture.new) for picture in step.pictures] == [("Gambar", 7, 9)]


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "Baru.", [("new", "Baru.")]),
        ("Lama.", "", [("old", "Lama.")]),
        ("Tekan  Lanjut.", "Tekan Lanjut.", [("same", "Tekan Lanjut.")]),
        (
            "Tunggu 5 menit lagi.",
            "Tunggu 10 menit lagi.",
            [("same", "Tunggu "), ("old", "5 "), ("new", "10 "), ("same", "menit lagi.")],
        ),
    ],
    ids=["new text", "gone text", "only blanks", "one word"],
)
def test_words_that_differ_are_told_between_those_that_stayed(old, new, pieces):
    assert [(piece.fate, piece.text) for piece in word_diff(old, new)] == pieces


@pytest.mark.parametrize(
    ("old", "new"),
    [("a b " * 25_000, "b a " * 25_000), ("a\n" * 50_000, "a\nb\n" * 25_000), ("a " * 2_000, "a b " * 1_000)],
    ids=["words", "lines", "one word"],
)
def test_texts_that_would_take_minutes_are_shown_as_a_whole(old, new):
    assert word_diff(old, new) == (Piece(Fate.OLD, old), Piece(Fate.NEW, new))


def test_many_lines_of_the_same_words_are_compared_line_by_line():
    old = "".join(f"{number} kali kali kali\n" for number in range(100))

    assert word_diff(old, f"{old}100 kali\n") == (Piece(Fate.SAME, old), Piece(Fate.NEW, "100 kali\n"))
