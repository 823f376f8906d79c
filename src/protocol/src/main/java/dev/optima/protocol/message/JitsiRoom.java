package dev.optima.protocol.message;

import java.util.List;

/// Where a room is on a Jitsi server, for the IFrame API.
///
/// @param domain host, and port if it is not 443
/// @param path the name of the room there: with JaaS below the tenant, `AppID/room`
/// @param scriptUrl the server's `external_api.js`
/// @param moderator whether this person leads the room, where the server believes the token
/// @param features of `lobby`, `recording` and `transcription` those that the server offers
public record JitsiRoom(
    String domain, String path, String scriptUrl, boolean moderator, List<String> features) {
  public JitsiRoom {
    features = List.copyOf(features);
  }
}
