"""Things to lay ready, ticked with scripts: kept at once and without the network."""

from playwright.sync_api import expect

GUIDE = "/panduan/nib-perseorangan/"


def test_a_tick_is_kept_without_the_network_and_known_to_the_server(phone):
    phone.goto(GUIDE)
    boxes = phone.locator("#siapkan input[name=siap]")
    expect(phone.locator("[data-action=simpan-centang]")).to_be_hidden()

    phone.context.set_offline(True)
    boxes.nth(0).check()
    boxes.nth(2).check()
    boxes.nth(0).uncheck()
    phone.context.set_offline(False)

    phone.goto(f"{GUIDE}?cetak=siapkan")
    expect(phone.get_by_text("(sudah siap)")).to_have_count(1)
    phone.goto(GUIDE)
    expect(boxes.nth(0)).not_to_be_checked()
    expect(boxes.nth(2)).to_be_checked()


def test_the_sheet_of_things_to_lay_ready_is_one_page_of_paper(phone):
    phone.goto(f"{GUIDE}?cetak=siapkan")

    assert phone.pdf(format="A4").count(b"/Type /Page\n") == 1
