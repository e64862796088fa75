"""What learners may do with what is recorded of them: read it, take it along, erase it, refuse it."""
