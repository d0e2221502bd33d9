"""A text whose words are coloured by a number each."""
