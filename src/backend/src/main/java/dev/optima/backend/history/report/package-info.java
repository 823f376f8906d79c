/// A report of calls to be printed.
@NullMarked
package dev.optima.backend.history.report;

import org.jspecify.annotations.NullMarked;
