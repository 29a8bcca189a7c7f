"""The directory of services: what is there for whom, open when, confirmed when. It holds nothing about any person."""
