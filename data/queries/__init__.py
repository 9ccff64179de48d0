"""Rows in, vocabulary out, and back again: one file for each aggregate."""
