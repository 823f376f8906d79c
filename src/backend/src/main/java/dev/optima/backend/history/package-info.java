/// The history of calls: which there were, by any filter and in any order, as pages, CSV and a
/// report.
@NullMarked
package dev.optima.backend.history;

import org.jspecify.annotations.NullMarked;
