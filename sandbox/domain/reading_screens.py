"""Read the screens of a flow document: fields, rules, conditions, sentences, messages."""

from sandbox.domain import vocabulary
from sandbox.domain.document import Branch, Condition, Field, Line, Message, Option, Rule, Screen, Text
from sandbox.domain.node import Node

TAKEN_ADDRESSES = ("lembar-data", "surat", "ulang-dari-awal")


def read_screen(node: Node) -> Screen:
    node.object(
        required=("id", "stage", "title", "button", "expected_seconds", "fields"),
        optional=("crumbs", "intro", "tip", "site", "known", "messages", "next"),
    )
    return Screen(
        id=_screen_id(node["id"]),
        stage=node["stage"].slug(),
        title=node["title"].text(most=120),
        button=node["button"].text(most=60),
        expected_seconds=node["expected_seconds"].integer(least=1, most=3600),
        crumbs=node.list_of(lambda crumb: crumb.text(most=60), key="crumbs"),
        intro=node.optional_text("intro"),
        tip=node.optional_text("tip"),
        site=node.optional_text("site", most=40),
        known=node.boolean("known"),
        fields=node.list_of(_field, key="fields"),
        messages=node.list_of(_message, key="messages"),
        next=node.list_of(_branch, key="next"),
    )


def _screen_id(node: Node) -> str:
    """A screen's id is the last part of its address, which some pages of an attempt have taken already."""
    text = node.slug()
    if text in TAKEN_ADDRESSES:
        raise node.fail(f"“{text}” sudah dipakai alamat lain; pilih nama layar yang lain")
    return text


def _field(node: Node) -> Field:
    node.object(
        required=("id", "type", "label"),
        optional=(
            "help", "hint", "why", "placeholder", "example", "required", "known", "options", "rules", "texts", "when",
            "digits", "derive", "sources", "lines",
        ),
    )  # fmt: skip
    return Field(
        id=_field_id(node["id"]),
        type=node["type"].one_of(vocabulary.FIELD_TYPES),
        label=node["label"].text(most=300),
        help=node.optional_text("help"),
        hint=node.optional_text("hint"),
        why=node.optional_text("why", most=400),
        placeholder=node.optional_text("placeholder", most=120),
        example=node.optional_text("example", most=120),
        required=node.boolean("required") if node.has("required") else True,
        known=node.boolean("known"),
        options=node.list_of(_option, key="options"),
        rules=node.list_of(_rule, key="rules"),
        texts=read_texts(node["texts"]) if node.has("texts") else {},
        when=read_condition(node["when"]) if node.has("when") else None,
        digits=node["digits"].integer(least=4, most=8) if node.has("digits") else 6,
        derive=node["derive"].one_of(vocabulary.DERIVATIONS) if node.has("derive") else "",
        sources=node.list_of(lambda source: source.text(most=120), key="sources"),
        lines=node.list_of(read_line, key="lines"),
    )


def _field_id(node: Node) -> str:
    """A field's id is the name of its control; "aksi" is the name of the form's buttons."""
    text = node.slug()
    if "-" in text or text == "aksi":
        raise node.fail("nama isian memakai “_”, bukan “-”, dan bukan “aksi”")
    return text


def _option(node: Node) -> Option:
    node.object(required=("value", "label"), optional=("note",))
    return Option(node["value"].slug(), node["label"].text(most=200), node.optional_text("note", most=300))


def _rule(node: Node) -> Rule:
    if not isinstance(node.value, dict):
        raise node.fail("harus berupa objek {…}")
    name = node["rule"].one_of(vocabulary.RULES)
    parameters, code = vocabulary.RULES[name]
    node.object(required=("rule", *parameters), optional=("code",))
    return Rule(
        name=name,
        code=node["code"].text(most=60) if node.has("code") else code,
        value=node["meters"].integer(least=1, most=100_000) if "meters" in parameters else node["value"].value,
        field=node["field"].text(most=120) if "field" in parameters else "",
    )


def read_condition(node: Node) -> Condition:
    if not isinstance(node.value, dict):
        raise node.fail("harus berupa objek {…}")
    for group in ("all", "any"):
        if node.has(group):
            node.object(required=(group,))
            return Condition(group, parts=node.list_of(read_condition, key=group, least=1))
    if node.has("not"):
        node.object(required=("not",))
        return Condition("not", parts=(read_condition(node["not"]),))
    kinds = [kind for kind in vocabulary.CONDITIONS if node.has(kind)]
    if len(kinds) != 1:
        raise node.fail(f"syarat butuh tepat satu dari: {', '.join((*vocabulary.CONDITIONS, 'all', 'any', 'not'))}")
    node.object(required=("field", kinds[0]))
    return Condition(kinds[0], field=node["field"].text(most=120), value=node[kinds[0]].value)


def _message(node: Node) -> Message:
    node.object(required=("channel", "sender", "subject", "body"), optional=("known",))
    return Message(
        channel=node["channel"].one_of(vocabulary.CHANNELS),
        sender=node["sender"].text(most=80),
        subject=node["subject"].text(most=120),
        body=node["body"].text(),
        known=node.boolean("known"),
    )


def _branch(node: Node) -> Branch:
    node.object(required=("to",), optional=("when",))
    return Branch(node["to"].slug(), read_condition(node["when"]) if node.has("when") else None)


def read_texts(node: Node) -> dict[str, Text]:
    return {code: read_text(child) for code, child in node.pairs()}


def read_text(node: Node) -> Text:
    node.object(required=("says",), optional=("do", "known"))
    return Text(node["says"].text(most=300), node.optional_text("do", most=400), node.boolean("known"))


def read_line(node: Node) -> Line:
    node.object(required=("label", "source"), optional=("derive",))
    derive = node["derive"].one_of(vocabulary.DERIVATIONS) if node.has("derive") else ""
    return Line(node["label"].text(most=120), node["source"].text(most=300), derive)
