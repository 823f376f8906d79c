package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Role;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A session that is over closes its sockets within five seconds.
class RevocationTest {
  @TempDir private Path directory;
  private Backend backend;
  private UserId user;
  private String token;

  @BeforeEach
  void start() throws Exception {
    backend = new Backend(directory);
    user = backend.account("rec@x.org", Role.RECRUITER);
    token = backend.session(user, Role.RECRUITER);
  }

  @AfterEach
  void stop() {
    backend.close();
  }

  @Test
  void signingOutClosesItsSocketsAndNoOthers() throws Exception {
    Socket mine = connect(token);
    Socket other = connect(backend.session(user, Role.RECRUITER));

    backend.send("DELETE", "/api/sessions/current", token, "");

    assertThat(mine.closed.get(60, TimeUnit.SECONDS)).isNotZero();
    assertThat(other.closed).isNotDone();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"disabled\":true}",
        "{\"role\":\"admin\"}",
        "{\"password\":\"another password\"}"
      })
  void aChangedAccountLosesItsSessionsAndSockets(String change) throws Exception {
    UserId admin = backend.account("admin@x.org", Role.ADMIN);
    Socket socket = connect(token);

    int status =
        backend
            .send("PATCH", "/api/accounts/" + user, backend.session(admin, Role.ADMIN), change)
            .statusCode();

    assertThat(status).isEqualTo(200);
    assertThat(socket.closed.get(60, TimeUnit.SECONDS)).isNotZero();
    assertThat(backend.get("/api/sessions/current", token).statusCode()).isEqualTo(401);
  }

  @Test
  void theLastAdministratorStays() throws Exception {
    UserId admin = backend.account("admin@x.org", Role.ADMIN);
    String session = backend.session(admin, Role.ADMIN);

    assertThat(
            backend
                .send("PATCH", "/api/accounts/" + admin, session, "{\"disabled\":true}")
                .statusCode())
        .isEqualTo(409);
    assertThat(backend.get("/api/sessions/current", session).statusCode()).isEqualTo(200);
  }

  @Test
  void aStopSaysGoodbyeWith1012() throws Exception {
    Socket socket = connect(token);

    backend.running().close();

    assertThat(socket.closed.get(60, TimeUnit.SECONDS)).isEqualTo(1012);
  }

  private Socket connect(String session) throws Exception {
    Socket socket = new Socket();
    WebSocket web =
        backend
            .client()
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + backend.address().getPort() + "/ws"), socket)
            .get(60, TimeUnit.SECONDS);
    web.sendText("{\"type\":\"hello\",\"token\":\"" + session + "\"}", true);
    assertThat(socket.greeted.get(60, TimeUnit.SECONDS)).contains("welcome");
    return socket;
  }

  private static final class Socket implements WebSocket.Listener {
    private final CompletableFuture<String> greeted = new CompletableFuture<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      greeted.complete(data.toString());
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed.complete(status);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed.completeExceptionally(error);
    }
  }
}
