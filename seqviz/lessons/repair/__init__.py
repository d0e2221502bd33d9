"""The parts of the lesson on faulty code: snippets, what they do, and how a person mends them."""
