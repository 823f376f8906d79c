package dev.optima.console.chat;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.SignalingClient;
import dev.optima.console.fx.Tasks;
import dev.optima.protocol.id.UserId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;

/// What the chat of one signed-in person stands on.
///
/// @param clock the backend's
/// @param zone of this machine
/// @param folder where drafts and what waits to be sent are kept, for this person alone
public record ChatGround(
    UserId me,
    ApiClient api,
    SignalingClient signals,
    Tasks tasks,
    InstantSource clock,
    ZoneId zone,
    Path folder) {}
