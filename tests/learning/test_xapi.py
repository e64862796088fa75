"""Statements are read by another library's models: Ralph's, of the xAPI record store of the same name."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from ralph.models.xapi.base.statements import BaseXapiStatement
from ralph.models.xapi.video.statements import VideoPlayed

from learning import events
from learning.domain.events import Verb, parse_event
from learning.domain.xapi import VERBS, duration, statement
from tests.learning.factories import make_raw_event
from tests.learning.test_export_events import FULL

SITE = "https://tuntun.example/"


def stated(**changes):
    return statement(parse_event(make_raw_event(**changes)), site_url=SITE)


@pytest.mark.parametrize("verb", list(Verb))
@pytest.mark.parametrize("full", [True, False], ids=["every key", "required keys"])
def test_another_librarys_model_accepts_every_verb(verb, full):
    event = parse_event({**FULL, "verb": verb} if full else make_raw_event(verb=verb, step=...))

    made = statement(event, site_url=SITE)

    assert str(BaseXapiStatement.model_validate(json.loads(json.dumps(made))).id) == str(event.id)


@pytest.mark.parametrize("activity", ["guide/nib-perseorangan", "video/pengantar"])
def test_a_played_stretch_follows_the_video_profile(activity):
    event = parse_event({**FULL, "verb": "played", "activity": activity})

    played = VideoPlayed.model_validate(statement(event, site_url=SITE))

    assert played.result.extensions.time == 3
    assert played.result.extensions.playedSegments == "3[.]9.25"


def test_a_refused_form_is_stated_word_for_word():
    made = statement(parse_event(FULL), site_url=SITE)

    assert made == {
        "id": "0b8f0d3e-6f0a-4c1e-9a55-1f2f3a4b5c6d",
        "version": "1.0.3",
        "timestamp": "2026-03-01T12:00:00.250000+00:00",
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": "https://tuntun.example", "name": "5c1f0f6e-2f0a-4c1e-9a55-1f2f3a4b5c6d"},
        },
        "verb": {"id": "http://adlnet.gov/expapi/verbs/failed", "display": {"en-US": "failed"}},
        "object": {
            "objectType": "Activity",
            "id": "https://tuntun.example/xapi/activity/flow/contoh/step/satu",
            "definition": {"type": "http://adlnet.gov/expapi/activities/lesson"},
        },
        "context": {
            "platform": "Tuntun",
            "language": "id",
            "revision": "3",
            "registration": "7d1f0f6e-2f0a-4c1e-9a55-1f2f3a4b5c6d",
            "contextActivities": {
                "parent": [
                    {
                        "objectType": "Activity",
                        "id": "https://tuntun.example/xapi/activity/flow/contoh",
                        "definition": {"type": "http://adlnet.gov/expapi/activities/simulation"},
                    }
                ]
            },
            "extensions": {
                "https://tuntun.example/xapi/extension/verb": "error",
                "https://tuntun.example/xapi/extension/field": "luas",
                "https://tuntun.example/xapi/extension/code": "number.digits",
                "https://tuntun.example/xapi/extension/level": 2,
                "https://tuntun.example/xapi/extension/n": 4,
                "https://tuntun.example/xapi/extension/mode": "latihan",
                "https://tuntun.example/xapi/extension/company": "class",
                "https://tuntun.example/xapi/extension/group": "482915",
                "https://tuntun.example/xapi/extension/persona": "sembako",
                "https://tuntun.example/xapi/extension/device": "phone",
                "https://tuntun.example/xapi/extension/net": "slow",
            },
        },
        "result": {"duration": "PT61.5S", "success": False},
    }


def test_every_verb_of_the_format_has_one_of_xapi():
    assert set(VERBS) == set(Verb)


def test_a_verb_without_a_registered_one_has_an_iri_of_the_sites_own():
    assert stated(verb="fault")["verb"]["id"] == "https://tuntun.example/xapi/verb/fault"


def test_completing_says_so():
    assert stated(verb="completed")["result"] == {"completion": True}


def test_a_name_with_brackets_makes_a_sound_iri():
    made = stated(step="bidang[0]")

    assert made["object"]["id"] == "https://tuntun.example/xapi/activity/flow/contoh/step/bidang%5B0%5D"
    BaseXapiStatement.model_validate(made)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "PT0S"), (61.5, "PT61.5S"), (0.123456, "PT0.12S"), (10_000_000, "PT10000000S"), (1e-9, "PT0S")],
)
def test_a_duration_is_iso_8601(seconds, text):
    assert duration(seconds) == text


@pytest.mark.django_db
def test_the_command_writes_one_statement_a_line():
    events.store([parse_event(FULL), parse_event(make_raw_event(verb="played", **{"from": 1, "to": 2}))])
    out = StringIO()

    call_command("export_events", "--xapi", stdout=out)

    lines = out.getvalue().splitlines()
    assert len(lines) == 2
    for line in lines:
        BaseXapiStatement.model_validate_json(line)
