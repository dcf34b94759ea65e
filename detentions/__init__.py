"""Who was detained at protests, by whose count, and on what source."""
