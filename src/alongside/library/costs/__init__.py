"""What a team costs: wages, what is paid on top, the vehicle. Figures with their sources."""
