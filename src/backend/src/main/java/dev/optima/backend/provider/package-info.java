/// The ways into the room of a call.
@NullMarked
package dev.optima.backend.provider;

import org.jspecify.annotations.NullMarked;
