package dev.optima.backend.store;

import java.sql.SQLException;

/// A statement failed for a reason that no caller can mend: a fault of ours, told as `internal`.
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreException(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
