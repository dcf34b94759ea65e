"""The door: what the public may see, as SQL views and the models mapped onto them."""
