"""The commands of manage.py, and their arguments, progress and error messages."""
