package dev.optima.backend.http;

import dev.optima.backend.BackendApp;
import dev.optima.backend.account.AccountStore;
import dev.optima.backend.account.Passwords;
import dev.optima.backend.account.Secrets;
import dev.optima.backend.account.SessionService;
import dev.optima.backend.attachment.AttachmentFolder;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.config.ConfigKey;
import dev.optima.backend.config.ConfigOption;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.StoreConfig;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.NewAttachment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// A real backend on a free port, with accounts, and a client that shows all it is answered.
final class Backend implements AutoCloseable {
  static final String PASSWORD = "correct horse";

  /// The hash of [#PASSWORD], so that not every test has to make one.
  private static final String HASH = new Passwords(new Secrets()).hash(PASSWORD);

  private final Database database;
  private final BackendApp.Running running;
  private final HttpClient client = HttpClient.newHttpClient();
  private @Nullable Conformance conformance;

  Backend(Path directory) throws Exception {
    this(directory, Map.of());
  }

  Backend(Path directory, Map<String, String> environment) throws Exception {
    database = new StoreConfig(null, directory).open();
    BackendApp app =
        new BackendApp(
            BackendConfig.read(
                null, environment, List.of(new ConfigOption("--port", ConfigKey.LISTEN_PORT, "0"))),
            InstantSource.system());
    running = app.start(database, new AttachmentFolder(directory.resolve("files")));
  }

  BackendApp.Running running() {
    return running;
  }

  URI address() {
    return running.address();
  }

  Database database() {
    return database;
  }

  /// Adds an account whose password is [#PASSWORD].
  UserId account(String email, Role role) {
    UserId id = new UserId("acc-" + email.replaceAll("[^a-z0-9]", "-"));
    Account account = new Account(id, "Person " + email, email, role, "en", false);
    database.write(tx -> new AccountStore().add(tx, account, email, HASH, Instant.now()));
    return id;
  }

  /// Signs in and gives the token.
  String signIn(String email) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        post(
            "/api/sessions", "", "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"}");
    return field(answer, "token");
  }

  /// Opens a session without a password, which would take its time.
  String session(UserId user, Role role) {
    SessionService sessions =
        new SessionService(
            database, new Secrets(), InstantSource.system(), Duration.ofDays(1), id -> {});
    return database.write(tx -> sessions.open(tx, user, role));
  }

  /// Adds an applicant and gives the id.
  String applicant(String token, String name) throws IOException, InterruptedException {
    return field(
        post(
            "/api/applicants",
            token,
            """
            {"name":"%s","email":"someone@example.org","language":"tr",
             "time_zone":"Europe/Istanbul"}"""
                .formatted(name)),
        "applicant_id");
  }

  /// Invites an applicant and gives the code.
  String invite(String token, String applicant) throws IOException, InterruptedException {
    String url = field(post("/api/applicants/" + applicant + "/invitations", token, ""), "url");
    return url.substring(url.lastIndexOf('/') + 1);
  }

  /// Redeems a code and gives the token in the cookie.
  String redeem(String code) throws IOException, InterruptedException {
    HttpResponse<String> answer = post("/api/invitations/" + code, "", "");
    return cookie(answer);
  }

  static String cookie(HttpResponse<String> answer) {
    String header = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return header.substring(header.indexOf('=') + 1, header.indexOf(';'));
  }

  HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
    return send(request(path, token).GET());
  }

  HttpResponse<String> post(String path, String token, String body)
      throws IOException, InterruptedException {
    return send("POST", path, token, body);
  }

  HttpResponse<String> send(String method, String path, String token, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path, token);
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return send(
        request.method(
            method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(30));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  /// Sends a piece of a file.
  HttpResponse<String> append(String attachment, String token, long offset, byte[] bytes)
      throws IOException, InterruptedException {
    return send(
        request("/api/attachments/" + attachment, token)
            .header("Content-Type", "application/octet-stream")
            .header("Upload-Offset", Long.toString(offset))
            .method("PATCH", BodyPublishers.ofByteArray(bytes)));
  }

  /// Uploads a file in one piece and gives its id.
  String upload(String token, String room, String name, byte[] bytes)
      throws IOException, InterruptedException {
    String id =
        field(
            post(
                "/api/rooms/" + room + "/attachments",
                token,
                Json.write(new NewAttachment(name, bytes.length))),
            "attachment_id");
    HttpResponse<String> answer = append(id, token, 0, bytes);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return id;
  }

  /// Sends a message that is one small picture, and gives the picture's id.
  String sentPicture(String token, String room) throws IOException, InterruptedException {
    var png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
    String id = upload(token, room, "dot.png", png.toByteArray());
    post(
        "/api/rooms/" + room + "/messages",
        token,
        "{\"key\":\"" + id + "\",\"body\":\"\",\"attachment_ids\":[\"" + id + "\"]}");
    return id;
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    conformance().check(answer);
    return answer;
  }

  private Conformance conformance() throws IOException, InterruptedException {
    Conformance present = conformance;
    if (present == null) {
      HttpRequest request = request("/api/openapi.json", "").build();
      present = new Conformance(client.send(request, BodyHandlers.ofString()).body());
      conformance = present;
    }
    return present;
  }

  HttpClient client() {
    return client;
  }

  static String field(HttpResponse<String> answer, String name) throws IOException {
    String value = Json.MAPPER.readTree(answer.body()).path(name).asText();
    if (value.isEmpty()) {
      throw new AssertionError("no " + name + " in " + answer.statusCode() + " " + answer.body());
    }
    return value;
  }

  @Override
  public void close() {
    client.shutdownNow();
    running.close();
  }
}
