package dev.optima.backend.signaling;

import java.time.Duration;

/// The bounds of a connection.
///
/// @param helloWithin how long a connection may stay without `hello`
/// @param pingEvery how often the peer is asked for a sign of life; without one until the next time
///   it is closed
/// @param maxMessageBytes the longest message that is read
/// @param maxQueuedMessages how many messages may wait for a slow reader before it is closed
/// @param maxQueuedBytes how many bytes may wait
/// @param messagesPerSecond how fast one connection is read; whoever says more waits
/// @param maxInFlight how many messages of a connection are worked on; reading waits beyond
/// @param maxFaults how many malformed messages within `faultWindow` close a connection
/// @param stopWithin how long a stop waits for work that is under way
/// @param arrivalsOfOne how many sockets of one address may be open that have shown no session
/// @param arrivals how many of all addresses
public record SignalingConfig(
    Duration helloWithin,
    Duration pingEvery,
    int maxMessageBytes,
    int maxQueuedMessages,
    int maxQueuedBytes,
    int messagesPerSecond,
    int maxInFlight,
    int maxFaults,
    Duration faultWindow,
    Duration stopWithin,
    int arrivalsOfOne,
    int arrivals) {

  public static final SignalingConfig DEFAULT =
      new SignalingConfig(
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          64 * 1024,
          256,
          1024 * 1024,
          2_500,
          64,
          10,
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          1_000,
          20_000);
}
