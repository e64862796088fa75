"""Logs never hold a number that could be somebody's NIK, nor an address that is a key."""

import logging
import re

from sandbox.domain.realnumbers import redact as redact_numbers

_traces = logging.Formatter()
_review_address = re.compile(r"(/tinjau/)[\w-]+")  # whoever has it decides on a draft, without an account


def redact(text: str) -> str:
    return _review_address.sub(r"\1…", redact_numbers(text))


class RedactLongNumbers(logging.Filter):
    """Blank both in the finished message and in the stack below it, whoever wrote them."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = redact(record.getMessage())
        record.args = ()
        if record.exc_info:
            # A message of an error often quotes what it could not read; formatters take this text as it is.
            record.exc_text = redact(_traces.formatException(record.exc_info))
        if record.stack_info:
            record.stack_info = redact(record.stack_info)
        return True


class NoTraceOfRefusals(logging.Filter):
    """A request that was answered with 400 is no fault of ours: one line tells enough."""

    def filter(self, record: logging.LogRecord) -> bool:
        refused = record.name == "django.request" and record.levelno < logging.ERROR
        if refused or record.name.startswith("django.security"):
            record.exc_info = record.exc_text = None
        return True
