"""Read the forms that a source file may have, one module for each."""
