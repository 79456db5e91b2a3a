"""Questions put to records, with answers of three values."""
