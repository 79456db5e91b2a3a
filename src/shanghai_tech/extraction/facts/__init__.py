"""The numbered rules: from a sentence to drafts of facts."""
