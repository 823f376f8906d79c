package dev.optima.backend.http;

/// Answers one operation of the contract, on a virtual thread.
///
/// @param operationId as in `openapi.yaml`
/// @param access who may call it
/// @param maxBody the largest body, in bytes
public record Endpoint(String operationId, Access access, int maxBody, Handler handler) {
  /// The largest body of most.
  public static final int USUAL_BODY = 64 * 1024;

  /// With a body of the usual size.
  public Endpoint(String operationId, Access access, Handler handler) {
    this(operationId, access, USUAL_BODY, handler);
  }

  /// What it does; refusals are thrown.
  @FunctionalInterface
  public interface Handler {
    Reply answer(ApiRequest request);
  }
}
