/// The way to the backend: REST and signalling. Knows no JavaFX.
@NullMarked
package dev.optima.console.client;

import org.jspecify.annotations.NullMarked;
