/// Calls: who may ring, answer, join and end, kept in the database with every deadline.
@NullMarked
package dev.optima.backend.call;

import org.jspecify.annotations.NullMarked;
