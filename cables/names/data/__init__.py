"""Word lists for telling names from other words, and the script that generates one of them."""
