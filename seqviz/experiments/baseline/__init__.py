"""The baseline beside every net: TF-IDF with logistic regression."""
