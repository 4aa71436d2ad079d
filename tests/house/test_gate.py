"""Only the gate makes what the public may see."""

import ast

import pytest

from learnt.records.sealing import Sealed
from tests.house.sources import ROOT, modules, tree

GATE = "learnt.deidentify.gate"
DEFINED_IN = ("learnt.records.public", "learnt.records.sealing")
SEALED = {
    node.name
    for node in tree(modules()["learnt.records.public"]).body
    if isinstance(node, ast.ClassDef)
    and any(isinstance(base, ast.Name) and base.id == "Sealed" for base in node.bases)
}
PARTS = {"PublicMetadata", "PublicDocument", "PublicEvidence"}
SEALING = {"seal_of"}


def makers(source: ast.Module, of: set[str]) -> set[str]:
    """Give the names of `of` that a module calls, or hands to something that would call them."""
    found: set[str] = set()
    for node in ast.walk(source):
        if not isinstance(node, ast.Call):
            continue
        for part in (node.func, *node.args, *(word.value for word in node.keywords)):
            name = part.id if isinstance(part, ast.Name) else getattr(part, "attr", "")
            if name in of:
                found.add(name)
    return found - {"isinstance"}


def is_check(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and node.func.id in ("isinstance", "load_public")


def unchecked(source: ast.Module) -> ast.Module:
    """Give the module without questions about a record's type, which make none."""

    class Drop(ast.NodeTransformer):
        def visit_Call(self, node: ast.Call) -> ast.AST:
            self.generic_visit(node)
            return ast.Constant(None) if is_check(node) else node

    return Drop().visit(ast.parse(ast.unparse(source)))  # type: ignore[no-any-return]


def test_the_sealed_records_are_known() -> None:
    assert {"PublicReview", "PublicRecommendation", "PublicText"} <= SEALED


@pytest.mark.parametrize("module", [m for m in modules() if m not in (GATE, *DEFINED_IN)])
def test_no_module_but_the_gate_makes_public_records(module: str) -> None:
    source = unchecked(tree(modules()[module]))
    assert not makers(source, SEALED | PARTS | SEALING)


def test_the_gate_is_where_they_are_made() -> None:
    made = makers(unchecked(tree(modules()[GATE])), SEALED | PARTS | SEALING)
    assert made == SEALED | PARTS | SEALING


def test_a_maker_is_noticed() -> None:
    sneaky = "x = PublicReview(review=y)\nz = decode(text, type=PublicText)\nw = seal_of('a', {})"
    assert makers(ast.parse(sneaky), SEALED | SEALING) == {"PublicReview", "PublicText", "seal_of"}


def test_no_class_is_sealed_out_of_sight() -> None:
    subclasses = {
        one.__name__ for one in Sealed.__subclasses__() if one.__module__.startswith("learnt")
    }
    assert subclasses == SEALED
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef) and path.name != "public.py":
                bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
                assert not bases & (SEALED | {"Sealed"}), f"{path}: {node.name}"
