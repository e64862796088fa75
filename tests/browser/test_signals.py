"""What the guide's script tells of reading, returning, tapping, watching; nothing lost, doubled or told unasked."""

import json
import sqlite3
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE

ROOT = Path(__file__).resolve().parent.parent.parent
GUIDE = "/panduan/nib-perseorangan/"
STEP = GUIDE + "langkah/{}/"
DOOR = "**/api/peristiwa/"
MOMENT = 1600  # milliseconds: long enough to have seen a step


class Told:
    """Every event that a page sent to the door, each once, in the order of its counter."""

    def __init__(self, page):
        self.page = page
        self.sendings = []
        self._events = {}
        page.context.on("request", self._note)

    def _note(self, request):
        if request.url.endswith("/api/peristiwa/"):
            batch = json.loads(request.post_data or "[]")
            self.sendings.append((request.resource_type, len(batch)))
            self._events.update((event["id"], event) for event in batch)

    def __call__(self, *keys):
        events = sorted(self._events.values(), key=lambda event: event["n"])
        return [tuple(event.get(key) for key in keys) for event in events] if keys else events

    def of(self, verb):
        return [event for event in self() if event["verb"] == verb]

    def wait_for(self, verb, times=1):
        for _ in range(150):
            if len(self.of(verb)) >= times:
                return self.of(verb)
            self.page.wait_for_timeout(100)
        raise AssertionError(f"{verb} was not told {times} times: {self('verb', 'step')}")


@pytest.fixture
def told(phone):
    return Told(phone)


def look_away(page):
    """As when the screen goes dark: no test can switch it off."""
    page.evaluate(
        """() => {
            Object.defineProperty(document, "hidden", {configurable: true, get: () => true});
            document.dispatchEvent(new Event("visibilitychange", {bubbles: true}));
        }"""
    )


def look_back(page):
    page.evaluate("delete document.hidden")


def wait_for_answer(page):
    """Until the door has answered: before, the page does not know its clock and sends no beacon."""
    for _ in range(150):
        if page.evaluate("JSON.parse(localStorage.peristiwa || '{}').t"):
            return
        page.wait_for_timeout(100)
    raise AssertionError("no answer from the door")


def queued(page):
    return page.evaluate("JSON.parse(localStorage.peristiwa || '{\"q\":[]}').q.map((e) => e.verb)")


def stored(site):
    with sqlite3.connect(site.data_dir / "db.sqlite3") as database:
        rows = database.execute(
            "select verb, step, device from learning_event where activity like 'guide/%' order by at"
        )
        return rows.fetchall()


def test_the_script_is_no_larger_than_3_kilobytes():
    assert (ROOT / "static" / "js" / "peristiwa.js").stat().st_size <= 3072


def test_a_step_that_is_seen_for_a_second_is_entered_and_left_with_its_active_seconds(phone, told):
    phone.goto(STEP.format(2))
    phone.wait_for_timeout(3500)
    phone.goto(GUIDE)

    left = told.wait_for("left")[0]
    assert told("verb", "step") == [("entered", "siapkan-data"), ("left", "siapkan-data")]
    assert 2 <= left["seconds"] <= 4
    assert (left["activity"], left["version"], left["net"]) == ("guide/nib-perseorangan", "1", "ok")
    assert "learner" not in left


def test_a_glance_is_not_told(phone, told):
    phone.goto(STEP.format(2))
    phone.goto(GUIDE)
    phone.wait_for_timeout(4000)

    assert told() == []


def test_who_returns_to_an_earlier_step_or_from_practice_comes_back(phone, told):
    for number in (1, 3, 1, 3):
        phone.goto(STEP.format(number))
        phone.wait_for_timeout(MOMENT)
    phone.get_by_role("link", name="Coba di latihan").click()
    phone.wait_for_url("**/latihan/**")
    phone.go_back()
    phone.wait_for_timeout(MOMENT)
    phone.goto(GUIDE)

    told.wait_for("left", 5)
    assert [event for event in told("verb", "step") if event[0] != "left"] == [
        ("entered", "kenapa-nib"), ("entered", "daftar"), ("back", "kenapa-nib"), ("back", "daftar"),
    ]  # fmt: skip


def test_time_away_and_time_without_a_touch_do_not_count(phone, told):
    phone.clock.install()
    phone.goto(STEP.format(2))
    phone.clock.run_for(11_000)
    wait_for_answer(phone)
    look_away(phone)
    phone.clock.run_for(300_000)
    look_back(phone)
    phone.mouse.wheel(0, 40)
    phone.clock.run_for(600_000)
    look_away(phone)

    first, second = (event["seconds"] for event in told.wait_for("left", 2))
    assert "ping" in [kind for kind, _ in told.sendings]
    assert 10 <= first <= 11
    assert 58 <= second <= 61


def test_tapping_a_picture_in_vain_and_enlarging_it_are_told(phone, told):
    phone.goto(STEP.format(3))
    picture = phone.locator("article .layar")
    phone.wait_for_timeout(MOMENT)
    for _ in range(3):
        picture.click(position={"x": 60, "y": 60}, delay=20)
    picture.dblclick(position={"x": 200, "y": 100})
    phone.wait_for_timeout(2100)
    picture.dblclick(position={"x": 200, "y": 100})
    phone.goto(GUIDE)

    told.wait_for("left")
    assert sorted(event["code"] for event in told.of("tapped")) == ["mati", "perbesar"]


def test_taps_on_what_answers_are_not_in_vain(phone, told):
    phone.goto(STEP.format(3))
    phone.wait_for_timeout(MOMENT)
    for _ in range(4):
        phone.locator('[data-action="bingung"]').click()
    phone.goto(GUIDE)

    told.wait_for("left")
    assert told.of("tapped") == []


def test_what_happens_without_a_connection_is_told_once_it_is_back(phone, told):
    phone.goto(STEP.format(2))
    phone.wait_for_timeout(500)
    phone.context.set_offline(True)
    phone.wait_for_timeout(MOMENT)
    look_away(phone)

    assert queued(phone) == ["entered", "left"]
    look_back(phone)
    phone.context.set_offline(False)
    phone.goto(STEP.format(2))
    told.wait_for("left")
    phone.wait_for_timeout(1000)
    assert queued(phone) == []
    assert told("net")[0] == ("offline",)


def test_a_server_that_is_too_busy_loses_nothing(phone, told):
    phone.route(DOOR, lambda route: route.fulfill(status=429, body="sibuk"))
    phone.goto(STEP.format(2))
    phone.wait_for_timeout(4000)
    assert "entered" in queued(phone)

    phone.unroute(DOOR)
    phone.goto(STEP.format(3))
    phone.wait_for_timeout(4500)

    assert queued(phone) == []
    assert ("entered", "siapkan-data") in told("verb", "step")


def test_a_wrong_clock_is_put_right_by_the_servers(phone, told):
    phone.clock.install(time="2015-01-01T08:00:00+07:00")
    phone.goto(STEP.format(2))
    phone.clock.run_for(3000)
    phone.wait_for_timeout(1000)

    assert told.wait_for("entered")[0]["at"] > "2026"


def test_who_wants_no_record_is_told_nothing_about(phone, told, site):
    phone.context.add_cookies([{"name": "tanpa-catatan", "value": "1", "url": site.url}])
    phone.goto(STEP.format(2))
    phone.evaluate('localStorage.peristiwa = \'{"n":1,"k":{},"q":[{}]}\'')
    phone.reload()
    phone.wait_for_timeout(4000)

    assert told.sendings == []
    assert phone.evaluate("localStorage.peristiwa") is None


def test_the_queue_of_a_former_person_is_not_sent_for_the_next_one(phone, told, site):
    phone.goto(GUIDE)
    phone.evaluate(
        """localStorage.peristiwa = JSON.stringify({n: 5, k: {}, q: [{id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
           at: Date.now(), activity: "guide/contoh", version: "1", verb: "entered", step: "daftar", n: 4}]})"""
    )
    phone.context.add_cookies([{"name": "antrean", "value": "hapus", "url": site.url}])
    phone.goto(STEP.format(2))
    phone.wait_for_timeout(4500)

    assert told("verb", "step") == [("entered", "siapkan-data")]
    assert "antrean" not in phone.evaluate("document.cookie")


PLAYER = """() => {
    const figure = document.createElement("figure"), film = document.createElement("video");
    figure.dataset.kegiatan = "video/contoh";
    figure.dataset.versi = "0a1b2c3d";
    figure.append(film);
    document.querySelector("main").append(figure);
    const state = {currentTime: 0, paused: false, seeking: false};
    for (const name in state) Object.defineProperty(film, name, {get: () => state[name]});
    window.play = (type, changes) => { Object.assign(state, changes); film.dispatchEvent(new Event(type)); };
}"""


def test_the_seconds_of_a_video_are_told_stretch_by_stretch(phone, told):
    phone.goto(GUIDE)
    phone.evaluate(PLAYER)
    phone.evaluate("""() => {
        play("playing", {currentTime: 0});
        play("timeupdate", {currentTime: 12.34});
        play("seeking", {currentTime: 3, seeking: true});
        play("timeupdate", {currentTime: 3});
        play("seeked", {currentTime: 3, seeking: false});
        play("timeupdate", {currentTime: 20});
        play("pause", {paused: true});
        play("playing", {paused: false});
        play("timeupdate", {currentTime: 20.5});
        play("pause", {paused: true});
        play("playing", {paused: false, currentTime: 30});
        play("timeupdate", {currentTime: 61});
        play("pause", {paused: true});
        play("ended");
    }""")

    told.wait_for("completed")
    assert told("verb", "activity", "version", "step", "from", "to") == [
        ("played", "video/contoh", "0a1b2c3d", "video", 0, 12.3),
        ("played", "video/contoh", "0a1b2c3d", "video", 3, 20),
        ("played", "video/contoh", "0a1b2c3d", "video", 30, 61),
        ("completed", "video/contoh", "0a1b2c3d", "video", None, None),
    ]


def test_sudah_and_the_script_do_not_count_the_same_twice(own_site, open_page):
    page = open_page(own_site, PHONE)
    page.goto(STEP.format(1))
    page.wait_for_timeout(3500)
    page.locator('[data-action="sudah"]').click()
    expect(page.locator('[data-step="siapkan-data"]')).to_be_visible()
    page.wait_for_timeout(MOMENT)
    page.goto("about:blank")  # only what was sent in leaving arrives
    page.wait_for_timeout(1000)

    told = [(verb, step) for verb, step, _ in stored(own_site)]
    assert told.count(("entered", "kenapa-nib")) == 1
    assert told.count(("completed", "kenapa-nib")) == 1
    assert {("left", "kenapa-nib"), ("left", "siapkan-data")} <= set(told)
    assert {device for _, _, device in stored(own_site)} <= {"phone", "desktop"}
    report = json.loads(own_site.manage("stuck", "--json", "--activity", "guide/nib-perseorangan"))
    first, second = report["activities"][0]["steps"][:2]
    assert (first["entered"], first["completed"]) == (1, 1)
    assert (second["entered"], second["completed"]) == (1, 0)
