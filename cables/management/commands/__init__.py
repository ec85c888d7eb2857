"""Commands of manage.py, each a thin shell over the module that does the work."""
