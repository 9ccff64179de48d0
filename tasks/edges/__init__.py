"""The outside, one module for each outside thing: plain values and bytes in and out."""
