/// The calendar of the interviews: looking at it, planning, moving and calling off.
@NullMarked
package dev.optima.console.schedule;

import org.jspecify.annotations.NullMarked;
