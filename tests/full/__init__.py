"""What needs a browser, npm clients or a long time; run by make test-full."""
