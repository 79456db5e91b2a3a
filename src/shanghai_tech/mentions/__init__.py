"""Text → mentions: words with their tags, and the amounts, times and names among them."""
