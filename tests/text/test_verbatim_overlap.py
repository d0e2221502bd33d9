import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.text.verbatim_overlap import Span, share_memorised, verbatim_spans


def test_stretches_of_the_training_text_are_found_and_invented_ones_are_not():
    training = "the tide ran out and the lamp was lit"
    generated = "xx the lamp was QQ tide ran out"
    assert verbatim_spans(generated, training, 8) == [Span(2, 16, 20), Span(18, 31, 3)]
    assert share_memorised(generated, verbatim_spans(generated, training, 8)) == pytest.approx(27 / 31)


@given(st.text("ab", max_size=40), st.text("ab", max_size=60), st.integers(1, 6))
def test_every_span_stands_in_the_training_text_and_cannot_be_lengthened(generated, training, shortest):
    spans = verbatim_spans(generated, training, shortest)
    for span in spans:
        assert training[span.source : span.source + len(span)] == generated[span.start : span.end]
        assert len(span) >= shortest
        assert span.end == len(generated) or generated[span.start : span.end + 1] not in training
    assert all(left.end <= right.start for left, right in zip(spans, spans[1:], strict=False))


@given(st.text("ab", max_size=40), st.text("ab", max_size=60), st.integers(1, 6))
def test_no_stretch_outside_the_spans_is_long_enough(generated, training, shortest):
    ends = [0, *(span.end for span in verbatim_spans(generated, training, shortest))]
    starts = [*(span.start for span in verbatim_spans(generated, training, shortest)), len(generated)]
    for end, start in zip(ends, starts, strict=True):
        gap = generated[end:start]
        assert not any(gap[k : k + shortest] in training for k in range(len(gap) - shortest + 1))


def test_nothing_generated_is_nothing_memorised():
    assert verbatim_spans("", "abc", 1) == []
    assert share_memorised("", []) == 0.0
    with pytest.raises(ValueError, match="at least 1 character, not 0"):
        verbatim_spans("a", "a", 0)
