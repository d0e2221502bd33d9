"""The workers: processes that take runs from the store and train them."""
