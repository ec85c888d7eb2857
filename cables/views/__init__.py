"""The pages, one a module, each in three movements: find, arrange, render."""
