/// What those who run the server can count.
@NullMarked
package dev.optima.backend.metrics;

import org.jspecify.annotations.NullMarked;
