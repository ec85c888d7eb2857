"""Each a thin shell over a module that does the work."""
