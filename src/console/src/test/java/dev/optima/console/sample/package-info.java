/// A backend that says what a test tells it to, and sample data for pictures.
@NullMarked
package dev.optima.console.sample;

import org.jspecify.annotations.NullMarked;
