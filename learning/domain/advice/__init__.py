"""What staff are told beside the figures: probable causes, typical journeys, when to speak up."""
