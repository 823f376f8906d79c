/// The thread of a room.
@NullMarked
package dev.optima.console.chat;

import org.jspecify.annotations.NullMarked;
