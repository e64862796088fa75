"""What was typed and not sent yet is found again in the same tab, and goes nowhere else."""

from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.learner import FLOW, Learner, right_answers

STORED = "JSON.stringify(Object.entries(sessionStorage))"


def _learner(open_page, site):
    learner = Learner(open_page(site, PHONE))
    learner.answers = {step["screen"]: step["fields"] for step in right_answers(site, "sembako")}
    return learner


def test_whoever_reads_the_whole_guide_step_finds_the_form_as_it_was(open_page, site):
    learner = _learner(open_page, site)
    learner.start("sembako")
    learner.fill(learner.answers["daftar"])

    learner.page.locator('[data-action="panduan"]').click()
    learner.page.get_by_role("link", name="Buka langkah ini seutuhnya").click()
    learner.page.get_by_role("link", name="Kembali ke latihan Anda").click()

    expect(learner.page.locator("#layar [name=nik]")).to_have_value(learner.answers["daftar"]["nik"])
    expect(learner.page.locator("#layar [name=email]")).to_have_value(learner.answers["daftar"]["email"])
    expect(learner.page.locator("#layar [name=jenis_pelaku]")).to_have_value("perseorangan")


def test_a_touch_of_another_link_costs_nothing_and_an_accepted_screen_is_forgotten(open_page, site):
    learner = _learner(open_page, site)
    learner.start("sembako")
    learner.fill(learner.answers["daftar"])
    learner.page.get_by_role("link", name="Panduan", exact=True).first.click()
    learner.page.go_back()
    expect(learner.page.locator("#layar [name=email]")).to_have_value(learner.answers["daftar"]["email"])

    learner.send()
    learner.expect_screen("verifikasi")

    expect(learner.page.locator("#layar [name=kode]")).to_have_value("")
    assert learner.answers["daftar"]["email"] not in learner.page.evaluate(STORED)


def test_the_lists_of_regions_open_again_down_to_the_village(open_page, site):
    learner = _learner(open_page, site)
    learner.start("sembako", at="data-diri")
    learner.fill(learner.answers["data-diri"])

    learner.page.reload()

    village = learner.page.locator("#layar [name=kelurahan]")
    expect(village).to_have_value(learner.answers["data-diri"]["kelurahan"], timeout=10_000)
    expect(learner.page.locator('#layar [name=jenis_kelamin][value="perempuan"]')).to_be_checked()


def test_no_password_no_code_and_no_number_that_could_be_somebodys_is_kept(open_page, site):
    learner = _learner(open_page, site)
    learner.start("sembako", at="kata-sandi")
    learner.fill({"kata_sandi": "Rahasia-Saya9", "kata_sandi_ulang": "Rahasia-Saya9"})
    learner.page.goto(f"/latihan/{FLOW}/?layar=daftar")
    learner.begin("penjahit")
    learner.fill({"nik": "3174012345678901", "email": "darto@latihan.example"})

    kept = learner.page.evaluate(STORED)

    assert "Rahasia" not in kept
    assert "3174" not in kept
    assert "darto@latihan.example" in kept
