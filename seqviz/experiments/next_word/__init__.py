"""Why a net that reads from both ends must not predict the next word."""
