/// The whole, from outside.
@NullMarked
package dev.optima.acceptance;

import org.jspecify.annotations.NullMarked;
