from seqviz.lessons.word2vec.network import FAR, NEAR, NEVER_MET
from seqviz.lessons.word2vec.opening import COMPANY_DECIDES


def test_only_near_bears_it_out():
    assert [COMPANY_DECIDES.holds(option) for option in (NEAR, FAR, NEVER_MET)] == [True, False, False]
