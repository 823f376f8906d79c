/// Keyed hashes: what was made here, and by nobody else.
@NullMarked
package dev.optima.backend.seal;

import org.jspecify.annotations.NullMarked;
