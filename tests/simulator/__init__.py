"""Made-up paths, people and events with a known truth, to tell how good the stuck report is.

`worlds.make_world(seed)` gives a definition, its events and what is true of each step; `edits.make_edit_world(seed)`
one with an edit in its middle. `peers` holds the rules of other products, `scores` what is counted about a report.
"""
