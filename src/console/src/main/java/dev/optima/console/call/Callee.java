package dev.optima.console.call;

import dev.optima.protocol.id.RoomId;
import java.time.ZoneId;

/// Somebody who can be rung.
public record Callee(RoomId room, String name, ZoneId zone) {}
