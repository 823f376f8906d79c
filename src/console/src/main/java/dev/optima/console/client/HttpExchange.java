package dev.optima.console.client;

import dev.optima.console.client.ApiException.Kind;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.rest.Problem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/// Sends one request and reads one answer; turns whatever goes wrong into an [ApiException].
public final class HttpExchange implements AutoCloseable {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final Duration SILENCE = Duration.ofSeconds(60);
  private static final String FX_THREAD = "JavaFX Application Thread";

  private final OkHttpClient client;
  private final SystemTrust trust;

  private HttpExchange(OkHttpClient client, SystemTrust trust) {
    this.client = client;
    this.trust = trust;
  }

  /// With the console's time-outs.
  public static HttpExchange standard() {
    return withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(20));
  }

  /// @param connect the longest until a connection stands
  /// @param whole the longest from start to the end of the answer
  public static HttpExchange withTimeouts(Duration connect, Duration whole) {
    return trusting(SystemTrust.ofThisComputer(), connect, whole);
  }

  static HttpExchange trusting(SystemTrust trust, Duration connect, Duration whole) {
    return new HttpExchange(
        new OkHttpClient.Builder()
            .sslSocketFactory(trust.sockets(), trust.manager())
            .connectTimeout(connect)
            .readTimeout(whole)
            .callTimeout(whole)
            .followRedirects(false)
            .build(),
        trust);
  }

  OkHttpClient client() {
    return client;
  }

  /// Whom it trusts.
  SystemTrust trust() {
    return trust;
  }

  RequestBody body(Object value) {
    return RequestBody.create(Json.write(value), JSON);
  }

  RequestBody emptyBody() {
    return RequestBody.create("{}", JSON);
  }

  /// Sends and ignores the body of the answer.
  void send(Request.Builder request) throws ApiException {
    exchange(request.build());
  }

  /// Sends and reads the answer.
  <T> T send(Request.Builder request, Class<T> type) throws ApiException {
    String text = exchange(request.build());
    try {
      return Json.read(text, type);
    } catch (JsonRefusal e) {
      throw new ApiException(Kind.NOT_OPTIMA, "the answer is not understood", e);
    }
  }

  private String exchange(Request request) throws ApiException {
    return read(client, request, body -> body.string());
  }

  /// Reads an answer's body as it comes; it may take as long as bytes come.
  <T> T stream(Request.Builder request, BodyReader<T> reader) throws ApiException {
    return read(patient(), request.build(), reader);
  }

  /// Sends a body that takes as long as the line needs, and reads the answer.
  <T> T sendPatiently(Request.Builder request, Class<T> type) throws ApiException {
    String text = read(patient(), request.build(), body -> body.string());
    try {
      return Json.read(text, type);
    } catch (JsonRefusal e) {
      throw new ApiException(Kind.NOT_OPTIMA, "the answer is not understood", e);
    }
  }

  /// Files may take long; only silence is a failure then.
  private OkHttpClient patient() {
    return client
        .newBuilder()
        .callTimeout(Duration.ZERO)
        .readTimeout(SILENCE)
        .writeTimeout(SILENCE)
        .build();
  }

  /// Takes what it needs from the body of an answer.
  @FunctionalInterface
  interface BodyReader<T> {
    T read(ResponseBody body) throws IOException;
  }

  private static <T> T read(OkHttpClient by, Request request, BodyReader<T> reader)
      throws ApiException {
    if (Thread.currentThread().getName().equals(FX_THREAD)) {
      throw new IllegalStateException("the network is not for the FX thread: " + request.url());
    }
    try (Response response = by.newCall(request).execute()) {
      if (response.isSuccessful()) {
        return reader.read(response.body());
      }
      throw refusal(response, response.body().string());
    } catch (InterruptedIOException e) {
      throw new ApiException(Kind.TIMEOUT, "no answer in time", e);
    } catch (SSLException e) {
      throw new ApiException(Kind.TLS, "no secure connection", e);
    } catch (IOException e) {
      throw new ApiException(Kind.UNREACHABLE, "no connection", e);
    }
  }

  private static ApiException refusal(Response response, String text) {
    String type = response.header("Content-Type", "");
    if (type != null && type.startsWith(Problem.MEDIA_TYPE)) {
      try {
        return new ApiException(Json.read(text, Problem.class));
      } catch (JsonRefusal e) {
        return new ApiException(Kind.NOT_OPTIMA, "HTTP " + response.code(), e);
      }
    }
    return new ApiException(Kind.NOT_OPTIMA, "HTTP " + response.code(), null);
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
