/// Sleeps until the next deadline of a kind, which are rows in the database.
@NullMarked
package dev.optima.backend.deadline;

import org.jspecify.annotations.NullMarked;
