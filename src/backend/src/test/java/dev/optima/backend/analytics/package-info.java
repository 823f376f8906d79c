/// Figures that are as a recount has them.
@NullMarked
package dev.optima.backend.analytics;

import org.jspecify.annotations.NullMarked;
