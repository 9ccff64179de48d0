"""Spreadsheets of strangers, read into one sparse model: cells as they stand, nothing believed."""
