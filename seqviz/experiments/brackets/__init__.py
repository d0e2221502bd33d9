"""Do the brackets right around a word belong together? One layer beside two."""
