/// The backend: its wiring and its command line.
@NullMarked
package dev.optima.backend;

import org.jspecify.annotations.NullMarked;
