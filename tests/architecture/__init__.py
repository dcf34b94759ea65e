"""Reads the project's syntax trees and names every breach of docs/architecture.md."""
