"""What is served over HTTP: feeds, pages, health; thin, all work being done by `service`."""
