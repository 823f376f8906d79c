@NullMarked
package dev.optima.backend.calendar;

import org.jspecify.annotations.NullMarked;
