package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.Main;
import dev.optima.backend.account.AccountStore;
import dev.optima.backend.account.Secrets;
import dev.optima.backend.account.SessionService;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.StoreConfig;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.Upload;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The program is killed (`kill -9`) in the middle of an upload, again and again: what it counted
/// is there, and the file arrives as it was.
class UploadKillTest {
  private static final int KILLS = 3;
  private static final int CHUNK = 100_000;

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private String token = "";

  @ParameterizedTest
  @EnumSource
  void whatWasCountedIsThere(Engine engine) throws Exception {
    StoreConfig place = engine.fresh(folder);
    prepare(place);
    byte[] bytes = new byte[4_000_000];
    var random = new Random(11);
    random.nextBytes(bytes);
    Served served = serve(place);
    String id = begin(served, bytes.length);
    long counted = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      counted = uploadUntilKilled(served, id, bytes, counted, 3 + random.nextInt(6));
      served = serve(place);
      Upload found = status(served, id);
      assertThat(found.offset()).isGreaterThanOrEqualTo(counted);
      counted = found.offset();
    }
    Upload done = null;
    while (counted < bytes.length) {
      done = append(served, id, counted, piece(bytes, counted));
      counted = done.offset();
    }
    assertThat(done).isNotNull();
    assertThat(done.attachment()).isNotNull();
    assertThat(
            client
                .send(
                    request(served, "/api/attachments/" + id + "/content").build(),
                    BodyHandlers.ofByteArray())
                .body())
        .isEqualTo(bytes);
    served.kill();
  }

  /// Kills it while the last of these pieces is under way.
  private long uploadUntilKilled(Served served, String id, byte[] bytes, long from, int pieces)
      throws Exception {
    long counted = from;
    for (int i = 0; i < pieces; i++) {
      counted = append(served, id, counted, piece(bytes, counted)).offset();
    }
    var last =
        client.sendAsync(
            chunk(served, id, counted, piece(bytes, counted)), BodyHandlers.ofString());
    served.kill();
    try {
      HttpResponse<String> answer = last.get(20, TimeUnit.SECONDS);
      return Json.read(answer.body(), Upload.class).offset();
    } catch (ExecutionException e) {
      return counted;
    }
  }

  private void prepare(StoreConfig place) {
    try (Database database = place.open()) {
      var id = new UserId("rec");
      var account = new Account(id, "Rec", "rec@x.org", Role.RECRUITER, "en", false);
      var sessions =
          new SessionService(
              database, new Secrets(), InstantSource.system(), Duration.ofDays(1), s -> {});
      database.write(tx -> new AccountStore().add(tx, account, "rec@x.org", "none", Instant.now()));
      token = database.write(tx -> sessions.open(tx, id, Role.RECRUITER));
      World.addApplicant(database, "mert", InstantSource.system());
    }
  }

  private record Served(Process process, URI address) {
    void kill() throws InterruptedException {
      process.destroyForcibly();
      process.waitFor();
    }
  }

  private Served serve(StoreConfig place) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--port",
            "0",
            "--data",
            place.directory().toString());
    String url = place.url();
    if (url != null) {
      builder.environment().put("OPTIMA_DATABASE_URL", url);
    }
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    assertThat(line).startsWith("Optima is ready at ");
    return new Served(process, URI.create(line.substring("Optima is ready at ".length())));
  }

  private String begin(Served served, int size) throws Exception {
    HttpRequest begin =
        request(served, "/api/rooms/applicant_mert/attachments")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"name\":\"noise.bin\",\"size\":" + size + "}"))
            .build();
    return read(begin).attachmentId().value();
  }

  private Upload status(Served served, String id) throws Exception {
    return read(request(served, "/api/attachments/" + id).build());
  }

  private Upload append(Served served, String id, long offset, byte[] piece) throws Exception {
    return read(chunk(served, id, offset, piece));
  }

  private Upload read(HttpRequest request) throws Exception {
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return Json.read(answer.body(), Upload.class);
  }

  private HttpRequest chunk(Served served, String id, long offset, byte[] piece) {
    return request(served, "/api/attachments/" + id)
        .header("Content-Type", "application/octet-stream")
        .header("Upload-Offset", Long.toString(offset))
        .method("PATCH", BodyPublishers.ofByteArray(piece))
        .build();
  }

  private HttpRequest.Builder request(Served served, String path) {
    return HttpRequest.newBuilder(served.address().resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token);
  }

  private static byte[] piece(byte[] bytes, long from) {
    return Arrays.copyOfRange(bytes, (int) from, (int) Math.min(bytes.length, from + CHUNK));
  }
}
