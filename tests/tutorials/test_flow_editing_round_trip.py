"""What the editor writes and the flow document are the same: nothing is lost on the way through any form or file."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sandbox.catalogue import check
from tests.tutorials.flow_posts import answers_post, keys_of, part_post, rich_flow, starter_document
from tutorials.flow_editing import importing, parts, scalars
from tutorials.flow_editing.answers_form import AnswersForm
from tutorials.flow_editing.conditions import When
from tutorials.flow_editing.layout import FIELD
from tutorials.flow_editing.part_form import PartForm
from tutorials.flow_editing.shape import check_shape
from tutorials.flow_editing.specs import ABSENT
from tutorials.flow_editing.vocabulary import ShapeProblem

pytestmark = pytest.mark.django_db


def posted(document, kind, key):
    part = parts.get(document, kind, key)
    form = PartForm(document, kind, part, part_post(document, kind, key))
    assert form.is_valid(), form.errors
    return parts.put(document, kind, key, form.new_part())


@pytest.mark.parametrize("kind", parts.KINDS.values(), ids=lambda kind: kind.slug)
@pytest.mark.parametrize("make", [starter_document, rich_flow])
def test_every_part_of_a_flow_comes_back_from_its_form_as_it_was(make, kind):
    document = make()

    changed = [key for key in keys_of(document, kind) if posted(document, kind, key) != document]

    assert changed == []


def test_the_rich_flow_has_a_part_of_every_kind_and_may_be_published():
    document = rich_flow()

    assert [kind.slug for kind in parts.KINDS.values() if not keys_of(document, kind)] == []
    assert check(document) == []


@pytest.mark.parametrize("make", [starter_document, rich_flow])
def test_every_answer_of_a_persona_comes_back_from_its_form_as_it_was(make):
    document = make()
    changed = []
    for persona in document["personas"]:
        for screen in document["screens"]:
            form = AnswersForm(
                document, persona, screen["id"], answers_post(AnswersForm(document, persona, screen["id"]))
            )
            assert form.is_valid(), form.errors
            if form.new_persona() != persona:
                changed.append((persona["id"], screen["id"]))

    assert changed == []


def test_a_flow_that_goes_out_as_a_file_and_in_again_is_the_same():
    document = starter_document()
    file = SimpleUploadedFile("alur.json", importing.written(document).encode())

    assert importing.read(file) == document


def test_the_starter_flow_has_a_shape_that_the_forms_can_hold_and_a_list_in_place_of_a_text_has_not():
    document = starter_document()
    check_shape(document)  # raises nothing
    document["screens"][0]["title"] = ["Daftar"]

    with pytest.raises(ShapeProblem):
        check_shape(document)


@pytest.mark.parametrize(
    "condition",
    [
        {"field": "a.b", "equals": "sudah"},
        {"field": "a.b", "equals": True},
        {"field": "a.b", "equals": "true"},
        {"field": "a.b", "equals": "5"},
        {"field": "a.b", "equals": 5},
        {"field": "a.b", "equals": ""},
        {"field": "a.b", "one_of": ["Menengah Tinggi", "7", 7]},
        {"field": "a.b", "at_least": 0},
        {"field": "a.b", "filled": False},
        {"all": [{"field": "a.b", "filled": True}, {"not": {"field": "a.c", "equals": "x"}}]},
        {"any": [{"all": [{"field": "a.b", "equals": 1}]}, {"not": {"any": [{"field": "a.c", "filled": True}]}}]},
    ],
    ids=json.dumps,
)
def test_a_condition_comes_back_from_its_form_as_it_was(condition):
    spec = When(key="when", label="Kalau")
    block = spec.block({"fields": [("a.b", "B"), ("a.c", "C")], "conditions": [(k, k) for k in CONDITIONS]})

    value = block.clean(block.to_python(spec.to_form(condition)))

    assert spec.from_form(block.get_prep_value(value), condition) == condition


CONDITIONS = ("equals", "one_of", "at_least", "filled")


@pytest.mark.parametrize(
    "value", ["sudah", "5", 5, True, "true", "", " x ", "a\nb", '"', "null", "1e5", -3, "[]", "NaN"]
)
def test_a_value_written_in_one_box_is_read_as_what_it_was(value):
    assert scalars.read(scalars.written(value)) == value
    assert type(scalars.read(scalars.written(value))) is type(value)


@pytest.mark.parametrize(
    "field",
    [
        {
            "id": "a",
            "type": "text",
            "label": "A",
            "required": True,
            "hint": "",
            "rules": [],
            "texts": {},
            "known": False,
        },
        {"id": "a", "type": "text", "label": "  A ", "help": "baris\nkedua\n"},
        {
            "id": "a",
            "type": "number",
            "label": "A",
            "rules": [{"rule": "min", "value": 0}, {"rule": "max", "value": 9}],
        },
        {"id": "a", "type": "text", "label": "A", "required": False, "sources": [], "when": {}},
    ],
    ids=["empty keys", "spaces", "zero", "not required"],
)
def test_an_untouched_field_stays_as_its_author_wrote_it(field):
    raw = {spec.key: spec.to_form(field.get(spec.key, ABSENT)) for spec in FIELD.of}
    block = FIELD.block({name: [] for name in ("types", "rules", "derivations", "fields", "conditions")})

    value = block.to_python(raw)

    assert FIELD.from_form(block.get_prep_value(value), field) == field
