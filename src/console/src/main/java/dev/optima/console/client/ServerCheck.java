package dev.optima.console.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Looks what is at a server's address, before anybody types a password for it. It asks for what a
/// backend tells without a session (its contract, and the name of its organisation), and says
/// nothing itself.
public final class ServerCheck {
  private static final Duration CONNECT = Duration.ofSeconds(6);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration BRIEF = Duration.ofSeconds(3);
  private static final long LONGEST = 4L << 20;
  private static final String NAME = "Optima";

  private final OkHttpClient client;
  private final SystemTrust trust;
  private final Optional<Release> console;

  /// @param consoleVersion of this console; where it is none (development), any backend will do
  public ServerCheck(HttpExchange http, String consoleVersion) {
    Duration whole = Duration.ofMillis(http.client().callTimeoutMillis());
    this.client =
        http.client()
            .newBuilder()
            .connectTimeout(CONNECT)
            .callTimeout(whole.compareTo(PATIENCE) < 0 ? whole : PATIENCE)
            .build();
    this.trust = http.trust();
    this.console = Release.of(consoleVersion);
  }

  /// Waits for the network: not for the FX thread.
  public ServerFinding check(ServerAddress server, Instant now) {
    Request request = get(server, "api", "openapi.json");
    Arrival arrival = new Arrival();
    OkHttpClient watched = client.newBuilder().eventListener(arrival).build();
    try (Response response = watched.newCall(request).execute()) {
      return read(server, response);
    } catch (SSLException e) {
      return new CertificateCheck(client, trust).explain(request, e, now);
    } catch (IOException e) {
      boolean hungUp = e instanceof SocketException && !(e instanceof ConnectException);
      ServerFinding found =
          arrival.encrypts && hungUp ? new ServerFinding.TlsFails() : unreachable(e);
      return server.isSecure() && !(found instanceof ServerFinding.UnknownName) && isPlain(server)
          ? new ServerFinding.NoTls()
          : found;
    }
  }

  /// Whether there was a connection that was to be encrypted. A server that refuses this computer
  /// then may hang up before its reason is read.
  private static final class Arrival extends EventListener {
    private volatile boolean encrypts;

    @Override
    public void secureConnectStart(Call call) {
      encrypts = true;
    }
  }

  /// Whether somebody answers who does not understand TLS, and waits for more of it.
  private boolean isPlain(ServerAddress server) {
    HttpUrl plain =
        HttpUrl.get(server.http().toString())
            .newBuilder()
            .scheme("http")
            .port(server.port())
            .build();
    OkHttpClient brief = client.newBuilder().callTimeout(BRIEF).build();
    try (Response response = brief.newCall(new Request.Builder().url(plain).build()).execute()) {
      return response.code() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Request get(ServerAddress server, String... path) {
    HttpUrl.Builder url = HttpUrl.get(server.http().toString()).newBuilder();
    Stream.of(path).forEach(url::addPathSegment);
    return new Request.Builder().url(url.build()).build();
  }

  private ServerFinding read(ServerAddress server, Response response) throws IOException {
    int status = response.code();
    if (status == HttpURLConnection.HTTP_PROXY_AUTH) {
      return new ServerFinding.ProxyRefuses();
    }
    if (response.isRedirect()) {
      return new ServerFinding.SentOn(place(response));
    }
    if (status >= HttpURLConnection.HTTP_INTERNAL_ERROR) {
      return new ServerFinding.Unwell(status);
    }
    JsonNode info = json(response).path("info");
    String version = info.path("version").asText();
    if (!response.isSuccessful() || !info.path("title").asText().equals(NAME)) {
      return new ServerFinding.NotOptima();
    }
    return unfit(version).orElseGet(() -> new ServerFinding.Optima(organisation(server), version));
  }

  private static String place(Response response) {
    HttpUrl to = response.request().url().resolve(response.header("Location", "/"));
    return to == null ? "" : to.scheme() + "://" + authority(to);
  }

  private static String authority(HttpUrl to) {
    boolean usual = to.port() == HttpUrl.defaultPort(to.scheme());
    return usual ? to.host() : to.host() + ":" + to.port();
  }

  private static JsonNode json(Response response) throws IOException {
    try {
      return Json.read(response.peekBody(LONGEST).string(), JsonNode.class);
    } catch (JsonRefusal e) {
      return Json.MAPPER.missingNode();
    }
  }

  private Optional<ServerFinding> unfit(String version) {
    Optional<Release> server = Release.of(version);
    if (server.isEmpty() || console.isEmpty()) {
      return Optional.empty();
    }
    int against = server.get().against(console.get());
    return against == 0
        ? Optional.empty()
        : Optional.of(
            against < 0
                ? new ServerFinding.ServerTooOld(version)
                : new ServerFinding.ConsoleTooOld(version));
  }

  private @Nullable String organisation(ServerAddress server) {
    try (Response response = client.newCall(get(server, "manifest.webmanifest")).execute()) {
      String name = json(response).path("name").asText().strip();
      return name.isEmpty() ? null : name;
    } catch (IOException e) {
      return null;
    }
  }

  private static ServerFinding unreachable(IOException failure) {
    String said = causes(failure);
    if (said.contains("CONNECT") || said.contains("with proxy") || said.contains("PROXY_AUTH")) {
      return new ServerFinding.ProxyRefuses();
    }
    return switch (failure) {
      case UnknownHostException _ -> new ServerFinding.UnknownName();
      case SocketTimeoutException _ -> new ServerFinding.Silent();
      case InterruptedIOException _ -> new ServerFinding.Silent();
      case ConnectException _ ->
          said.contains("refused") ? new ServerFinding.NothingThere() : new ServerFinding.NoWay();
      case ProtocolException _ -> new ServerFinding.NotOptima();
      default ->
          said.contains("unexpected end of stream")
              ? new ServerFinding.NotOptima()
              : new ServerFinding.NoWay();
    };
  }

  private static String causes(Throwable failure) {
    StringBuilder said = new StringBuilder();
    for (Throwable at = failure; at != null; at = at.getCause()) {
      said.append(at.getMessage()).append('\n');
    }
    return said.toString();
  }
}
