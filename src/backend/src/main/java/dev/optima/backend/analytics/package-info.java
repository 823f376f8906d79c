/// What became of calls and meetings: figures, and totals that outlive the rows they come from.
@NullMarked
package dev.optima.backend.analytics;

import org.jspecify.annotations.NullMarked;
