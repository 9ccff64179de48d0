"""Excel, the one place: request workbooks drawn, filled and read back, registers read."""
