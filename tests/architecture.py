"""The rules of docs/architecture.md as functions over a source tree: each returns the places that break one."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGES = ("learning", "sandbox", "tutorials")
MODULE_CEILING = 250
FUNCTION_CEILING = 40
NAMELESS = {"utils", "helpers", "common"}

# What the web needs of a package is not for another package; domain rules are reached through use cases.
# `sandbox.domain` is the exception: pure functions (what a real NIK looks like) that guard every door of the site.
CLOSED_TO_LEARNING = {
    "admin", "apps", "blocks", "domain", "forms", "management", "migrations", "templatetags", "urls", "views",
    "wagtail_hooks",
}  # fmt: skip
IMPURE_MODULES = {"django", "wagtail", "modelcluster", "taggit", "django_htmx", "environ", "secrets", "time", "os"}
IMPURE_CALLS = {"now", "today", "utcnow", "uuid1", "uuid4"}

INLINE = {
    "style attribute": re.compile(r"<[a-zA-Z][^<>]*\sstyle\s*="),
    "style element": re.compile(r"<style\b"),
    "inline script": re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*\btype=\"application/(?:ld\+)?json\")"),
    "event attribute": re.compile(r"<[a-zA-Z][^<>]*\son[a-z]+\s*="),
}
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|farm|root|home/\w+|Users/\w+)/")
TEXT_SUFFIXES = {".py", ".html", ".css", ".js", ".md", ".json", ".csv", ".txt", ".in", ".toml", ".sh", ".svg", ""}
TREES = (*PACKAGES, "templates", "static", "tests", "scripts", "bench", "docs")


def forbidden_imports(root: Path) -> list[str]:
    found = []
    for file, tree in _modules(root):
        importer = ".".join(file.relative_to(root).with_suffix("").parts)
        for line, imported in _imports(tree):
            if _is_forbidden(importer, imported):
                found.append(f"{file.relative_to(root)}:{line}: {imported}")
    return found


def mentions_of_learning(root: Path) -> list[str]:
    """Strings by which another package would reach `learning` without importing it."""
    found = []
    for file, tree in _modules(root):
        if file.relative_to(root).parts[0] == "learning":
            continue
        for node in ast.walk(tree):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and re.fullmatch(r"learning(\.\w+)*", text):
                found.append(f"{file.relative_to(root)}:{node.lineno}: {text!r}")
    return found


def impure_domain_code(root: Path) -> list[str]:
    """Django, the clock, randomness or the environment inside a `domain` package."""
    found = []
    for file, tree in _modules(root):
        if "domain" not in file.relative_to(root).parts:
            continue
        for line, imported in _imports(tree):
            if imported.split(".")[0] in IMPURE_MODULES or imported in ("random.random", "uuid.uuid4"):
                found.append(f"{file.relative_to(root)}:{line}: {imported}")
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in IMPURE_CALLS:
                found.append(f"{file.relative_to(root)}:{node.lineno}: {node.func.attr}()")
    return found


def oversized(root: Path) -> list[str]:
    found = []
    for file, tree in _modules(root, "scripts", "bench"):
        lines = len(file.read_text().splitlines())
        if lines > MODULE_CEILING:
            found.append(f"{file.relative_to(root)}: {lines} lines")
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = node.end_lineno - node.lineno + 1
                if length > FUNCTION_CEILING:
                    found.append(f"{file.relative_to(root)}:{node.lineno}: {node.name} has {length} lines")
    return found


def nameless_modules(root: Path) -> list[str]:
    trees = (*PACKAGES, "tests", "scripts", "bench")
    files = [file for name in trees for file in sorted((root / name).rglob("*.py"))]
    return [str(file.relative_to(root)) for file in files if file.stem in NAMELESS or file.parent.name in NAMELESS]


def inline_code(root: Path) -> list[str]:
    """What the content policy would block: styles and scripts written into a template."""
    found = []
    for file in sorted((root / "templates").rglob("*.html")):
        text = file.read_text()
        for name, pattern in INLINE.items():
            for match in pattern.finditer(text):
                found.append(f"{file.relative_to(root)}:{text.count(chr(10), 0, match.start()) + 1}: {name}")
    return found


def machine_paths(root: Path) -> list[str]:
    found = []
    for file in _texts(root):
        for number, line in enumerate(file.read_text().splitlines(), 1):
            if MACHINE_PATH.search(line):
                found.append(f"{file.relative_to(root)}:{number}: {line.strip()}")
    return found


def _is_forbidden(importer: str, imported: str) -> bool:
    source, target = importer.split(".")[0], imported.split(".")[0]
    if target not in PACKAGES:
        return False
    if ".domain." in f"{importer}.":
        return ".domain" not in imported or (target != source and (source, target) != ("learning", "sandbox"))
    if target == source:
        return False
    if source == "tutorials":
        return not f"{imported}.".startswith("sandbox.catalogue.")
    if source == "learning":
        area = f"{imported}.".split(".")[1]
        return area in CLOSED_TO_LEARNING and (target, area) != ("sandbox", "domain")
    return True  # sandbox imports nothing of ours


def _imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Each imported name in full: `from sandbox import forms` is sandbox.forms."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


def _modules(root: Path, *more: str) -> Iterator[tuple[Path, ast.Module]]:
    for name in (*PACKAGES, *more):
        for file in sorted((root / name).rglob("*.py")):
            if "migrations" not in file.parts:
                yield file, ast.parse(file.read_text())


def _texts(root: Path) -> Iterator[Path]:
    files = [file for file in root.iterdir() if file.is_file() and file.suffix in {".py", ".md", ".toml", ".in"}]
    files += [root / "Makefile", root / ".ci" / "run"]
    for name in TREES:
        files += (root / name).rglob("*")
    for file in sorted(files):
        if file.is_file() and file.suffix in TEXT_SUFFIXES and "__pycache__" not in file.parts:
            yield file
