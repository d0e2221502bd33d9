"""Small changes to a source text: another operator, sign, comparison or constant, one at a time.

Left out is what is no arithmetic: docstrings, annotations, error messages, defaults of settings and named
constants, which are choices and not sums.
"""

from __future__ import annotations

import ast
import io
import itertools
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass

OPERATORS = {
    "+": "-", "-": "+", "*": "/", "/": "*", "//": "*", "%": "//", "**": "*", "@": "*", "&": "|", "|": "&",
    "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=", "|=": "&=", "<": "<=", "<=": "<", ">": ">=", ">=": ">",
    "==": "!=", "!=": "==", "and": "or", "or": "and",
}  # fmt: skip
#: Arithmetic that is spelt as a function.
FUNCTIONS = {
    "add_": "sub_", "sub_": "add_", "mul_": "div_", "min": "max", "max": "min", "minimum": "maximum",
    "maximum": "minimum", "sum": "mean", "mean": "sum", "argmax": "argmin", "floor": "ceil", "ceil": "floor",
    "cumsum": "cumprod", "exp": "expm1", "sqrt": "square", "rsqrt_": "sqrt_",
}  # fmt: skip


Place = tuple[int, int]  # line, column
Placed = ast.expr | ast.AugAssign


@dataclass(frozen=True)
class Change:
    """One stretch of one line replaced by another.

    Attributes:
        path: of the source file, from the root.
        line: its number, from 1.
        column: where the old stretch begins, in characters.
        old: the stretch.
        new: what stands there instead.
        code: the whole line as it was.
    """

    path: str
    line: int
    column: int
    old: str
    new: str
    code: str

    @property
    def becomes(self) -> str:
        """The whole line as it is afterwards."""
        return self.code[: self.column] + self.new + self.code[self.column + len(self.old) :]

    def applied(self, source: str) -> str:
        """Return the source with this change made."""
        lines = source.splitlines(keepends=True)
        assert lines[self.line - 1].rstrip("\r\n") == self.code, f"{self.path}:{self.line} is another line"
        lines[self.line - 1] = self.becomes + "\n"
        return "".join(lines)

    def is_a_program(self, source: str) -> bool:
        """Tell whether the changed source can be compiled."""
        try:
            ast.parse(self.applied(source))
        except SyntaxError:
            return False
        return True


def changes_of(path: str, source: str) -> list[Change]:
    """Return the changes that can be made to a source text; a few are no program, see `Change.is_a_program`."""
    tree = ast.parse(source)
    spans, strings = _spans(_arithmetic(tree)), _spans(_inserted(tree))
    lines = source.splitlines()
    tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    return [
        Change(path, *token.start, token.string, new, lines[token.start[0] - 1])
        for before, token in itertools.pairwise(tokens)
        for new in _replacements(token, before)
        if _lies_in(token, spans) and not _lies_in(token, strings)
    ]


def _replacements(token: tokenize.TokenInfo, before: tokenize.TokenInfo) -> Iterator[str]:
    if token.type == tokenize.NUMBER:
        yield from _other_numbers(token.string)
    elif token.type == tokenize.NAME and token.string in FUNCTIONS and before.string == ".":
        yield FUNCTIONS[token.string]
    elif token.type in (tokenize.OP, tokenize.NAME) and token.string in OPERATORS:
        yield OPERATORS[token.string]


def _other_numbers(text: str) -> Iterator[str]:
    value = ast.literal_eval(text)
    if isinstance(value, int):
        yield str(value + 1)
        if value:
            yield str(value - 1)
    else:
        yield repr(value * 2) if value else "1.0"


def _arithmetic(node: ast.AST) -> Iterator[Placed]:
    """Find the outermost expressions in the bodies of functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            for part in child.body:
                yield from _in_a_body(part)
        elif isinstance(child, ast.ClassDef):
            yield from _arithmetic(child)


def _in_a_body(node: ast.AST) -> Iterator[Placed]:
    if isinstance(node, ast.AugAssign | ast.expr):
        yield node
    elif not isinstance(node, ast.Raise | ast.arguments):
        for name, value in ast.iter_fields(node):
            parts = value if isinstance(value, list) else [value]
            if name not in ("annotation", "returns"):
                yield from (
                    found for part in parts if isinstance(part, ast.AST) for found in _in_a_body(part)
                )


def _inserted(tree: ast.AST) -> Iterator[Placed]:
    """Find the texts with values put into them."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))


def _spans(nodes: Iterator[Placed]) -> list[tuple[Place, Place]]:
    return [
        ((node.lineno, node.col_offset), (node.end_lineno or 0, node.end_col_offset or 0)) for node in nodes
    ]


def _lies_in(token: tokenize.TokenInfo, spans: list[tuple[Place, Place]]) -> bool:
    return any(first <= token.start and token.end <= last for first, last in spans)
