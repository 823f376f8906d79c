package dev.optima.backend.recording;

import dev.optima.backend.outbound.GuardedDns;
import dev.optima.backend.outbound.PrivateNetworks;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/// Reads a transcript from where a media server put it, without becoming a way into the own
/// network: addresses are checked in the moment of connecting, redirects one by one; time and size
/// have limits.
final class TranscriptFetch implements AutoCloseable {
  private static final long MOST_BYTES = 20L << 20;
  private static final int REDIRECTS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration WHOLE = Duration.ofSeconds(60);

  private final GuardedDns names;
  private final OkHttpClient client;

  /// @param allowed what may be called though it lies inside the own network
  TranscriptFetch(PrivateNetworks allowed) {
    names = new GuardedDns(allowed);
    client =
        new OkHttpClient.Builder()
            .dns(names)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(PATIENCE)
            .readTimeout(PATIENCE)
            .callTimeout(WHOLE)
            .proxy(Proxy.NO_PROXY)
            .build();
  }

  /// A file that will not become readable by another try.
  static final class Hopeless extends IOException {
    private static final long serialVersionUID = 1L;

    Hopeless(String message) {
      super(message);
    }
  }

  /// @throws Hopeless if another try is of no use
  /// @throws IOException if it may be there later
  String read(String link) throws IOException {
    HttpUrl at = parsed(HttpUrl.parse(link));
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      if (!at.isHttps() && !names.isNamed(at.host())) {
        throw new Hopeless("not over TLS");
      }
      demandOutside(at);
      Call call = client.newCall(new Request.Builder().url(at).build());
      try (Response response = call.execute()) {
        if (!response.isRedirect()) {
          return body(response);
        }
        String location = response.header("Location");
        at = parsed(location == null ? null : at.resolve(location));
      } catch (GuardedDns.Forbidden e) {
        throw hopeless(e);
      }
    }
    throw new Hopeless("too many redirects");
  }

  /// The client asks nobody about an address that is written as one.
  private void demandOutside(HttpUrl at) throws IOException {
    try {
      names.lookup(at.host());
    } catch (GuardedDns.Forbidden e) {
      throw hopeless(e);
    }
  }

  private static Hopeless hopeless(GuardedDns.Forbidden cause) {
    var failure = new Hopeless("inside the own network");
    failure.initCause(cause);
    return failure;
  }

  private static HttpUrl parsed(@Nullable HttpUrl url) throws Hopeless {
    if (url == null) {
      throw new Hopeless("no address");
    }
    return url;
  }

  private static String body(Response response) throws IOException {
    int status = response.code();
    if (status == 404 || status == 410) {
      throw new Hopeless("status " + status);
    }
    if (!response.isSuccessful()) {
      throw new IOException("status " + status);
    }
    BufferedSource source = response.body().source();
    var kept = new Buffer();
    while (kept.size() <= MOST_BYTES) {
      if (source.read(kept, MOST_BYTES + 1) == -1) {
        return kept.readUtf8();
      }
    }
    throw new Hopeless("more than " + MOST_BYTES + " bytes");
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
