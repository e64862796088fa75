"""What a browser sends for the forms of the flow editor: each form as it was rendered, with changes."""

import json
from copy import deepcopy
from functools import lru_cache

from django.test import RequestFactory
from wagtail import blocks

from sandbox.catalogue import STARTER_FLOWS, publish
from tests.factories import small_flow
from tutorials.flow_editing import parts
from tutorials.flow_editing.part_form import PartForm
from tutorials.models import FlowDraft
from tutorials.starter.flow_drafts import load_flow_drafts

EDITOR = "/admin/alur-latihan/"


@lru_cache
def _starter_text():
    return (STARTER_FLOWS / "nib-umk-perseorangan.json").read_text(encoding="utf-8")


def starter_document():
    return json.loads(_starter_text())


FAULT = {
    "kind": "hang",
    "screen": "modal",
    "at": "send",
    "title": "Memuat …",
    "text": {"says": "Halaman berputar terus", "do": "Tunggu dulu.", "known": True},
    "recovery": "tunggu",
    "actions": [
        {"id": "tunggu", "label": "Tunggu, lalu muat ulang", "way": "right", "says": "Data sudah tersimpan."},
        {"id": "ulang", "label": "Kirim lagi", "way": "sends-again", "says": "Data terkirim dua kali."},
    ],
    "lesson": {"calm": "Tenang.", "safe": "Data aman.", "do": "Tunggu 1 menit."},
    "difficulties": ["F21"],
}
PAPER = {
    "id": "sppl",
    "kind": "sppl",
    "title": "SPPL",
    "number": "0000",
    "when": {
        "all": [{"field": "daftar.punya_usaha", "equals": "ya"}, {"not": {"field": "modal.modal", "at_least": 9}}]
    },
    "status": "berlaku",
    "status_when": [{"when": {"field": "modal.modal", "filled": False}, "status": "belum terverifikasi"}],
    "lines": [{"label": "Modal", "source": "modal.modal"}, {"label": "Status", "source": "CONTOH", "derive": "text"}],
    "clauses": ["Saya menjaga kebersihan.", "Saya bersedia diperiksa."],
    "closing": "Surat latihan.",
}


def rich_flow(**changes):
    """The small flow with every kind of part, and a persona who may answer on his own."""
    document = small_flow(
        label="Web 2026",
        exam={"most_mistakes": 3, "most_wrong_ways": 0},
        faults=[FAULT],
        **changes,
    )
    document["outcome"] |= {"documents": [PAPER], "closing": "NIB gratis."}
    document["personas"][0] |= {
        "difficulty": 2,
        "own": ["modal.modal"],
        "accepts": {"daftar.punya_usaha": ["ya", "belum"]},
        "folder": [{"id": "foto", "title": "Foto depan", "note": "JPG"}],
        "places": [{"label": "Gang Contoh", "point": "-0.5, 117.1"}],
    }
    document["personas"][0]["card"][0]["rows"][0] |= {"field": "daftar.nik"}
    document["screens"][1] |= {"crumbs": ["Usaha", "Modal"], "site": "AMDALnet", "tip": "Hitung nolnya.", "known": True}
    return deepcopy(document)


def make_draft(document=None, *, published=True):
    """A draft of the small flow, published unless told otherwise."""
    document = document or small_flow()
    if published:
        publish(document, starter=True)
        load_flow_drafts()
        return FlowDraft.objects.get(flow_id=document["id"])
    draft = FlowDraft(flow_id=document["id"], document=document, live=False)
    draft.save()
    draft.save_revision()
    return draft


def document_of(draft):
    return FlowDraft.objects.get(pk=draft.pk).newest_document()


def keys_of(document, kind):
    """The key of every part of a kind."""
    if kind is parts.FIELD:
        return [f"{screen['id']}.{field['id']}" for screen in document["screens"] for field in screen["fields"]]
    return [part[kind.id_key] for part in parts.all_of(document, kind)] if kind.one_of_many else [""]


def part_post(document, kind, key="", /, **changes):
    """The form of a part as it was rendered; `changes` replace boxes by name, such as `rules-0-value-code`."""
    part = parts.get(document, kind, key) if key or not kind.one_of_many else kind.empty
    form = PartForm(document, kind, part)
    sent = {"seen": form.initial["seen"]}
    _fill(sent, form.block, form.block.get_form_state(form.initial["part"]), "part")
    return query(sent | {f"part-{name}": value for name, value in changes.items()})


def query(sent):
    """As the server reads it."""
    data = {name: value for name, value in sent.items() if value is not None}
    return RequestFactory().post("/", data).POST


def as_dict(post):
    """For the test client."""
    return {name: values if len(values) > 1 else values[0] for name, values in post.lists()}


def answers_post(form):
    """The form of a persona's answers as it was rendered."""
    boxes = {name: form.initial.get(name, "") for name in form.fields}
    return query(
        {name: ("on" if value is True else None if value is False else value) for name, value in boxes.items()}
    )


def _fill(sent, block, state, prefix):
    if isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            _fill(sent, child, state[name], f"{prefix}-{name}")
    elif isinstance(block, blocks.ListBlock | blocks.StreamBlock):
        sent[f"{prefix}-count"] = str(len(state))
        for position, item in enumerate(state):
            here = f"{prefix}-{position}"
            sent |= {f"{here}-deleted": "", f"{here}-order": str(position), f"{here}-id": item["id"] or ""}
            inner = block.child_block if isinstance(block, blocks.ListBlock) else block.child_blocks[item["type"]]
            if isinstance(block, blocks.StreamBlock):
                sent[f"{here}-type"] = item["type"]
            _fill(sent, inner, item["value"], f"{here}-value")
    elif isinstance(block, blocks.BooleanBlock):
        sent[prefix] = "on" if state else None
    elif isinstance(state, str):
        sent[prefix] = state.replace("\n", "\r\n")
    else:
        sent[prefix] = state
