"""Help asked for to the end, on every screen of the starter flow: the boxes then hold what the portal accepts."""

from html.parser import HTMLParser

import pytest

from sandbox import attempts
from sandbox.catalogue import flow_of, load_starter_flows
from sandbox.form_field import SECRET_TYPES
from sandbox.paths import right_path
from sandbox.reference import load_reference_data
from tests.factories import right_answers, sign_in_learner

pytestmark = pytest.mark.django_db


class _Controls(HTMLParser):
    """What a browser would send of the form `#layar`, its buttons apart."""

    def __init__(self):
        super().__init__()
        self.sent, self.inside, self.list, self.text = {}, False, "", ""

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.inside = self.inside or (tag == "form" and found.get("id") == "layar")
        if not self.inside:
            return
        name, value = found.get("name", ""), found.get("value", "")
        if tag == "input" and (found.get("type") not in ("radio", "checkbox") or "checked" in found):
            self.sent[name] = value
        if tag == "select":
            self.list = name
        if tag == "option" and "selected" in found:
            self.sent[self.list] = value
        self.text = name if tag == "textarea" else ""

    def handle_data(self, data):
        if self.text:
            self.sent[self.text] = self.sent.get(self.text, "") + data.removeprefix("\n")

    def handle_endtag(self, tag):
        self.text = "" if tag == "textarea" else self.text
        self.inside = self.inside and tag != "form"


def _controls(page):
    parser = _Controls()
    parser.feed(page)
    return parser.sent


def test_help_asked_for_to_the_end_leads_through_the_whole_flow(client):
    load_reference_data()
    ((version, _),) = load_starter_flows()
    attempt = attempts.start(sign_in_learner(client), version, persona="warung-makan", faults="tanpa")

    for screen in right_path(version, "warung-makan"):
        url = f"/latihan/coba/{attempt.pk}/{screen}/"
        sent = _controls(client.get(url).text)
        fields = flow_of(version).screen(screen).typed_fields
        for field in fields:
            for _level in range(4):
                sent = _controls(client.post(url, {**sent, "aksi": f"bantuan:{field.id}"}).text)
        secrets = {each.id: right_answers(attempt, screen)[each.id] for each in fields if each.type in SECRET_TYPES}
        response = client.post(url, {**sent, **secrets})
        assert response.status_code == 302, screen

    attempt.refresh_from_db()
    assert attempt.finished_at is not None
