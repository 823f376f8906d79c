/// A month of an office that never was, to look at the product with.
@NullMarked
package dev.optima.backend.demo;

import org.jspecify.annotations.NullMarked;
