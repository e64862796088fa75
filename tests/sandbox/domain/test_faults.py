import pytest

from sandbox.domain.faults import pending, planned
from sandbox.domain.reading import InvalidDocument, read_flow
from sandbox.domain.standing import standing
from tests.factories import a_fault, faulty_flow

PATH = ("daftar", "modal", "terbit")
FLOW = read_flow(
    faulty_flow(
        a_fault("hang", "modal"),
        a_fault("captcha", "modal"),
        a_fault("email-taken", "daftar"),
        a_fault("code-spam", "terbit"),
    )
)
AT_MODAL = standing(FLOW, {"daftar": {"punya_usaha": "ya"}})
AFTER_MODAL = standing(FLOW, {"daftar": {"punya_usaha": "ya"}, "modal": {"modal": 1}})


def test_the_same_seed_always_plans_the_same_faults():
    assert planned(FLOW, path=PATH, mode="tuntun", seed="K7Q2MD") == planned(
        FLOW, path=PATH, mode="tuntun", seed="K7Q2MD"
    )


def test_different_seeds_plan_different_faults():
    plans = {tuple(planned(FLOW, path=PATH, mode="ujian", seed=f"BENIH{n}")) for n in range(40)}

    assert plans == {("hang",), ("captcha",), ("email-taken",), ("code-spam",)}


@pytest.mark.parametrize(("mode", "how_many"), [("tonton", 1), ("tuntun", 2), ("latihan", 3), ("ujian", 1)])
def test_each_mode_plans_its_number_of_faults(mode, how_many):
    assert len(planned(FLOW, path=PATH, mode=mode, seed="K7Q2MD")) == how_many


def test_by_default_no_screen_holds_two_faults():
    for seed in map(str, range(30)):
        kinds = planned(FLOW, path=PATH, mode="latihan", seed=seed)

        assert len({FLOW.fault(kind).screen for kind in kinds}) == len(kinds)


def test_all_faults_are_planned_in_the_order_they_are_met():
    assert planned(FLOW, path=PATH, mode="latihan", seed="x", choice="semua") == [
        "email-taken", "captcha", "hang", "code-spam",
    ]  # fmt: skip


def test_no_faults_one_fault_and_a_fault_off_the_path_can_be_asked_for():
    assert planned(FLOW, path=PATH, mode="latihan", seed="x", choice="tanpa") == []
    assert planned(FLOW, path=PATH, mode="latihan", seed="x", choice="hang") == ["hang"]
    assert planned(FLOW, path=("daftar", "terbit"), mode="latihan", seed="x", choice="hang") == []


def test_a_fault_of_sending_stands_in_the_way_once_its_screen_is_accepted():
    assert pending(FLOW, ["hang"], AT_MODAL, ()) is None
    assert pending(FLOW, ["hang"], AFTER_MODAL, ()).kind == "hang"
    assert pending(FLOW, ["hang"], AFTER_MODAL, {"hang"}) is None


def test_a_fault_of_arriving_stands_in_the_way_at_its_screen_only():
    assert pending(FLOW, ["captcha"], AT_MODAL, ()).kind == "captcha"
    assert pending(FLOW, ["captcha"], AFTER_MODAL, ()) is None


def _broken(**changes):
    return faulty_flow(a_fault(**changes))


@pytest.mark.parametrize(
    ("document", "says"),
    [
        (_broken(recovery="daftar-ulang"), "faults[0].recovery: gangguan tanpa jalan keluar"),
        (_broken(recovery="tidak-ada"), "faults[0].recovery: gangguan tanpa jalan keluar"),
        (_broken(screen="tidak-ada"), "faults[0].screen: layar “tidak-ada” tidak ada"),
        (_broken(kind="gempa"), "faults[0].kind: “gempa” tidak dikenal"),
        (_broken(lesson={"calm": "Tenang.", "safe": "", "do": "x"}), "faults[0].lesson.safe: tidak boleh kosong"),
        (
            _broken(actions=[a_fault()["actions"][0], a_fault()["actions"][2]]),
            "faults[0].actions: belum ada jalan keliru",
        ),
        (faulty_flow(a_fault(), a_fault()), "faults[1].kind: “hang” sudah dipakai"),
    ],
)
def test_a_fault_that_would_strand_learners_is_refused_with_its_place(document, says):
    with pytest.raises(InvalidDocument) as refused:
        read_flow(document)

    assert str(refused.value).startswith(says)
