"""From sources to the database: parse in workers, merge versions, save."""
