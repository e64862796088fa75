"""The whole practice registration at 360 × 740, with and without scripts, for both personas, with mistakes."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.learner import FLOW, Learner, right_answers, ways_out
from tests.browser.pages import axe_violations, sideways_overflow

THOUSANDS = object()  # the right amount without its last three zeros

# What people get wrong, and the code that tells them so.
MISTAKES = {
    "daftar": ({"nik": "990101521084000"}, "nik", "nik.length"),
    "verifikasi": ({"kode": "000000"}, "kode", "one_time_code.wrong"),
    "kata-sandi": ({"kata_sandi": "rahasia", "kata_sandi_ulang": "rahasia"}, "kata_sandi", "password.length"),
    "masuk": ({"kata_sandi": "Lupa#2026"}, "kata_sandi", "sign_in.wrong"),
    "lokasi": ({"luas": "3 x 4 x 2"}, "luas", "area.times"),
    "data-usaha": ({"modal_kerja": THOUSANDS}, "modal_kerja", "rupiah.thousands"),
}


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
@pytest.mark.parametrize("persona", ["sembako", "penjahit"])
def test_a_learner_reaches_the_practice_nib_with_mistakes_on_the_way(open_page, site, persona, scripts):
    page = open_page(site, PHONE, java_script_enabled=scripts)
    learner = Learner(page, scripts=scripts)
    learner.start(persona)

    for step in right_answers(site, persona):
        learner.expect_screen(step["screen"])
        assert "bukan oss.go.id" in page.inner_text("body")
        if step["fields"]:
            learner.send()  # impatient: presses the button before filling in anything
            expect(page.locator("[data-error]").first).to_be_visible()
            assert set(learner.errors().values()) == {"required"}
        if step["screen"] in MISTAKES:
            wrong, field, code = MISTAKES[step["screen"]]
            wrong = {name: step["fields"][name][:-4] if text is THOUSANDS else text for name, text in wrong.items()}
            learner.fill({**step["fields"], **wrong})
            learner.send()
            learner.expect_error(field, code)
        learner.fill(step["fields"])
        learner.send()

    expect(page.locator('main[data-outcome="nib"]')).to_be_visible()
    result = page.inner_text("main")
    assert "0000 0000 00000" in result
    assert "CONTOH" in result

    page.goto("/saya/")
    assert "selesai" in page.inner_text("main").lower()


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_learner_meets_every_fault_on_the_way_and_still_reaches_the_nib(open_page, site, scripts):
    page = open_page(site, PHONE, java_script_enabled=scripts)
    learner, ways, met = Learner(page, scripts=scripts), ways_out(site, "depot-air"), []
    learner.start("depot-air", faults="semua")

    for step in right_answers(site, "depot-air"):
        met += learner.get_out(ways)
        learner.expect_screen(step["screen"])
        learner.fill(step["fields"])
        learner.send()
        if learner.page.locator(f'main[data-screen="{step["screen"]}"] #layar').count():
            learner.page.locator(f'main[data-screen="{step["screen"]}"] #layar').wait_for(state="detached")
    met += learner.get_out(ways)

    expect(page.locator('main[data-outcome="nib"]')).to_be_visible()
    assert sorted(met) == sorted(ways)


def test_no_fault_page_has_an_axe_violation_or_scrolls_sideways(open_page, site):
    page = open_page(site, PHONE, bypass_csp=True)
    learner, ways = Learner(page), ways_out(site, "depot-air")
    learner.start("depot-air", faults="semua")
    seen = set()

    for step in right_answers(site, "depot-air"):
        while page.locator("[data-fault]").count():
            kind = page.locator("[data-fault]").get_attribute("data-fault")
            assert axe_violations(page) == [], kind
            assert sideways_overflow(page) == 0, kind
            seen.add(kind)
            page.locator(f'#gangguan [data-action="{ways[kind]}"]').click()
            expect(page.locator(f'[data-fault="{kind}"]')).to_have_count(0)
        learner.expect_screen(step["screen"])
        learner.fill(step["fields"])
        learner.send()
        page.locator(f'main[data-screen="{step["screen"]}"] #layar').wait_for(state="detached")

    assert len(seen) > 15


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
def test_who_watches_only_presses_on_until_the_nib(open_page, site, scripts):
    page = open_page(site, PHONE, java_script_enabled=scripts)
    learner = Learner(page, scripts=scripts)
    learner.start("sembako", mode="tonton", faults="")

    for step in right_answers(site, "sembako"):
        learner.get_out(ways_out(site, "sembako"))
        learner.expect_screen(step["screen"])
        learner.send()
        page.locator(f'main[data-screen="{step["screen"]}"] #layar').wait_for(state="detached")
    learner.get_out(ways_out(site, "sembako"))

    expect(page.locator('main[data-outcome="nib"]')).to_be_visible()


def test_watching_plays_by_itself_until_it_is_stopped(open_page, site):
    page = open_page(site, PHONE)
    learner = Learner(page)
    learner.start("sembako", mode="tonton")
    learner.expect_screen("daftar")
    play = page.locator('[data-action="putar"]')

    page.clock.install()
    play.click()
    page.clock.run_for(60_000)

    expect(page.locator('main[data-screen="daftar"]')).to_have_count(0)
    expect(play).to_have_attribute("aria-pressed", "true")
    play.click()
    expect(play).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
def test_four_asks_for_help_end_with_the_answer_in_the_box(open_page, site, scripts):
    page = open_page(site, PHONE, java_script_enabled=scripts)
    learner = Learner(page, scripts=scripts)
    learner.start("sembako", mode="tuntun")
    fields = right_answers(site, "sembako")[0]["fields"]
    learner.fill({"email": fields["email"]})

    for level in (2, 3, 4):
        page.locator('[data-field="nik"] [data-action="bantuan"]').click()
        expect(page.locator('[data-field="nik"] .bantuan p')).to_have_count(level - 1)

    expect(page.locator('#layar [name="nik"]')).to_have_value(fields["nik"])
    expect(page.locator('#layar [name="email"]')).to_have_value(fields["email"])
    expect(page.locator('[data-field="nik"] .bantuan')).to_contain_text("belum sendiri")


def test_no_practice_screen_has_an_axe_violation_or_scrolls_sideways(open_page, site):
    page = open_page(site, PHONE, bypass_csp=True)
    learner = Learner(page)
    learner.start("sembako")

    for step in right_answers(site, "sembako"):
        learner.expect_screen(step["screen"])
        found = axe_violations(page)
        assert found == [], step["screen"]
        assert sideways_overflow(page) == 0, step["screen"]
        if step["fields"]:
            learner.send()
            expect(page.locator("[data-error]").first).to_be_visible()
            assert axe_violations(page) == [], f"{step['screen']} refused"
        learner.fill(step["fields"])
        learner.send()

    expect(page.locator("main[data-outcome]")).to_be_visible()
    assert axe_violations(page) == []
    assert sideways_overflow(page) == 0


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
def test_without_a_mistake_the_lists_of_regions_open_one_below_the_other(open_page, site, scripts):
    page = open_page(site, PHONE, java_script_enabled=scripts)
    learner = Learner(page, scripts=scripts)
    learner.start("penjahit", at="kata-sandi")
    answers = {step["screen"]: step["fields"] for step in right_answers(site, "penjahit")}
    learner.fill(answers["kata-sandi"])
    learner.send()

    learner.expect_screen("data-diri")
    learner.fill(answers["data-diri"])
    learner.send()

    learner.expect_screen("masuk")


def test_the_ribbon_stays_in_sight_when_scrolling(open_page, site):
    page = open_page(site, PHONE)
    Learner(page).start("sembako")

    page.evaluate("window.scrollTo(0, 600)")

    expect(page.get_by_text("Ini simulasi, bukan oss.go.id.")).to_be_in_viewport()


def test_words_find_a_kbli_code_and_the_result_is_the_choice(open_page, site):
    page = open_page(site, PHONE)
    learner = Learner(page)
    learner.start("sembako", at="kegiatan")
    fields = next(step["fields"] for step in right_answers(site, "sembako") if step["screen"] == "kegiatan")
    learner.fill({**fields, "kbli": "warung sembako"})

    page.locator('[data-action="cari"]').click()
    page.locator('input[name="kbli-pilih"][value="47112"]').check()
    learner.send()

    learner.expect_screen("tata-ruang")


def test_practice_begun_at_a_step_fills_in_what_comes_before(open_page, site):
    page = open_page(site, PHONE)
    learner = Learner(page)
    learner.start("sembako", at="produk")

    learner.expect_screen("produk")
    page.get_by_text("Layar yang sudah selesai").click()
    assert page.get_by_text("(kami isikan)").count() == 11


def test_an_earlier_screen_can_be_mended_and_brings_the_learner_back(open_page, site):
    page = open_page(site, PHONE)
    learner = Learner(page)
    answers = {step["screen"]: step["fields"] for step in right_answers(site, "sembako")}
    learner.start("sembako")
    learner.fill(answers["daftar"])
    learner.send()
    learner.expect_screen("verifikasi")

    page.go_back()
    learner.expect_screen("daftar")
    expect(page.locator('[name="email"]')).to_have_value(answers["daftar"]["email"])
    learner.send()

    learner.expect_screen("verifikasi")


def test_nothing_typed_ends_up_in_an_event(open_page, own_site):
    page = open_page(own_site, PHONE)
    learner = Learner(page)
    learner.start("sembako")
    learner.fill({"nik": "3273 0152 1084 0001", "email": "rahasia.sekali@contoh.example"})
    learner.send()
    learner.expect_error("nik", "nik.real")

    assert "3273" not in page.content()
    stored = b"".join(path.read_bytes() for path in own_site.data_dir.rglob("*") if path.is_file())
    assert b"3273 0152" not in stored
    assert b"327301521084" not in stored
    assert b"rahasia.sekali" not in stored
    report = json.loads(own_site.manage("stuck", "--json", "--activity", f"flow/{FLOW}"))
    assert report["activities"][0]["steps"][0]["entered"] == 1
