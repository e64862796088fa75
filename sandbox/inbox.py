"""The simulated phone: what has arrived so far."""

from dataclasses import dataclass

from sandbox.domain.document import Message, Screen
from sandbox.domain.onetimecode import one_time_code
from sandbox.work import Work

CHANNEL_NAMES = {"email": "Email", "sms": "SMS", "whatsapp": "WhatsApp"}


@dataclass(frozen=True)
class InboxMessage:
    channel: str
    sender: str
    subject: str
    before: str  # the body around the code
    code: str  # "" for a message without one
    after: str


def messages(work: Work) -> list[InboxMessage]:
    """Messages of the screens met so far, the newest first."""
    found = [
        _message(work, work.flow.screen(screen_id), message)
        for screen_id in work.standing.path
        for message in work.flow.screen(screen_id).messages
    ]
    return found[::-1]


def _message(work: Work, screen: Screen, message: Message) -> InboxMessage:
    before, marker, after = message.body.partition("{kode}")
    digits = next((each.digits for each in screen.fields if each.type == "one_time_code"), 6)
    code = one_time_code(work.practice.seed, screen.id, digits=digits) if marker else ""
    return InboxMessage(CHANNEL_NAMES[message.channel], message.sender, message.subject, before, code, after)
