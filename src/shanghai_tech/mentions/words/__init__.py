"""Words: tokens, their parts of speech and their forms."""
