import pytest

from seqviz.text.markup import strip_html


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>one</p><p>two</p>three<br/>four", "one\ntwo\nthree\nfour"),
        ("<head><title>Two</title></head><body>parts<noscript>off</noscript>", "Two\nparts"),
        ("<select><option>red<option>green</select>", "red\ngreen"),
        ("fish &amp; <b>chips</b>", "fish & chips"),
        ("<script>alert(1)</script><style>p{}</style>seen<!-- unseen -->", "seen"),
        ("3 < 5 and I <3 it", "3 < 5 and I <3 it"),
        ("an <i>unclosed tag", "an unclosed tag"),
        ("broken <div", "broken <div"),
        ("<![", "<!["),
        ("a <![x]> b", "a <![x]> b"),
        ("", ""),
    ],
)
def test_html_gives_what_a_browser_would_show(html, shown):
    assert strip_html(html) == shown


def test_a_megabyte_of_unclosed_tags_is_no_trouble():
    assert strip_html("<a " * 300_000).count("<a") == 300_000
