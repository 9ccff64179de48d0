"""Modules stay small, flows tell a story, and imports stand at the top where they can be read."""

import ast

from tests.house.sources import ROOMS, modules, name_of, tree_of, walk

_WORD_LESS = ("utils", "helpers", "manager", "misc", "common")


def lengths(*rooms: str) -> dict[str, int]:
    return {
        name_of(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules(*rooms)
    }


def test_no_module_is_longer_than_three_hundred_lines():
    assert {name: length for name, length in lengths(*ROOMS).items() if length > 300} == {}


def test_no_test_module_is_longer_than_four_hundred_lines():
    assert {name: length for name, length in lengths("tests").items() if length > 400} == {}


def test_every_module_is_named_by_its_subject():
    assert [name for name in lengths(*ROOMS) if any(word in name for word in _WORD_LESS)] == []


def test_every_module_says_what_it_is_for():
    bare = [
        name_of(path)
        for path in modules(*ROOMS)
        if path.read_text(encoding="utf-8").strip() and not ast.get_docstring(tree_of(path))
    ]
    assert bare == []


def test_a_flow_module_holds_flows_and_nothing_else():
    told = [path for path in modules("flows") if not path.stem.startswith("__")]
    others = [
        f"{name_of(path)}:{node.lineno}"
        for path in told
        for node in tree_of(path).body[1:]
        if not (isinstance(node, ast.Import | ast.ImportFrom) or _is_flow(node))
    ]
    assert told
    assert others == []


def _is_flow(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef) and any(
        isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id == "flow"
        for each in node.decorator_list
    )


def test_a_flow_is_read_on_one_screen():
    long = {
        f"{name} {node.name}": node.end_lineno - node.lineno + 1
        for name, node in walk("flows")
        if isinstance(node, ast.FunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= 60
    }
    assert long == {}


def test_a_flow_decides_and_catches_nothing():
    # An `if` belongs to a rule and a `try` to a step; the command line is no story.
    found = [
        f"{name}:{node.lineno}"
        for name, node in walk("flows")
        if isinstance(node, ast.If | ast.Try | ast.While | ast.With) and "__main__" not in name
    ]
    assert found == []


def test_every_import_stands_at_the_top_of_its_module():
    # A module only one system has is imported under a question about the system, at the top.
    hidden = [
        f"{name}:{inner.lineno}"
        for name, node in walk(*ROOMS)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Try)
        or (isinstance(node, ast.If) and "sys.platform" not in ast.unparse(node.test))
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []


def test_nothing_is_imported_for_the_type_checker_alone():
    named = [
        name
        for name, node in walk(*ROOMS)
        if "TYPE_CHECKING" in (getattr(node, "id", ""), getattr(node, "attr", ""))
    ]
    assert named == []


def test_nobody_prints():
    calls = [
        f"{name}:{node.lineno}"
        for name, node in walk(*ROOMS)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert calls == []


def test_no_except_catches_everything():
    broad = [
        f"{name}:{node.lineno}"
        for name, node in walk(*ROOMS)
        if isinstance(node, ast.ExceptHandler)
        and (
            node.type is None
            or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException"))
        )
    ]
    assert broad == []
