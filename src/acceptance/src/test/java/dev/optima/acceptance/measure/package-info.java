/// Commands that measure what a person waits for: starts, and what a call costs.
@NullMarked
package dev.optima.acceptance.measure;

import org.jspecify.annotations.NullMarked;
