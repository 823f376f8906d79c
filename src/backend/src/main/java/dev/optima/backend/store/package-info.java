/// The database: connections, transactions, group commit, migrations. SQLite or PostgreSQL.
@NullMarked
package dev.optima.backend.store;

import org.jspecify.annotations.NullMarked;
