"""Few requests are worked on at once, and nobody who sends or takes slowly keeps one of those places."""

import threading
from io import BytesIO
from wsgiref.util import FileWrapper

import pytest
from django.core.signals import request_finished
from django.db import close_old_connections
from django.http import HttpResponse, StreamingHttpResponse

from learning.gate import HANDED_OVER_AT_MOST, TAKEN_IN_AT_MOST, BrokenOff, Gate

LONG_ENOUGH = 10


@pytest.fixture(autouse=True)
def keep_connections():
    """An answer that is done lets Django look after its connections to the database; here there are none."""
    request_finished.disconnect(close_old_connections)
    yield
    request_finished.connect(close_old_connections)


class SlowSender:
    """A form whose bytes come only when `goes_on` is set."""

    def __init__(self, content=b"persona=sembako"):
        self.goes_on = threading.Event()
        self._content = BytesIO(content)

    def read(self, size=-1):
        self.goes_on.wait(LONG_ENOUGH)
        return self._content.read(size)


def _request(stream, length):
    return {"wsgi.input": stream, "CONTENT_LENGTH": str(length)}


def _echo(environ, start_response):
    return HttpResponse(environ["wsgi.input"].read())


def _in_thread(gate, environ):
    answers = []
    thread = threading.Thread(target=lambda: answers.extend(gate(environ, None)), daemon=True)
    thread.start()
    return thread, answers


def test_who_sends_slowly_keeps_nobody_waiting():
    gate = Gate(_echo, at_once=1)
    slow = SlowSender()
    thread, late = _in_thread(gate, _request(slow, 15))

    prompt = gate(_request(BytesIO(b"persona=penjahit"), 16), None)

    assert prompt == [b"persona=penjahit"]
    assert late == []
    slow.goes_on.set()
    thread.join(LONG_ENOUGH)
    assert late == [b"persona=sembako"]


def test_a_form_that_broke_off_cannot_be_read():
    seen = []
    gate = Gate(lambda environ, _: seen.append(environ["wsgi.input"]) or HttpResponse(), at_once=1)

    gate(_request(BytesIO(b"persona=se"), 500), None)

    assert isinstance(seen[0], BrokenOff)
    with pytest.raises(OSError, match="broke off"):
        seen[0].read()


def test_a_file_that_the_development_server_wraps_goes_through_as_it_is():
    wrapped = FileWrapper(BytesIO(b"body { margin: 0 }"))
    gate = Gate(lambda environ, _: wrapped, at_once=1)

    answer = gate(_request(BytesIO(), 0), None)

    assert b"".join(answer) == b"body { margin: 0 }"


def test_no_more_are_worked_on_at_once_than_there_are_places():
    inside, goes_on = threading.Semaphore(0), threading.Event()

    def application(environ, start_response):
        inside.release()
        goes_on.wait(LONG_ENOUGH)
        return HttpResponse(b"selesai")

    gate = Gate(application, at_once=2)
    threads = [_in_thread(gate, _request(BytesIO(), 0)) for _ in range(3)]

    entered = [inside.acquire(timeout=LONG_ENOUGH), inside.acquire(timeout=LONG_ENOUGH), inside.acquire(timeout=0.05)]

    assert entered == [True, True, False]
    goes_on.set()
    for thread, _answers in threads:
        thread.join(LONG_ENOUGH)
    assert [answers for _thread, answers in threads] == [[b"selesai"]] * 3


def _entered_at_once(gate, inside, goes_on, requests):
    """Of how many of these requests the work had begun before any was allowed to end."""
    threads = [_in_thread(gate, {**_request(BytesIO(), 0), **request})[0] for request in requests]
    entered = [inside.acquire(timeout=0.3) for _ in requests]
    goes_on.set()
    for thread in threads:
        thread.join(LONG_ENOUGH)
    return sum(entered)


@pytest.mark.parametrize(
    ("second", "at_once"),
    [
        ({"REQUEST_METHOD": "POST", "PATH_INFO": "/latihan/coba/1/"}, 1),
        ({"REQUEST_METHOD": "GET", "PATH_INFO": "/panduan/"}, 2),
        ({"REQUEST_METHOD": "POST", "PATH_INFO": "/admin/login/"}, 2),
    ],
    ids=["another form", "a page", "a form of staff"],
)
def test_forms_of_learners_take_turns_and_hold_up_nothing_else(second, at_once):
    inside, goes_on = threading.Semaphore(0), threading.Event()

    def application(environ, start_response):
        inside.release()
        goes_on.wait(LONG_ENOUGH)
        return HttpResponse()

    form = {"REQUEST_METHOD": "POST", "PATH_INFO": "/latihan/nib-umk-perseorangan/"}

    entered = _entered_at_once(Gate(application, at_once=4), inside, goes_on, [form, second])

    assert entered == at_once


def test_a_large_upload_takes_none_of_the_places():
    gate = Gate(_echo, at_once=1)
    upload = SlowSender(b"film")
    thread, late = _in_thread(gate, _request(upload, TAKEN_IN_AT_MOST + 1))

    prompt = gate(_request(BytesIO(b"a=1"), 3), None)

    assert prompt == [b"a=1"]
    upload.goes_on.set()
    thread.join(LONG_ENOUGH)
    assert late == [b"film"]


@pytest.mark.parametrize("length", ["", "abc", "-5", "٣", None])
def test_a_length_that_is_none_means_that_nothing_was_sent(length):
    gate = Gate(lambda environ, _: HttpResponse(b"ya"), at_once=1)

    assert gate({"wsgi.input": BytesIO(b"xyz"), "CONTENT_LENGTH": length}, None) == [b"ya"]


def test_a_small_file_is_handed_over_whole_and_closed():
    closed = []
    response = StreamingHttpResponse(iter([b"ga", b"ya"]), headers={"Content-Length": "4"})
    response._resource_closers.append(lambda: closed.append(True))

    answer = Gate(lambda *_: response, at_once=1)({}, None)

    assert answer == [b"gaya"]
    assert closed == [True]


def test_a_large_file_goes_as_it_is_taken():
    response = StreamingHttpResponse(iter([b"film"]), headers={"Content-Length": str(HANDED_OVER_AT_MOST + 1)})

    assert Gate(lambda *_: response, at_once=1)({}, None) is response


def test_an_error_gives_its_place_back():
    def application(environ, start_response):
        raise RuntimeError

    gate = Gate(application, at_once=1)

    for _ in range(3):
        with pytest.raises(RuntimeError):
            gate({}, None)


def test_a_form_larger_than_any_is_answered_unread_and_holds_nobodys_turn():
    said = []
    gate = Gate(lambda environ, start_response: pytest.fail("the site was asked"), at_once=1)
    environ = {"REQUEST_METHOD": "POST", "PATH_INFO": "/latihan/x/", "CONTENT_LENGTH": str(TAKEN_IN_AT_MOST + 1)}

    body = b"".join(gate(environ, lambda status, headers: said.append(status)))

    assert said == ["413 Content Too Large"]
    assert "Kiriman ini terlalu besar" in body.decode()
