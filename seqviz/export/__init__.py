"""A finished run as files to take home."""
