"""Who is who: names found in each cable are resolved to persons."""
