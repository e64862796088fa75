"""The finite vocabulary of a flow document: field types, rules, conditions, derivations, faults, modes.

docs/flows.md explains each word but the kinds of faults to people who write flows, docs/flow-faults.md those;
tests/test_docs.py holds them together.
"""

MODES = ("tonton", "tuntun", "latihan", "ujian")

# Kinds of fault, each with the moment it strikes at unless its document says otherwise: when the learner comes to
# the screen, or after its answers were accepted and before the next screen.
ARRIVE, SEND = "arrive", "send"
FAULT_MOMENTS = {
    "hang": SEND, "logout": ARRIVE, "endless-loading": ARRIVE, "error-500": SEND, "error-502": SEND, "blank": ARRIVE,
    "dukcapil-down": SEND, "data-mismatch": SEND, "code-late": ARRIVE, "code-spam": ARRIVE, "code-expired": SEND,
    "email-taken": SEND, "nik-taken": SEND, "captcha": ARRIVE, "session-over": SEND, "double-send": SEND,
    "no-pin": ARRIVE, "kbli-empty": ARRIVE, "document-large": SEND, "amdalnet-down": ARRIVE, "no-signal": SEND,
}  # fmt: skip
FAULT_KINDS = tuple(FAULT_MOMENTS)

# What an action in a fault is: the way out, a wrong way that is recognised, or waiting, which harms nothing.
RIGHT_WAY, WAITING = "right", "waits"
WRONG_WAYS = ("registers-again", "changes-data", "sends-again", "pays", "shares-code", "gives-up")
WAYS = (RIGHT_WAY, *WRONG_WAYS, WAITING)

OUTCOME_KINDS = ("nib",)
DOCUMENT_KINDS = ("nib", "sertifikat-standar", "izin", "sppl", "pernyataan", "tata-ruang")

CHANNELS = ("email", "sms", "whatsapp")

# Problem codes that a field type itself can answer with, besides "required" and those every typed text can meet.
TYPE_CODES: dict[str, tuple[str, ...]] = {
    "text": (),
    "long_text": (),
    "choice": ("choice.unknown",),
    "radio": ("choice.unknown",),
    "checkbox": (),
    "digits": ("digits.format",),
    "number": ("number.digits", "number.large"),
    "area": ("area.digits", "area.times", "area.large", "area.unit"),
    "rupiah": ("rupiah.digits", "rupiah.large"),
    "date": ("date.format", "date.unreal"),
    "nik": ("nik.digits", "nik.length", "nik.date"),
    "phone": ("phone.digits", "phone.length"),
    "email": ("email.format",),
    "password": ("password.length", "password.letters", "password.digit", "password.symbol"),
    "sign_in": ("sign_in.wrong",),
    "one_time_code": ("one_time_code.length", "one_time_code.wrong"),
    "kbli": ("kbli.choose", "kbli.unknown"),
    "kbli_successor": ("choice.unknown",),
    "region": ("region.incomplete", "region.unknown"),
    "map_point": ("map_point.format", "map_point.outside"),
    "document": ("choice.unknown",),
    "review": (),
    "derived": (),
    "note": (),
}
FIELD_TYPES = tuple(TYPE_CODES)

# Types that only show something: nothing is typed, chosen or stored.
SHOWN_ONLY = ("review", "derived", "note")
# Secrets: that they were right is stored, never what they were.
KEPT_AS_TRUE = ("password", "sign_in", "one_time_code")

WITH_OPTIONS = ("choice", "radio")

# Whatever is typed, these can be the answer.
TYPED_CODES = ("nik.real", "text.long", "text.characters")

# rule → (its parameters, the code it answers with unless the document names another)
RULES: dict[str, tuple[tuple[str, ...], str]] = {
    "min": (("value",), "min"),
    "max": (("value",), "max"),
    "min_length": (("value",), "min_length"),
    "max_length": (("value",), "max_length"),
    "must_be": (("value",), "must_be"),
    "same_as": (("field",), "same_as"),
    "equals_persona": ((), "persona.other"),
    "one_of_persona": ((), "persona.other"),
    "like_persona": ((), "persona.other"),
    "near_persona": (("meters",), "map_point.far"),
    "not_in_thousands": ((), "rupiah.thousands"),
    "not_future": ((), "date.future"),
    "not_past": ((), "date.past"),
    "matches_nik_date": (("field",), "nik.other_date"),
    "matches_nik_gender": (("field",), "nik.other_gender"),
}

DERIVATIONS = ("scale", "risk", "permit", "kbli_title", "sum_rupiah", "text")

CONDITIONS = ("equals", "one_of", "at_least", "filled")

REGION_LEVELS = ("provinsi", "kabupaten", "kecamatan", "kelurahan")

CODE_FROM_INBOX = "@kode"
