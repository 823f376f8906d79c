/// The meetings as the console knows them: one live copy, for the calendar, the today screen, the
/// thread and the profile alike.
@NullMarked
package dev.optima.console.meeting;

import org.jspecify.annotations.NullMarked;
