import json

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from sandbox.catalogue import document_hash, publish
from sandbox.models import FlowVersion
from tests.factories import small_flow

pytestmark = pytest.mark.django_db


def publish_unchecked(document):
    """A version from before publishing asked whether everybody comes to the end, or whose reference data changed."""
    FlowVersion.objects.create(
        flow_id=document["id"],
        number=1,
        title=document["title"],
        document=document,
        sha256=document_hash(document),
        published_at=timezone.now(),
    )


def test_flow_answers_prints_the_right_answers_in_the_order_met(capsys):
    publish(small_flow())

    call_command("flow_answers", "alur-uji", "sembako", "--json")

    assert json.loads(capsys.readouterr().out) == {
        "flow": "alur-uji",
        "persona": "sembako",
        "screens": [
            {"screen": "daftar", "fields": {"nik": "9901015210840001", "punya_usaha": "ya"}},
            {"screen": "modal", "fields": {"modal": "25.000.000"}},
            {"screen": "terbit", "fields": {"kode": "@kode"}},
        ],
        "faults": {},
    }


@pytest.mark.parametrize(("flow", "persona", "says"), [("x", "sembako", "Alur “x”"), ("alur-uji", "x", "Tokoh “x”")])
def test_flow_answers_names_what_does_not_exist(capsys, flow, persona, says):
    publish(small_flow())

    with pytest.raises(CommandError, match=says):
        call_command("flow_answers", flow, persona, "--json")

    assert capsys.readouterr().out == ""


def test_check_flows_holds_for_a_sound_flow(capsys):
    publish(small_flow())

    call_command("check_flows", "--json")

    assert json.loads(capsys.readouterr().out) == {
        "ok": True,
        "flows": [
            {
                "flow": "alur-uji",
                "title": "Alur uji",
                "version": "1",
                "screens": 3,
                "personas": ["sembako"],
                "faults": [],
                "problems": [],
            }
        ],
    }


def test_check_flows_names_the_persona_the_screen_and_the_field_that_do_not_hold(capsys):
    document = small_flow()
    document["personas"][0]["answers"]["modal"]["modal"] = "banyak sekali"
    publish_unchecked(document)

    with pytest.raises(CommandError):
        call_command("check_flows", "--json")

    report = json.loads(capsys.readouterr().out)
    assert report["ok"] is False
    assert report["flows"][0]["problems"] == ["tokoh sembako, layar modal, isian modal: rupiah.digits"]


def test_check_flows_names_a_screen_that_nobody_meets(capsys):
    document = small_flow()
    document["personas"][0]["answers"]["daftar"]["punya_usaha"] = "belum"
    publish_unchecked(document)

    with pytest.raises(CommandError):
        call_command("check_flows", "--json")

    problems = json.loads(capsys.readouterr().out)["flows"][0]["problems"]
    assert problems == ["layar modal: tidak dilewati tokoh mana pun"]


def test_check_flows_is_not_content_with_no_flow_at_all(capsys):
    FlowVersion.objects.all().delete()

    with pytest.raises(CommandError):
        call_command("check_flows", "--json")

    assert json.loads(capsys.readouterr().out) == {"ok": False, "flows": []}
