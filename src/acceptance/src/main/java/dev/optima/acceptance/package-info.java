/// Optima from outside: the demo, the load tool, and what the tests and measurements share.
@NullMarked
package dev.optima.acceptance;

import org.jspecify.annotations.NullMarked;
