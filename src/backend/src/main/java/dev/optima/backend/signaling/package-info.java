/// The WebSocket: who is connected, what they say, and what they are told.
@NullMarked
package dev.optima.backend.signaling;

import org.jspecify.annotations.NullMarked;
