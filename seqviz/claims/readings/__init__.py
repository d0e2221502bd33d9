"""What is read from finished runs for the table of a trial."""
