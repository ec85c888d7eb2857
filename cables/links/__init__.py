"""What a URL, a reference or a pasted line refers to, and the URLs of this site's own pages."""
