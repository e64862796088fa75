import pytest

from sandbox.domain.reading import InvalidDocument, read_flow
from tests.factories import small_flow


def _complaint(document):
    with pytest.raises(InvalidDocument) as caught:
        read_flow(document)
    return str(caught.value)


def test_a_sound_document_becomes_a_flow_with_its_screens_in_order():
    flow = read_flow(small_flow())

    assert [screen.id for screen in flow.screens] == ["daftar", "modal", "terbit"]


def test_an_unknown_rule_is_refused_with_its_place():
    document = small_flow()
    document["screens"][1]["fields"][0]["rules"][0] = {"rule": "ajaib"}

    assert _complaint(document).startswith("screens[1].fields[0].rules[0].rule: “ajaib” tidak dikenal")


def test_an_unknown_key_is_refused_with_its_place():
    document = small_flow()
    document["screens"][2]["colour"] = "merah"

    assert _complaint(document).startswith("screens[2]: kunci “colour” tidak dikenal")


def test_a_code_without_a_sentence_is_refused_at_its_field():
    document = small_flow()
    document["texts"] = {code: text for code, text in document["texts"].items() if code != "rupiah.thousands"}

    assert _complaint(document) == "screens[1].fields[0]: kode “rupiah.thousands” belum punya kalimat di texts"


def test_a_branch_may_not_lead_back():
    document = small_flow()
    document["screens"][1]["next"] = [{"to": "daftar"}]

    assert _complaint(document) == "screens[1].next[0].to: “daftar” bukan layar sesudah layar ini"


def test_a_condition_on_a_later_field_is_refused():
    document = small_flow()
    document["screens"][0]["fields"][1]["when"] = {"field": "modal.modal", "filled": True}

    assert _complaint(document).startswith("screens[0].fields[1].when.field: “modal.modal” bukan isian")


def test_a_field_cannot_hang_on_itself_or_on_one_below_it():
    document = small_flow()
    document["screens"][0]["fields"][0]["when"] = {"field": "daftar.punya_usaha", "equals": "ya"}

    assert _complaint(document).startswith("screens[0].fields[0].when.field: “daftar.punya_usaha” bukan isian")


@pytest.mark.parametrize(
    ("condition", "place"),
    [({"one_of": "ya"}, "one_of: harus berupa daftar"), ({"at_least": "dua"}, "at_least: harus berupa bilangan")],
)
def test_a_condition_compares_with_what_can_be_compared(condition, place):
    document = small_flow()
    document["screens"][1]["fields"][0]["when"] = {"field": "daftar.punya_usaha", **condition}

    assert _complaint(document).startswith(f"screens[1].fields[0].when.{place}")


def test_a_code_that_no_message_brings_is_refused():
    document = small_flow()
    document["screens"][2]["messages"] = []

    assert _complaint(document).startswith("screens[2].fields[0]: kode ini tidak dikirim")


def test_a_card_row_for_an_unknown_screen_is_refused():
    document = small_flow()
    document["personas"][0]["card"][0]["rows"][0]["screen"] = "kantor"

    assert _complaint(document) == "personas[0].card[0].rows[0].screen: layar “kantor” tidak ada"


def test_an_amount_has_one_right_value():
    document = small_flow()
    document["personas"][0]["accepts"] = {"modal.modal": ["1", "2"]}

    assert _complaint(document).startswith("personas[0].accepts.modal.modal: isian rupiah")


def test_a_real_looking_nik_anywhere_in_the_document_is_refused():
    document = small_flow()
    document["personas"][0]["about"] = "NIK 3273 0152 1084 0001"

    assert _complaint(document).startswith("personas[0].about: berisi 16 angka")


def test_a_nib_that_could_be_issued_is_refused():
    document = small_flow()
    document["outcome"]["number"] = "2511260001234"

    assert _complaint(document) == "outcome.number: NIB latihan selalu 0000000000000"


def test_two_screens_of_the_same_name_are_refused():
    document = small_flow()
    document["screens"][2]["id"] = "modal"

    assert _complaint(document) == "screens[2].id: “modal” sudah dipakai"


def test_a_persona_answering_a_control_that_is_not_there_is_refused():
    document = small_flow()
    document["personas"][0]["answers"]["modal"]["utang"] = "1"

    assert _complaint(document) == "personas[0].answers.modal.utang: isian ini tidak ada di layarnya"


@pytest.mark.parametrize("document", [None, [], "x", 3, {}, {"format": 1}, {"format": "1"}])
def test_what_is_no_flow_at_all_is_refused_in_a_sentence(document):
    assert ": " in _complaint(document)


@pytest.mark.parametrize("value", [None, 5, [], {}, "", "  ", True, "x" * 5000])
@pytest.mark.parametrize("key", ["id", "title", "modes", "stages", "texts", "screens", "personas", "outcome"])
def test_nonsense_under_any_key_names_that_key(key, value):
    document = small_flow(**{key: value})
    if key == "texts" and value == {}:
        assert "belum punya kalimat" in _complaint(document)
    else:
        assert _complaint(document).startswith(key)


def test_a_screen_may_not_take_the_address_of_another_page():
    document = small_flow()
    document["screens"][1]["id"] = "lembar-data"

    assert _complaint(document).startswith("screens[1].id: “lembar-data” sudah dipakai")


def test_a_paper_number_that_could_be_somebodys_is_refused():
    document = small_flow()
    document["outcome"]["documents"] = [{"id": "sppl", "kind": "sppl", "title": "SPPL", "number": "2511-0001"}]

    assert _complaint(document) == "outcome.documents[0].number: nomor surat latihan hanya berisi angka nol"


def test_a_paper_that_depends_on_an_unknown_field_is_refused_with_its_place():
    document = small_flow()
    when = {"field": "modal.warna", "equals": "x"}
    document["outcome"]["documents"] = [{"id": "sppl", "kind": "sppl", "title": "SPPL", "when": when}]

    assert _complaint(document).startswith("outcome.documents[0].when.field: “modal.warna” bukan isian")


def test_no_second_paper_takes_the_place_of_the_nib():
    document = small_flow()
    document["outcome"]["documents"] = [{"id": "nib", "kind": "nib", "title": "NIB"}]

    assert _complaint(document) == "outcome.documents[0].id: “nib” sudah dipakai"


def test_an_own_field_that_is_not_there_is_refused():
    document = small_flow()
    document["personas"][0]["own"] = ["modal.warna"]

    assert _complaint(document) == "personas[0].own: tulis layar.isian yang ada, bukan “modal.warna”"


def test_a_successor_without_an_old_code_is_refused():
    document = small_flow()
    document["screens"][1]["fields"].append({"id": "baru", "type": "kbli_successor", "label": "Kode baru"})

    assert _complaint(document).startswith("screens[1].fields[1]: isian kbli_successor butuh sources")
