"""What can be done, by subject: each file is a table of its acts."""
