"""Records beside one another: change, progress, agreement, revisions, and what an article implies."""
