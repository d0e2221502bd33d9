"""An address, and a button that copies it."""
