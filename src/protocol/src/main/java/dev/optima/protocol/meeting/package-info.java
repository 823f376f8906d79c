/// The life of a planned interview as one pure state machine. Depends on nothing but java.*.
@NullMarked
package dev.optima.protocol.meeting;

import org.jspecify.annotations.NullMarked;
