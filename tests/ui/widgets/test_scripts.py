from __future__ import annotations

import pytest

from seqviz.ui.widgets.scripts import one_module
from tests.ui.widgets.node import run

NUMBERS = "const step = 2;\nexport function twice(x) {\n  return step * x;\n}\nexport const THREE = 3;\n"
WORDS = (
    'import {\n  twice,\n} from "../numbers.js";\n\n'
    'const step = "two";\nexport class Said {\n  text = `${step}: ${twice(1)}`;\n}\n'
)
ENTRY = (
    'import { Said } from "./inner/words.js";\nimport { THREE, twice } from "./numbers.js";\n\n'
    "const step = 10;\n\nexport default function () {\n  return [new Said().text, twice(THREE), step];\n}\n"
)


@pytest.fixture
def written(tmp_path):
    """Write modules into a folder and give the path of the first."""

    def write(**modules):
        for name, text in modules.items():
            path = tmp_path / f"{name.replace('__', '/')}.js"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        return tmp_path / f"{next(iter(modules))}.js"

    return write


def test_the_one_module_does_what_the_modules_do_and_their_own_names_do_not_meet(written):
    entry = written(entry=ENTRY, numbers=NUMBERS, inner__words=WORDS)
    bundled = entry.with_name("bundled.mjs")
    bundled.write_text(one_module(entry))
    for path in (entry, bundled):
        done = run(
            "--eval", f"import('{path.as_uri()}').then((all) => console.log(JSON.stringify(all.default())))"
        )
        assert done.stdout == '["two: 2",6,10]\n', done.stderr


def test_a_module_is_taken_once_and_stands_after_what_it_needs(written):
    text = one_module(written(entry=ENTRY, numbers=NUMBERS, inner__words=WORDS))
    places = [text.index(f'modules["{name}.js"] = ') for name in ("numbers", "inner/words")]
    assert places == sorted(places)
    assert text.count("return step * x;") == 1


DEFAULT = "export default function () {}\n"


@pytest.mark.parametrize(
    ("modules", "said"),
    [
        ({"a": 'import { b } from "./b.js";\n' + DEFAULT}, "There is no module .*b.js, which is imported"),
        (
            {"a": 'import { b, c } from "./b.js";\n' + DEFAULT, "b": "export const b = 1;\nconst c = 2;\n"},
            "a.js imports c, which b.js does not export",
        ),
        (
            {"a": DEFAULT + "export const b = 1;\nexport function b() {}\n"},
            "a.js exports b twice",
        ),
        (
            {"a": 'import { b } from "./b.js";\n' + DEFAULT, "b": 'import { c } from "./a.js";\n'},
            "in a circle, but a.js imports b.js imports a.js",
        ),
        (
            {"a": 'import { b } from "./b.js";\n' + DEFAULT, "b": "export const b = 1;\n" + DEFAULT},
            "Only the entry, a.js, .* not b.js",
        ),
        ({"a": "export const b = 1;\n"}, "Only the entry, a.js, and that always, has a default export"),
        (
            {"a": 'import { b as c } from "./b.js";\n' + DEFAULT},
            "a.js has to import each module once and by plain names",
        ),
        (
            {"a": 'import { b } from "./b.js";\nimport { c } from "./b.js";\n' + DEFAULT, "b": ""},
            "a.js has to import each module once",
        ),
        *(
            ({"a": DEFAULT + statement}, "a.js imports or exports in a way not known here: '(im|ex)port")
            for statement in (
                'import * as b from "./b.js";\n',
                'import b from "./b.js";\n',
                'import { b } from "b";\n',
                "export { b };\n",
                'export * from "./b.js";\n',
                "export let b = 1;\n",
                "export const { b } = c;\n",
                "const b = await import(c);\n",
                "const b = import.meta.url;\n",
                DEFAULT,
            )
        ),
    ],
)
def test_what_is_not_there_or_not_understood_is_refused_with_a_sentence(written, modules, said):
    with pytest.raises(ValueError, match=said):
        one_module(written(**modules))
