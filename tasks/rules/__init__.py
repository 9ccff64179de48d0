"""Pure decisions: words in, words out. No clock, no files, no database, no Prefect."""
