/// The recruiter's console: its start, and the wiring of its parts.
@NullMarked
package dev.optima.console;

import org.jspecify.annotations.NullMarked;
