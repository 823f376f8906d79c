package dev.optima.backend.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A unit of work inside one transaction.
@FunctionalInterface
public interface Work<T extends @Nullable Object> {
  T run(Tx tx) throws SQLException;
}
