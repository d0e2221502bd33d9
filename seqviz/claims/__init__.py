"""Claims on trial: what articles say of these nets, as experiments over seeds, with a verdict computed from them."""
