"""Who is who across cables: names found in each are settled into persons."""
