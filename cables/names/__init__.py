"""Personal names in one text: recognize, compare and protect them."""
