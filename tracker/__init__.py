"""The project: settings, URLs, the server entry point and health. No domain rules live here."""
