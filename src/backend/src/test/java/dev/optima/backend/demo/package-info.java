/// The month that never was.
@NullMarked
package dev.optima.backend.demo;

import org.jspecify.annotations.NullMarked;
