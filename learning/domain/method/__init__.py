"""The method of the stuck report: from figures to findings, flags and ranks. docs/stuck-points.md describes it."""
