"""Data for tests: each maker names only what the test is about."""

from copy import deepcopy
from datetime import date
from uuid import uuid4

from django.http import HttpResponse

from learning.learners import RequestLearner, send_cookie
from sandbox import attempts
from sandbox.catalogue import flow_of, publish
from sandbox.domain.practice import Practice
from sandbox.domain.reading import read_flow
from sandbox.domain.solving import right_raw
from sandbox.models import Attempt

TODAY = date(2026, 11, 25)

SENTENCES = {
    code: {"says": f"Kalimat {code}", "do": "Contoh: {example}"}
    for code in (
        "required", "nik.real", "text.long", "text.characters", "choice.unknown", "nik.digits", "nik.length",
        "nik.date", "one_time_code.length", "one_time_code.wrong", "rupiah.digits", "rupiah.large",
        "rupiah.thousands", "persona.other", "date.format", "date.unreal", "nik.other_date", "password.length",
        "password.letters", "password.digit", "password.symbol", "same_as", "kbli.choose", "kbli.unknown",
    )
}  # fmt: skip

SMALL_FLOW = {
    "format": 1,
    "id": "alur-uji",
    "title": "Alur uji",
    "summary": "Tiga layar untuk uji.",
    "generation": "Web 2026",
    "compared_on": "2026-11-22",
    "compared_note": "Hanya untuk uji.",
    "modes": ["latihan"],
    "stages": [{"id": "akun", "title": "Akun"}, {"id": "usaha", "title": "Usaha"}],
    "texts": SENTENCES,
    "screens": [
        {
            "id": "daftar",
            "stage": "akun",
            "title": "Daftar",
            "button": "Verifikasi",
            "expected_seconds": 60,
            "fields": [
                {"id": "nik", "type": "nik", "label": "NIK", "rules": [{"rule": "equals_persona"}]},
                {
                    "id": "punya_usaha",
                    "type": "radio",
                    "label": "Punya usaha?",
                    "options": [{"value": "ya", "label": "Ya"}, {"value": "belum", "label": "Belum"}],
                },
            ],
            "next": [{"to": "terbit", "when": {"field": "daftar.punya_usaha", "equals": "belum"}}],
        },
        {
            "id": "modal",
            "stage": "usaha",
            "title": "Modal",
            "button": "Selanjutnya",
            "expected_seconds": 90,
            "fields": [
                {
                    "id": "modal",
                    "type": "rupiah",
                    "label": "Modal usaha",
                    "example": "5.000.000",
                    "hint": "Tulis rupiah penuh.",
                    "rules": [{"rule": "not_in_thousands"}, {"rule": "equals_persona"}],
                }
            ],
        },
        {
            "id": "terbit",
            "stage": "usaha",
            "title": "Terbit",
            "button": "Terbitkan",
            "expected_seconds": 30,
            "fields": [{"id": "kode", "type": "one_time_code", "label": "Kode"}],
            "messages": [{"channel": "email", "sender": "OSS tiruan", "subject": "Kode", "body": "Kode: {kode}."}],
        },
    ],
    "personas": [
        {
            "id": "sembako",
            "name": "Bu Melati",
            "trade": "warung sembako",
            "about": "Punya warung.",
            "password": "Warung#2026",
            "modes": ["latihan"],
            "card": [{"title": "KTP", "rows": [{"label": "NIK", "value": "9901015210840001", "screen": "daftar"}]}],
            "answers": {
                "daftar": {"nik": "9901015210840001", "punya_usaha": "ya"},
                "modal": {"modal": "25.000.000"},
                "terbit": {"kode": "@kode"},
            },
        }
    ],
    "outcome": {
        "kind": "nib",
        "title": "Nomor Induk Berusaha",
        "number": "0000000000000",
        "lines": [{"label": "Modal", "source": "modal.modal"}],
    },
}


class FakeFacts:
    """Reference data of a few codes."""

    def kbli_title(self, code):
        return {"47112": "Perdagangan Eceran", "14120": "Penjahitan"}.get(code)

    def kbli_risk(self, code, scale):
        return {("47112", "mikro"): "Rendah"}.get((code, scale))

    def kbli_successors(self, code_2020):
        return {"56102": (("56101", "Restoran"), ("56400", "Warung Makan"))}.get(code_2020, ())

    def region_name(self, code):
        names = {"64": "Kalimantan Timur", "64.72": "Kota Samarinda", "64.72.02": "Seberang", "64.72.02.1001": "Baqa"}
        return names.get(code)


def small_flow(**changes):
    """The document of a flow of three screens; `changes` replace top-level keys."""
    return {**deepcopy(SMALL_FLOW), **changes}


def a_fault(kind="hang", screen="modal", **changes):
    """A fault with one way out (tunggu), one wrong way (daftar-ulang) and waiting (diam)."""
    return {
        "kind": kind,
        "screen": screen,
        "title": f"Judul {kind}",
        "text": {"says": f"Kata portal {kind}", "do": f"Petunjuk {kind}"},
        "recovery": "tunggu",
        "actions": [
            {"id": "tunggu", "label": "Tunggu lalu periksa", "way": "right", "says": "Tepat, ternyata tersimpan."},
            {"id": "daftar-ulang", "label": "Daftar lagi", "way": "registers-again", "says": "Akun jadi dua."},
            {"id": "diam", "label": "Diam saja", "way": "waits", "says": "Masih sama."},
        ],
        "lesson": {"calm": "Tenang.", "safe": "Isian aman.", "do": "Tunggu sebentar."},
        **changes,
    }


def faulty_flow(*faults, **changes):
    """The small flow in all four modes with these faults; without any, one that hangs at "modal"."""
    document = small_flow(faults=list(faults) or [a_fault()], modes=["tonton", "tuntun", "latihan", "ujian"], **changes)
    document["personas"][0]["modes"] = ["tonton", "tuntun", "latihan", "ujian"]
    for screen in document["screens"]:
        for field in screen["fields"]:
            field.setdefault("hint", f"Petunjuk {field['id']}")
    return document


def make_practice(document=None, *, persona="sembako", answers=None, seed="benih"):
    flow = read_flow(document or small_flow())
    return Practice(flow, flow.persona(persona), seed, TODAY, FakeFacts(), answers or {})


def make_attempt(*, learner=None, document=None, persona="sembako", mode="latihan", screen="", faults="", **fields):
    """An attempt begun by `learner` (a UUID; a new one when None) at `screen`."""
    version = publish(document or small_flow())
    attempt = attempts.start(learner or uuid4(), version, persona=persona, mode=mode, screen=screen, faults=faults)
    if fields:
        Attempt.objects.filter(pk=attempt.pk).update(**fields)
        attempt.refresh_from_db()
    return attempt


def right_answers(attempt, screen):
    """What the controls of `screen` send when the card is followed."""
    flow = flow_of(attempt.flow_version)
    return right_raw(flow.persona(attempt.persona), flow.screen(screen), seed=attempt.seed)


def sign_in_learner(client):
    """Give the test client the cookie of a new learner; return the pseudonym."""
    learner = RequestLearner(None)
    pseudonym = learner.ensure()
    response = HttpResponse()
    send_cookie(learner, response, secure=False)
    client.cookies.update(response.cookies)
    return pseudonym
