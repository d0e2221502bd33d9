"""The server around the pages: booted once, limited by client, and quick to forget who has gone."""
