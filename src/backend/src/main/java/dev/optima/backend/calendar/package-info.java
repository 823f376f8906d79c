/// Calendars of the team outside of Optima.
@NullMarked
package dev.optima.backend.calendar;

import org.jspecify.annotations.NullMarked;
