from seqviz.experiments.word_vectors.mapped import mapped_words


def test_the_small_world_maps_its_groups():
    chosen = mapped_words("world", ("king", "queen", "paris", "the"))
    assert dict(zip(chosen["words"], chosen["groups"], strict=True)) == {
        "king": "royalty",
        "queen": "royalty",
        "paris": "capitals",
    }
