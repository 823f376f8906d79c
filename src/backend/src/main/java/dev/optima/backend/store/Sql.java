package dev.optima.backend.store;

/// Which of the two engines it is, for the little that they do not say alike.
public enum Sql {
  SQLITE,
  POSTGRESQL
}
