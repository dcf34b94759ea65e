"""What answers cost, as ratios measured side by side in one run (docs/performance.md)."""
