"""What a URL, a reference or a pasted line means, and links into lists."""
