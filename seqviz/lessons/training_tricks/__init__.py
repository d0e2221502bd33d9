"""The parts of the lesson on word2vec's training tricks."""
