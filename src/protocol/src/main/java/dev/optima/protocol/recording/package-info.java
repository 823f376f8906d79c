/// Whether a call may be recorded, and is, as one pure state machine.
@NullMarked
package dev.optima.protocol.recording;

import org.jspecify.annotations.NullMarked;
