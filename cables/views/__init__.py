"""Django views, one page per module, each in three steps: find, arrange, render."""
