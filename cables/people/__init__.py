"""People across cables: resolve names to people, and show what cables say of a person."""
