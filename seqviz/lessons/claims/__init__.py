"""The page of the claims on trial: an overview, and a card for each claim."""
