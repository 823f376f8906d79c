/// What one types.
@NullMarked
package dev.optima.backend.cli;

import org.jspecify.annotations.NullMarked;
