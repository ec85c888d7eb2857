"""What templates need beside their context."""
