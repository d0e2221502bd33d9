"""What a page holds: settings, addresses, what is set together, what is refused."""
