import re

import pytest

from tests.tutorials.factories import make_step
from tutorials.domain.glossary import Glossary, Term, keys_in, link_terms
from tutorials.domain.prose import to_html

NIB = Term("nib", ("NIB", "Nomor Induk Berusaha"))
KK = Term("kk", ("KK",))
HALAL = Term("sertifikat-halal", ("sertifikat halal",))
STANDARD = Term("sertifikat-standar", ("Sertifikat Standar",))
CERTIFICATE = Term("sertifikat", ("sertifikat",))
WORDS = Glossary([NIB, KK, HALAL, STANDARD, CERTIFICATE])


def _link(key, text):
    return f'<a id="asal-{key}" href="#istilah-{key}">{text}</a>'


def test_only_the_first_place_of_a_word_becomes_a_link():
    linked = link_terms("<p>NIB itu gratis. Satu NIB cukup.</p>", WORDS)

    assert linked.html == f"<p>{_link('nib', 'NIB')} itu gratis. Satu NIB cukup.</p>"
    assert linked.keys == ("nib",)


def test_another_spelling_leads_to_the_same_explanation_and_counts_as_the_first_place():
    linked = link_terms("<p>Nomor  Induk Berusaha disebut NIB.</p>", WORDS)

    assert linked.html == f"<p>{_link('nib', 'Nomor  Induk Berusaha')} disebut NIB.</p>"


def test_the_longest_spelling_wins():
    linked = link_terms("<p>Urus sertifikat halal.</p>", WORDS)

    assert linked.keys == ("sertifikat-halal",)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Sertifikat standar terbit", ("sertifikat-standar",)),
        ("nomor kk ditulis", ()),
        ("nomor KK ditulis", ("kk",)),
        ("NIB-nya terbit", ("nib",)),
        ("SIM-NIB terbit", ()),
        ("NIB-lama terbit", ()),
        ("NIBku terbit", ()),
        ("buka NIB.go.id", ()),
        ("buka nib.NIB", ()),
        ("kirim ke NIB@contoh.id", ()),
        ("Punya NIB. Lalu", ("nib",)),
        ("(NIB)", ("nib",)),
        ("“NIB”", ("nib",)),
        ("NIB/KK", ("nib", "kk")),
    ],
)
def test_whole_words_only_and_capitals_as_they_are(text, keys):
    assert link_terms(f"<p>{text}</p>", WORDS).keys == keys


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="/nib">NIB</a></p>',
        "<h3>NIB</h3>",
        "<p><code>NIB</code></p>",
        "<p><strong>NIB</strong></p>",
        "<p><strong><em>NIB</em></strong></p>",
        '<div class="admonition tip"><p class="admonition-title">NIB</p></div>',
        '<p><abbr title="NIB">KKN</abbr></p>',
        '<p><a href="/x" title="a > NIB">lihat</a></p>',
    ],
)
def test_nothing_becomes_a_link_inside_links_headings_code_and_labels(html):
    assert link_terms(html, WORDS).html == html


def test_behind_a_label_words_become_links_again():
    linked = link_terms('<div><p class="admonition-title">NIB</p><p>NIB</p></div><p><b>KK</b> dan KK</p>', WORDS)

    assert linked.keys == ("nib", "kk")


def test_at_most_so_many_links_come_into_a_text():
    terms = Glossary(Term(f"kata{n}", (f"kata{n}",)) for n in range(9))
    text = "<p>" + " ".join(f"kata{n}" for n in range(9)) + "</p>"

    assert len(link_terms(text, terms).keys) == 6
    assert link_terms(text, terms, most=0).html == text
    assert len(keys_in(text, terms)) == 9


def test_a_word_that_has_its_link_elsewhere_on_the_page_stays_text():
    linked = link_terms("<p>NIB dan KK</p>", WORDS, taken=frozenset({"nib"}))

    assert linked.keys == ("kk",)


def test_a_text_without_a_glossary_stays_as_it_is():
    assert link_terms("<p>NIB</p>", Glossary([])).html == "<p>NIB</p>"
    assert link_terms("<p>NIB</p>", Glossary([Term("kosong", ("", " "))])).html == "<p>NIB</p>"


def test_a_spelling_with_signs_of_html_is_found_as_it_stands_in_html():
    linked = link_terms(to_html("Toko A & B <x>"), Glossary([Term("toko", ("A & B",))]))

    assert linked.html == f"<p>Toko {_link('toko', 'A &amp; B')} </p>"


def test_what_is_linked_stays_sanitised():
    body = "NIB <script>alert(1)</script> [KK](javascript:alert(1))\n\n## NIB\n\n- `NIB`"
    step = make_step(body=body)

    linked = link_terms(step.body_html, WORDS).html

    assert "<script" not in linked
    assert "javascript:" not in linked
    assert re.findall(r"<a [^>]*href=\"#[^\"]*\"", linked) == ['<a id="asal-nib" href="#istilah-nib"']


@pytest.mark.parametrize(("spelling", "text"), [("desa", "de\u017fa"), ("izin", "\u0131zin"), ("K\u0131la", "kila")])
def test_a_letter_that_only_looks_alike_breaks_nothing(spelling, text):
    assert link_terms(f"<p>{text} NIB</p>", Glossary([NIB, Term("mirip", (spelling,))])).keys == ("nib",)
