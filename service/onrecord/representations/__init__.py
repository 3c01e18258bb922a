"""Answers in the forms that others read: linked data, and a table."""
