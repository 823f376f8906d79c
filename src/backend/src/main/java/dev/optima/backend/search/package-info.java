/// Words of messages in the database's own full-text index: FTS5 or `tsvector`.
@NullMarked
package dev.optima.backend.search;

import org.jspecify.annotations.NullMarked;
