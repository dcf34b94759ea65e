"""The demonstration and the loads for measuring."""
