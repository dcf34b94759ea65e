"""The OpenAPI document, generated from records, filters and the shapes of tallies."""
