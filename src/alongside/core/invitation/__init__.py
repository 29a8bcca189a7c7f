"""Asked without an account: a link that answers nothing by being opened, and a PIN said aloud."""
