"""What staff do about stuck steps: to-dos, the note in the editor, the summary at home and in the weekly letter."""
