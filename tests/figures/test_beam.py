from seqviz.figures.beam import Branch, beam_tree


def test_the_tree_ranks_the_likelier_higher():
    branches = [
        Branch(-1, "x", 0.7, -0.4, 1, True, True),
        Branch(-1, "y", 0.2, -1.6, 1, True, False),
        Branch(1, "z", 0.9, -1.7, 2, False, False),
        Branch(0, "w", 0.5, -1.1, 2, True, True),
    ]
    figure = beam_tree(branches)
    nodes = figure.data[-1]
    assert list(nodes.hovertext) == ["x", "y", "z", "w"]
    assert list(nodes.text) == ["x", "y", "", "w"]
    assert list(nodes.x) == [1, 1, 2, 2]
    assert list(nodes.y) == [1, 2, 2, 1]
    best = figure.data[1]
    assert list(best.x) == [0, 1, None, 1, 2, None]


def test_labels_are_short_enough_to_stand_beside_one_another():
    chain = [Branch(k - 1, "reconnaissance", 0.9, -k, k + 1, True, k % 2 == 0) for k in range(10)]
    labels = beam_tree(chain).data[-1]
    assert max(map(len, labels.text)) <= 12
    assert labels.hovertext[0] == "reconnaissance"
    assert set(labels.textposition) == {"top center", "bottom center"}
    long = [Branch(k - 1, "un", 0.9, -k, k + 1, True, k % 2 == 0) for k in range(30)]
    assert beam_tree(long).data[-1].text[:2] == ("un", "")
