"""Compare what two checkouts of the site answer at every public address."""
