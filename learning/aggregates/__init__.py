"""Sums of events that are kept up to date: docs/architecture.md tells how."""

from learning.aggregates.forgetting import forget, merge

__all__ = ["forget", "merge"]
