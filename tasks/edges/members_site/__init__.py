"""The members' database behind its door. The package loads nothing by itself: Datasette is slow."""
