import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.decomposition import PCA

from seqviz.embeddings.bias_recovery import recover
from seqviz.embeddings.debias import (
    bias_direction,
    component,
    debias,
    equalise,
    indirect_bias,
    neutralise,
)
from seqviz.embeddings.space import WordVectors, to_unit

GENDER = to_unit(np.random.default_rng(0).normal(size=12))


def a_world():
    """Pairs that differ along GENDER; twenty jobs, ten leaning to either side, with company to match."""
    rng = np.random.default_rng(1)
    names, rows = [], []
    for i in range(5):
        base = rng.normal(size=12)
        names += [f"she{i}", f"he{i}"]
        rows += [base - 2 * GENDER, base + 2 * GENDER]
    company = rng.normal(size=12)
    for i in range(20):
        side = 1 if i < 10 else -1
        names.append(f"job{i}")
        rows.append(rng.normal(size=12) * 0.5 + side * (GENDER + company))
    return WordVectors(tuple(names), np.array(rows))


PAIRS = [(f"she{i}", f"he{i}") for i in range(5)]
JOBS = [f"job{i}" for i in range(20)]


def test_the_direction_is_the_first_component_of_the_words_centred_within_each_pair():
    vectors = a_world()
    found = bias_direction(vectors, PAIRS)
    centred = np.concatenate(
        [vectors.units[vectors.rows(pair)] - vectors.units[vectors.rows(pair)].mean(0) for pair in PAIRS]
    )
    expected = PCA(1).fit(centred)
    assert abs(float(found.direction @ expected.components_[0])) == pytest.approx(1)
    assert found.explained[0] == pytest.approx(expected.explained_variance_ratio_[0])
    assert found.explained.sum() == pytest.approx(1)


def test_the_direction_points_to_the_second_words():
    vectors = a_world()
    direction = bias_direction(vectors, PAIRS).direction
    assert component(vectors.unit("he0"), direction) > component(vectors.unit("she0"), direction)
    assert direction @ GENDER > 0.95


@pytest.mark.parametrize(("pairs", "message"), [([], "at least one pair"), ([("he0", "he0")], "same vector")])
def test_a_direction_that_cannot_be_is_refused(pairs, message):
    with pytest.raises(ValueError, match=message):
        bias_direction(a_world(), pairs)


@given(strength=st.floats(0, 1))
def test_neutralising_never_enlarges_the_component_and_wholly_removes_it_at_full_strength(strength):
    units = a_world().units
    changed = component(neutralise(units, GENDER, strength), GENDER)
    assert (np.abs(changed) <= np.abs(component(units, GENDER)) + 1e-6).all()
    np.testing.assert_allclose(component(neutralise(units, GENDER), GENDER), 0, atol=1e-12)


def test_equalised_words_are_equally_far_from_every_neutralised_word():
    vectors = a_world()
    direction = bias_direction(vectors, PAIRS).direction
    changed = debias(vectors, direction, PAIRS, ["she0", "he0"])
    for she, he in PAIRS:
        for job in JOBS:
            assert changed.similarity(she, job) == pytest.approx(changed.similarity(he, job), abs=1e-9)
            distances = [np.linalg.norm(changed.unit(word) - changed.unit(job)) for word in (she, he)]
            assert distances[0] == pytest.approx(distances[1], abs=1e-9)


def test_at_strength_nought_nothing_changes_but_the_length():
    vectors = a_world()
    np.testing.assert_allclose(debias(vectors, GENDER, PAIRS, [], 0.0).vectors, vectors.units, atol=1e-9)


def test_equal_words_can_be_equalised():
    both = equalise(np.stack([GENDER, GENDER]), to_unit(np.ones(12)))
    assert np.isfinite(both).all()


def test_the_bias_can_still_be_told_from_the_company_a_word_keeps():
    vectors = a_world()
    direction = bias_direction(vectors, PAIRS).direction
    found = recover(vectors, debias(vectors, direction, PAIRS, []), JOBS, direction)
    assert found.told_before > 0.9
    assert found.told_after > max(0.9, found.told_by_chance)
    assert found.near_after > max(0.7, found.near_by_chance)


def test_sides_without_meaning_are_told_no_better_than_shuffled_ones():
    rng = np.random.default_rng(3)
    noise = WordVectors(tuple(f"w{k}" for k in range(40)), rng.normal(size=(40, 12)))
    axis = np.eye(12)[0]
    found = recover(noise, WordVectors(noise.words, neutralise(noise.units, axis)), noise.words, axis)
    assert found.told_after <= found.told_by_chance
    assert found.near_after <= found.near_by_chance


def test_too_few_words_for_the_counter_test_are_refused():
    with pytest.raises(ValueError, match="at least 8 words"):
        recover(a_world(), a_world(), JOBS[:5], GENDER)


@pytest.mark.parametrize("swapped", [False, True])
def test_a_pair_is_equalised_by_the_published_formula(swapped):
    """Bolukbasi et al. 2016, step 2b: nu + sqrt(1 - |nu|²) (w_B - mu_B) / |w_B - mu_B|."""
    rng = np.random.default_rng(5)
    first, second = to_unit(rng.normal(size=(2, 12)))[:: -1 if swapped else 1]
    mu = 0.5 * (first + second)
    mu_b = np.dot(mu, GENDER) * GENDER
    nu = mu - mu_b
    expected = []
    for word in (first, second):
        apart = np.dot(word, GENDER) * GENDER - mu_b
        expected.append(nu + np.sqrt(1 - nu @ nu) * apart / np.linalg.norm(apart))
    np.testing.assert_allclose(equalise(np.stack([first, second]), GENDER), expected, atol=1e-12)


@pytest.mark.parametrize("strength", [0.3, 0.5])
def test_half_way_a_vector_is_a_mixture_at_length_one(strength):
    first, second = to_unit(np.random.default_rng(6).normal(size=(2, 12)))
    whole = equalise(np.stack([first, second]), GENDER)
    mixed = [(1 - strength) * a + strength * b for a, b in zip((first, second), whole, strict=True)]
    found = equalise(np.stack([first, second]), GENDER, strength)
    np.testing.assert_allclose(found, [m / np.linalg.norm(m) for m in mixed], atol=1e-12)
    without = first - strength * np.dot(first, GENDER) * GENDER
    found = neutralise(first[None], GENDER, strength)[0]
    np.testing.assert_allclose(found, without / np.linalg.norm(without), atol=1e-12)


def sets_of_three():
    """Four sets of three words that differ within a plane, two words that should have none of it."""
    rng = np.random.default_rng(8)
    corners = np.array([[1.0, 0], [-0.5, 0.8], [-0.5, -0.8]]) @ np.eye(10)[:2]
    names, rows = [], []
    for i in range(4):
        names += [f"{kind}{i}" for kind in "abc"]
        rows += list(rng.normal(size=10) + 2 * corners + 0.1 * rng.normal(size=(3, 10)))
    return WordVectors((*names, "x", "y"), np.array([*rows, *rng.normal(size=(2, 10))]))


def test_sets_of_three_define_a_plane_and_are_equally_far_from_every_neutral_word():
    vectors = sets_of_three()
    sets = [tuple(f"{kind}{i}" for kind in "abc") for i in range(4)]
    found = bias_direction(vectors, sets)
    assert found.axes.shape == (2, 10)
    centred = np.concatenate(
        [vectors.units[vectors.rows(s)] - vectors.units[vectors.rows(s)].mean(0) for s in sets]
    )
    expected = PCA(2).fit(centred)
    np.testing.assert_allclose(np.abs((found.axes * expected.components_).sum(axis=1)), 1)
    changed = debias(vectors, found.axes, sets, [])
    np.testing.assert_allclose(changed.subset(["x", "y"]).vectors @ found.axes.T, 0, atol=1e-12)
    np.testing.assert_allclose(np.linalg.norm(changed.vectors, axis=1), 1)
    for words in sets:
        for neutral in ("x", "y"):
            distances = [np.linalg.norm(changed.unit(word) - changed.unit(neutral)) for word in words]
            assert distances == pytest.approx([distances[0]] * 3, abs=1e-9)


def test_the_share_of_a_similarity_that_is_owed_to_the_direction():
    """Bolukbasi et al. 2016: (w·v - w⊥·v⊥ / |w⊥||v⊥|) / w·v."""
    w, v = to_unit(np.random.default_rng(9).normal(size=(2, 12)))
    w_left, v_left = (x - (x @ GENDER) * GENDER for x in (w, v))
    left = w_left @ v_left / np.linalg.norm(w_left) / np.linalg.norm(v_left)
    assert indirect_bias(w, v, GENDER) == pytest.approx((w @ v - left) / (w @ v))


def test_what_is_all_direction_is_owed_to_it_and_what_has_none_is_not():
    axis, first, second, both = np.eye(4)[0], np.eye(4)[1], np.eye(4)[2], to_unit(np.array([0.0, 1, 1, 0]))
    assert indirect_bias(to_unit(axis + first), to_unit(axis + second), axis) == pytest.approx(1)
    assert indirect_bias(first, both, axis) == pytest.approx(0)
    assert np.isnan(indirect_bias(first, second, axis))
