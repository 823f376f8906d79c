/// Planned interviews: who meets when, what became of it, and the room in which they meet.
@NullMarked
package dev.optima.backend.meeting;

import org.jspecify.annotations.NullMarked;
