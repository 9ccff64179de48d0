"""The work: steps fetch facts, let a rule decide and hand the result to an edge or to the store."""
