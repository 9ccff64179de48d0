"""How the weights of rules were found, for whoever wants to find better ones."""
