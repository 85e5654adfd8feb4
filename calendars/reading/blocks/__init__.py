"""The lines of a document made fit to be read: tidied, rejoined, and tables that signs draw as tables."""
