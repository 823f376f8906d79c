/// The same cases on both databases.
@NullMarked
package dev.optima.backend.store;

import org.jspecify.annotations.NullMarked;
