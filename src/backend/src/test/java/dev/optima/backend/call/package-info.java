/// Calls on both databases.
@NullMarked
package dev.optima.backend.call;

import org.jspecify.annotations.NullMarked;
