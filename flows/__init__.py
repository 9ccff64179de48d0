"""The story: the four phases of the Annual Response Mapping, as flows."""
