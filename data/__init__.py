"""The memory: words, errors, settings, tables and the one door to them."""
