/// What travels over the WebSocket, one record a message.
@NullMarked
package dev.optima.protocol.message;

import org.jspecify.annotations.NullMarked;
