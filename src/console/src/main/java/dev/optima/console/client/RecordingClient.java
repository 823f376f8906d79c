package dev.optima.console.client;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.rest.RecordingHistory;
import dev.optima.protocol.rest.Transcript;
import okhttp3.Request;

/// What the backend keeps of the recording of a call. Every method waits for the network.
public final class RecordingClient {
  private final HttpExchange http;
  private final Requests requests;

  /// Makes requests of the person who asks.
  @FunctionalInterface
  interface Requests {
    Request.Builder to(String... segments);
  }

  RecordingClient(HttpExchange http, Requests requests) {
    this.http = http;
    this.requests = requests;
  }

  /// Consents, recordings and what happened.
  public RecordingHistory history(CallId call) throws ApiException {
    return http.send(
        requests.to("video-calls", call.value(), "recording", "history"), RecordingHistory.class);
  }

  /// What was said.
  public Transcript transcript(CallId call) throws ApiException {
    return http.send(requests.to("video-calls", call.value(), "transcript"), Transcript.class);
  }
}
