/// The chat of a room: stored, acknowledged, delivered; read marks, reactions, events of calls.
@NullMarked
package dev.optima.backend.chat;

import org.jspecify.annotations.NullMarked;
