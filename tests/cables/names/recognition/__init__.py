"""Finding people: each module by short specimens, and the seed cable whole."""
