"""Who may do what: people, the roles they hold, and for which partnership."""
