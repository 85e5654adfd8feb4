"""Who is told, and when: people, reminders, channels, and the running application around `calendars`."""
