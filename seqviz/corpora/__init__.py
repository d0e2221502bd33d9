"""Where text comes from: bundled and generated, downloaded, uploaded."""
