package dev.optima.backend.http;

/// Answers one operation of the contract, on a virtual thread.
///
/// @param operationId as in `openapi.yaml`
/// @param access who may call it
public record Endpoint(String operationId, Access access, Handler handler) {

  /// What it does; refusals are thrown.
  @FunctionalInterface
  public interface Handler {
    Reply answer(ApiRequest request);
  }
}
