@NullMarked
package dev.optima.backend.booking;

import org.jspecify.annotations.NullMarked;
