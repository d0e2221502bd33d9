"""seqviz: text becomes numbers, word vectors are learned, recurrent nets are opened and read."""
