import re

import pytest

from sandbox import attempts, disturbances, helping
from sandbox.models import Mode
from sandbox.report import report_of, verdict_of
from sandbox.result import result_of
from sandbox.work import open_work
from tests.factories import a_fault, make_attempt, right_answers, sign_in_learner
from tests.sandbox.practising import finish, own_business_flow, papers_flow

pytestmark = pytest.mark.django_db


@pytest.fixture
def begin(client):
    """A function that begins an attempt of the client's learner, without faults unless they are named."""
    learner = sign_in_learner(client)

    def begun(*, document=None, faults="tanpa", **fields):
        return make_attempt(learner=learner, document=document or papers_flow(), faults=faults, **fields)

    return begun


def _refused(attempt, screen, **values):
    attempts.submit(attempt, screen, {**right_answers(attempt, screen), **values})


def _shown(attempt, screen, field):
    """Ask for help with a field until its answer is shown."""
    for _level in range(4):
        helping.ask(attempt, screen, field)


def _report(attempt):
    return report_of(open_work(attempt))


def _page(client, attempt):
    return client.get(attempt.get_absolute_url()).text


def test_an_attempt_without_a_slip_has_nothing_to_practise_again(client, begin):
    attempt = finish(begin())

    report, page = _report(attempt), _page(client, attempt)

    assert (report.right_at_once, report.asked_fields, report.again) == (5, 5, ())
    assert [skill.title for skill in report.able] == ["Akun", "Usaha"]
    assert "5 dari 5 isian" in page
    assert "Tidak ada isian yang perlu diulang." in page


def test_a_slip_comes_with_its_cause_an_example_and_the_way_back(client, begin):
    attempt = begin()
    _refused(attempt, "daftar")
    _refused(attempt, "modal", modal="25.000")
    finish(attempt)

    report, page = _report(attempt), _page(client, attempt)

    (again,) = report.again
    assert (again.label, again.says, again.do) == ("Modal usaha", "Kalimat rupiah.thousands", "Contoh: 5.000.000")
    assert again.url == f"/latihan/coba/{attempt.pk}/modal/?ulang#modal"
    assert report.right_at_once == 4
    assert [skill.title for skill in report.to_repeat] == ["Usaha"]
    assert "Sebabnya: Kalimat rupiah.thousands. Contoh: 5.000.000" in page
    assert again.url in page
    assert "25.000<" not in page


def test_a_slip_mended_from_an_empty_screen_is_no_longer_to_be_practised(begin):
    attempt = begin()
    _refused(attempt, "daftar", nik="123")
    finish(attempt)

    attempts.submit(attempt, "daftar", right_answers(attempt, "daftar"), afresh=True)

    report = _report(attempt)
    assert report.again == ()
    assert report.mended == 1
    assert report.right_at_once == 4


def test_a_shown_answer_counts_as_not_alone_and_says_so(client, begin):
    attempt = begin()
    _shown(attempt, "daftar", "nik")
    finish(attempt)

    report, page = _report(attempt), _page(client, attempt)

    assert report.shown_answers == 1
    assert report.right_at_once == 4
    assert "Jawabannya kami tunjukkan. Coba sekali lagi sendiri." in page
    assert "Minta petunjuk</dt><dd>4 kali, sampai jawabannya</dd>" in page


def test_a_screen_that_we_filled_in_on_request_is_not_done_alone(begin):
    attempt = begin()
    attempts.solve(attempt, "daftar")
    finish(attempt)

    report = _report(attempt)

    assert (report.alone_screens, report.total_screens, report.shown_answers) == (2, 3, 2)
    assert report.pace == ""


def test_a_later_try_alone_clears_a_shown_answer(begin):
    attempt = begin()
    _shown(attempt, "daftar", "nik")
    finish(attempt)

    attempts.submit(attempt, "daftar", right_answers(attempt, "daftar"), afresh=True)

    assert _report(attempt).shown_answers == 0
    assert _report(attempt).right_at_once == 5


def test_hints_alone_take_nothing_from_what_was_done(begin):
    attempt = begin()
    helping.ask(attempt, "daftar", "nik")
    finish(attempt)

    report = _report(attempt)

    assert (report.helps, report.shown_answers, report.right_at_once) == (1, 0, 5)


def test_a_stage_that_we_filled_in_is_neither_able_nor_to_be_repeated(client, begin):
    attempt = finish(begin(screen="modal"))

    report, page = _report(attempt), _page(client, attempt)

    assert [skill.title for skill in report.untried] == ["Akun"]
    assert (report.alone_screens, report.total_screens) == (2, 3)
    assert report.pace == ""
    assert "Belum dilatih: Akun. Bagian itu kami isikan." in page


@pytest.mark.parametrize(("minutes", "pace"), [(14, "faster"), (15, "same"), (20, "same"), (21, "longer")])
def test_minutes_are_compared_with_those_at_a_desk(begin, minutes, pace):
    attempt = finish(begin())
    attempt.visits.update(seconds=minutes * 20)  # three screens

    report = _report(attempt)

    assert (report.minutes, report.pace) == (minutes, pace)


def test_a_fault_got_out_of_at_once_is_among_what_went_well(client, begin):
    attempt = finish(begin(faults="semua"))

    (fault,), page = _report(attempt).faults, _page(client, attempt)

    assert (fault.recovered, fault.tries, fault.wrong) == (True, 1, ())
    assert "Tenang saat “Judul hang”" in page
    assert "Tenang dan tepat" in page
    assert "Langsung tepat." in page


def test_a_wrong_way_out_is_named_with_what_it_does_and_apart_from_filling_in(client, begin):
    attempt = begin(faults="semua")
    for screen in ("daftar", "modal"):
        attempts.submit(attempt, screen, right_answers(attempt, screen))
    for action in ("daftar-ulang", "daftar-ulang", "diam"):
        disturbances.answer(attempt, action)
    finish(attempt)

    report, page = _report(attempt), _page(client, attempt)

    (fault,) = report.faults
    assert (fault.tries, [action.label for action in fault.wrong]) == (3, ["Daftar lagi"])
    assert report.calm_faults == 0
    assert report.right_at_once == report.asked_fields
    assert "Keluar setelah 3 kali mencoba." in page
    assert "<b>Daftar lagi</b>. Akun jadi dua." in page
    assert "Tenang. Isian aman. Tunggu sebentar." in page


def test_who_watched_is_not_judged(client, begin):
    attempt = finish(begin(mode="tonton", faults="semua"))

    page = _page(client, attempt)

    assert "Menonton tidak dinilai." in page
    assert "Rapor latihan Anda" not in page
    assert "Gangguan yang Anda temui" not in page
    assert "Lanjut ke mode Tuntun" in page
    assert 'data-outcome="nib"' in page


@pytest.mark.parametrize(("mode", "following"), [("tonton", "tuntun"), ("tuntun", "latihan"), ("latihan", "ujian")])
def test_each_mode_leads_to_the_next_with_the_same_persona(client, begin, mode, following):
    attempt = finish(begin(mode=mode))

    page = _page(client, attempt)

    assert '<input type="hidden" name="persona" value="sembako">' in page
    assert f'<input type="hidden" name="mode" value="{following}">' in page


def test_a_flow_with_one_mode_leads_to_no_other(begin):
    document = papers_flow()
    document["modes"] = document["personas"][0]["modes"] = ["latihan"]

    attempt = finish(begin(document=document))

    assert result_of(open_work(attempt)).next_mode is None


def test_an_exam_done_alone_is_passed(client, begin):
    attempt = finish(begin(mode="ujian", faults=""))

    page = _page(client, attempt)

    assert 'data-verdict="lulus"' in page
    assert "Anda lulus ujian!" in page
    assert "Siapkan bahannya" in page


def test_an_exam_with_too_many_wrong_ways_says_calmly_what_is_missing(client, begin):
    attempt = begin(mode="ujian", faults="")
    for screen in ("daftar", "modal"):
        attempts.submit(attempt, screen, right_answers(attempt, screen))
    for _time in range(2):
        disturbances.answer(attempt, "daftar-ulang")
    finish(attempt)

    page = _page(client, attempt)

    assert verdict_of(open_work(attempt)).short_of == ("wrong_ways",)
    assert 'data-verdict="belum"' in page
    assert "Jalan yang berisiko saat gangguan lebih dari 1 kali." in page
    assert "Isian yang dibetulkan paling banyak 5." in page
    assert "gagal" not in page.lower()
    assert result_of(open_work(attempt)).next_mode == Mode.LATIHAN


def test_an_exam_with_more_refused_fields_than_its_rule_allows_is_not_passed(begin):
    attempt = begin(mode="ujian", document=papers_flow(exam={"most_mistakes": 0, "most_wrong_ways": 1}))
    _refused(attempt, "daftar", nik="123")
    finish(attempt)

    assert verdict_of(open_work(attempt)).short_of == ("mistakes",)


def test_only_an_exam_has_a_verdict(begin):
    assert verdict_of(open_work(finish(begin(mode="latihan")))) is None


def test_the_code_to_meet_the_same_faults_is_shown_where_there_were_any(client, begin):
    with_fault = finish(begin(faults="semua"))
    without = finish(begin())

    assert f'<b class="seed">{with_fault.seed}</b>' in _page(client, with_fault)
    assert 'class="seed"' not in _page(client, without)


def test_the_lesson_of_a_last_fault_stands_on_top_of_the_result(client, begin):
    attempt = finish(begin(document=papers_flow(a_fault("double-send", "terbit")), faults="semua"))

    page = client.get(f"{attempt.get_absolute_url()}?keluar=double-send").text

    assert "Anda sudah keluar dari gangguan." in page
    assert page.index("Anda sudah keluar dari gangguan.") < page.index("SURAT CONTOH")


def test_the_other_papers_are_listed_with_the_size_of_their_files(client, begin):
    attempt = finish(begin())

    page = _page(client, attempt)

    assert f'href="/latihan/coba/{attempt.pk}/surat/sppl/"' in page
    assert "Status: berlaku" in page
    assert re.search(r"surat/sppl\.pdf\">PDF \(\d+ KB\)", page)


def test_what_to_prepare_leads_to_the_sheet_that_fits(client, begin):
    of_persona = finish(begin())
    own = finish(begin(document=own_business_flow(id="usaha-sendiri")))

    assert 'href="/latihan/alur-uji/lembar-kosong/"' in _page(client, of_persona)
    assert f'href="/latihan/coba/{own.pk}/lembar-data/"' in _page(client, own)
    assert _page(client, own).count('type="checkbox"') == 12
    assert 'data-dari="12"' in _page(client, own)


def test_the_result_takes_few_queries_however_much_went_wrong(client, begin, django_assert_max_num_queries):
    attempt = begin(faults="semua")
    _refused(attempt, "daftar", nik="123")
    _refused(attempt, "modal", modal="abc")
    finish(attempt)

    with django_assert_max_num_queries(16):
        client.get(attempt.get_absolute_url())
