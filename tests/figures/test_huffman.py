from seqviz.figures.huffman import TreeNode, tree_chart


def test_the_tree_draws_every_branch_once_and_the_path_apart():
    nodes = [
        TreeNode(0.5, 0, 0, "node 1", True, False),
        TreeNode(0.0, 1, 0, "a", True, True),
        TreeNode(1.0, 1, 0, "b", False, True),
    ]
    figure = tree_chart(nodes, title="A tree")
    others, path, inner, words = figure.data
    assert list(path.x) == [0.5, 0.0, None]
    assert list(others.x) == [0.5, 1.0, None]
    assert list(words.text) == ["a", "b"]
    assert len(inner.x) == 1
