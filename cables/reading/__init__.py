"""One cable as its pages show it: reading view, telegram, annotations, citation and share text."""
