"""Whatever is posted to any screen of the starter flow ends in an answer that a person can read."""

import re
from html import unescape

import pytest

from sandbox import attempts
from sandbox.catalogue import flow_of, load_starter_flows
from sandbox.domain.screens import MAX_CHARACTERS
from sandbox.domain.solving import right_raw
from sandbox.models import Attempt, Visit
from sandbox.paths import right_path
from sandbox.reference import load_reference_data
from tests.factories import sign_in_learner

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
NONSENSE = {
    "script": "<script>alert(1)</script>\"'&amp;{{ 7*7 }}",
    "null bytes": "\0 12 \0",
    "other digits": "١٢٣ ๑๒ १२ 12",
    "right to left": "\u202eabc 12\u202c שלום",
    "emoji": "🏪👩‍🍳 12",
    "a million": "9a" * 500_000,
    "sql": "'; DROP TABLE sandbox_attempt; --",
    "not a number": "NaN",
    "only spaces": " \t\r\n ",
    "invisible": "\u200b\u2060\ufeff",
}
REAL = "3273/0152/1084/0001"


@pytest.fixture
def starter(client):
    """(version, flow, learner) of the starter flow with its reference data."""
    load_reference_data()
    ((version, _),) = load_starter_flows()
    return version, flow_of(version), sign_in_learner(client)


def _screens(starter):
    """Each screen of the flow once, in an attempt that stands there: (attempt, screen)."""
    version, flow, learner = starter
    met = set()
    for persona in flow.personas:
        for screen in flow.screens:
            if screen.id in right_path(version, persona.id) and screen.id not in met:
                met.add(screen.id)
                yield attempts.start(learner, version, persona=persona.id, screen=screen.id, faults="tanpa"), screen


def _url(attempt, screen):
    return f"/latihan/coba/{attempt.pk}/{screen.id}/"


def _names(screen):
    """Every name that the controls of a screen send, hidden and offered ones too."""
    controls = [control for field in screen.typed_fields for control in field.controls]
    extra = [f"{field.id}{end}" for field in screen.typed_fields for end in ("-pilih", "-kata")]
    return [*controls, *extra, "aksi", "ulang"]


def _errors(response):
    return set(re.findall(r'data-error="([^"]+)"', response.text))


def test_nonsense_in_every_box_ends_in_errors_at_the_boxes(client, starter):
    for attempt, screen in _screens(starter):
        boxes = bool(screen.typed_fields)
        for what, text in NONSENSE.items():
            for headers in ({}, HTMX):
                names = _names(screen)[:-2] if len(text) < MAX_CHARACTERS else _names(screen)[:1]

                response = client.post(_url(attempt, screen), dict.fromkeys(names, text), headers=headers)

                assert response.status_code == 200 or not boxes, f"{screen.id}: {what}"
                assert bool(_errors(response)) == boxes, f"{screen.id}: {what}"
                assert len(response.content) < 60_000, f"{screen.id}: {what}"
        if boxes:
            assert screen.id not in {
                visit.screen for visit in Visit.objects.filter(attempt=attempt, values__isnull=False)
            }


def test_nonsense_typed_into_a_text_box_is_kept_as_far_as_it_goes(client, starter):
    text = '<b>lima</b> & "enam" ' * 200

    for attempt, screen in _screens(starter):
        kept = [
            field.id for field in screen.typed_fields if field.type in ("text", "rupiah", "number", "date", "phone")
        ]

        response = client.post(_url(attempt, screen), dict.fromkeys(_names(screen)[:-2], text))

        for name in kept:
            (value,) = re.findall(rf'id="{name}" name="{name}" value="([^"]*)"', response.text)
            assert unescape(value) == text[:MAX_CHARACTERS]


def test_what_could_be_a_real_nik_is_refused_in_every_box_and_stays_nowhere(client, starter):
    for attempt, screen in _screens(starter):
        right = right_raw(starter[1].persona(attempt.persona), screen, seed=attempt.seed)
        for name in _names(screen):
            for action in ("lanjut", f"cari:{name.partition('-')[0]}"):
                response = client.post(_url(attempt, screen), {**right, "aksi": action, name: REAL}, headers=HTMX)

                assert response.status_code in (200, 204)
                assert "3273/0152" not in response.text, f"{screen.id} {name} {action}"
    assert "0152/1084" not in str([*Visit.objects.values(), *Attempt.objects.values()])


def test_a_button_that_does_not_exist_is_answered_like_any_other(client, starter):
    for attempt, screen in _screens(starter):
        for action in ("", "cari", "cari:", "muat:tidak-ada", "cari:nik:nik", "bantuan:\0", "lanjut:", "x" * 5000):
            response = client.post(_url(attempt, screen), {"aksi": action}, headers=HTMX)

            assert response.status_code in (200, 204), f"{screen.id}: {action[:20]}"
