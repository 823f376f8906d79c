/// The boundaries of the backend.
@NullMarked
package dev.optima.backend;

import org.jspecify.annotations.NullMarked;
