/// Real sockets.
@NullMarked
package dev.optima.backend.signaling;

import org.jspecify.annotations.NullMarked;
