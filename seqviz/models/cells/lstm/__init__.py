"""The LSTM: its equations and all that is known of them."""
