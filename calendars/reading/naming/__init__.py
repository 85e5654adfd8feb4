"""What an item is called: its title, its place and people, and whether it is a meeting, due, or a commemoration."""
