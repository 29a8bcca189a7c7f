"""The need calculator: from the people who live somewhere to teams, chairs and beds."""
