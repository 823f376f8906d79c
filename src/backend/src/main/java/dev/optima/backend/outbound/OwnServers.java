package dev.optima.backend.outbound;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/// Looks at servers that IT named in the settings: they may be inside the own network, but their
/// certificates are checked, they have little time, and not much of what they say is read.
public final class OwnServers {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WHOLE = Duration.ofSeconds(10);
  private static final long MOST_BYTES = 8L << 20;

  private final OkHttpClient client;

  public OwnServers() {
    this(new OkHttpClient());
  }

  OwnServers(OkHttpClient base) {
    client =
        base.newBuilder()
            .connectTimeout(CONNECT)
            .readTimeout(WHOLE)
            .callTimeout(WHOLE)
            .followSslRedirects(false)
            .build();
  }

  /// Believing the certificates that this context believes, for tests on the loopback.
  ///
  /// @param trusts what it believes
  public static OwnServers trusting(SSLContext context, X509TrustManager trusts) {
    return new OwnServers(
        new OkHttpClient.Builder().sslSocketFactory(context.getSocketFactory(), trusts).build());
  }

  /// What came back.
  ///
  /// @param at where it was in the end, after redirects
  /// @param body as much of it as is read
  public record Answer(HttpUrl at, int status, String body, Headers headers) {
    public boolean isGood() {
      return status >= 200 && status < 300;
    }

    /// The last header of this name.
    public @Nullable String header(String name) {
      return headers.get(name);
    }
  }

  /// @throws IOException if there is no answer
  public Answer get(String url) throws IOException {
    Request request = new Request.Builder().url(url).header("Accept", "*/*").build();
    try (Response response = client.newCall(request).execute()) {
      return new Answer(
          response.request().url(), response.code(), body(response), response.headers());
    }
  }

  private static String body(Response response) throws IOException {
    BufferedSource source = response.body().source();
    var read = new Buffer();
    while (read.size() < MOST_BYTES && source.read(read, MOST_BYTES - read.size()) >= 0) {}
    return read.readString(StandardCharsets.UTF_8);
  }
}
