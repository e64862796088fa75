"""From events to people, from people to sums, from sums to figures at a moment."""
