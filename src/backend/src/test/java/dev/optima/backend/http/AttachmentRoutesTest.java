package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.Role;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files over HTTP: how they come in, and how they go out.
class AttachmentRoutesTest {
  @TempDir private static Path directory;
  private static Backend backend;
  private static String recruiter;
  private static String room;

  @BeforeAll
  static void start() throws Exception {
    backend = new Backend(directory);
    backend.account("rec@x.org", Role.RECRUITER);
    recruiter = backend.signIn("rec@x.org");
    room = "applicant_" + backend.applicant(recruiter, "Own");
  }

  @AfterAll
  static void stop() {
    backend.close();
  }

  private static String begin(String name, long size) throws Exception {
    HttpResponse<String> answer =
        backend.post(
            "/api/rooms/" + room + "/attachments",
            recruiter,
            "{\"name\":" + Json.write(name) + ",\"size\":" + size + "}");
    assertThat(answer.statusCode()).isEqualTo(201);
    return Backend.field(answer, "attachment_id");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code)
      throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(Json.MAPPER.readTree(answer.body()).path("code").asText()).isEqualTo(code);
  }

  private static HttpResponse<byte[]> content(String id, String... headers) throws Exception {
    var request = backend.request("/api/attachments/" + id + "/content", recruiter);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return backend.client().send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void aFileOfManyPiecesComesBackAsItWas() throws Exception {
    byte[] bytes = new byte[2_500_000];
    new Random(1).nextBytes(bytes);
    String id = begin("random.bin", bytes.length);
    int chunk = 1024 * 1024;
    for (int at = 0; at < bytes.length; at += chunk) {
      byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + chunk));
      JsonNode upload = Json.MAPPER.readTree(backend.append(id, recruiter, at, piece).body());
      assertThat(upload.path("offset").asInt()).isEqualTo(at + piece.length);
      assertThat(upload.path("max_chunk").asInt()).isEqualTo(chunk);
    }
    HttpResponse<byte[]> whole = content(id);
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body()).isEqualTo(bytes);
    assertThat(header(whole, "Content-Length")).isEqualTo("2500000");
  }

  @Test
  void aPieceOfUnknownLengthStreamsAndOneThatIsTooLongIsRefused() throws Exception {
    String id = begin("a.bin", 3_000_000);
    var request =
        backend
            .request("/api/attachments/" + id, recruiter)
            .header("Content-Type", "application/octet-stream")
            .header("Upload-Offset", "0");
    HttpResponse<String> ok =
        backend.send(request.copy().method("PATCH", stream(new byte[300_000])));
    assertThat(Json.MAPPER.readTree(ok.body()).path("offset").asInt()).isEqualTo(300_000);

    request.setHeader("Upload-Offset", "300000");
    assertProblem(
        backend.send(request.copy().method("PATCH", stream(new byte[1_100_000]))),
        413,
        "too_large");
    assertProblem(
        backend.append(id, recruiter, 300_000, new byte[1024 * 1024 + 1]), 413, "too_large");
    assertProblem(backend.append(id, recruiter, 7, new byte[1]), 409, "stale");
    assertProblem(
        backend.send("PATCH", "/api/attachments/" + id, recruiter, "{}"),
        415,
        "unsupported_media_type");
    assertProblem(
        backend.send(request.copy().setHeader("Upload-Offset", "-1").method("PATCH", stream("a"))),
        400,
        "invalid");
    assertThat(backend.append(id, recruiter, 300_000, new byte[9]).statusCode()).isEqualTo(200);
    assertThat(backend.send("DELETE", "/api/attachments/" + id, recruiter, "").statusCode())
        .isEqualTo(204);
    assertProblem(backend.get("/api/attachments/" + id, recruiter), 404, "not_found");
  }

  private static java.net.http.HttpRequest.BodyPublisher stream(byte[] bytes) {
    return BodyPublishers.ofInputStream(() -> (InputStream) new ByteArrayInputStream(bytes));
  }

  private static java.net.http.HttpRequest.BodyPublisher stream(String text) {
    return stream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aLostConnectionLosesNothingOfWhatCame() throws Exception {
    String id = begin("a.txt", 20);
    try (Socket socket = new Socket(backend.address().getHost(), backend.address().getPort())) {
      String head =
          "PATCH /api/attachments/%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n"
                  .formatted(id, recruiter)
              + "Content-Type: application/octet-stream\r\nUpload-Offset: 0\r\n"
              + "Content-Length: 20\r\n\r\n0123456789";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      socket.setSoTimeout(200);
      assertThat(catchRead(socket)).as("it waits for the rest").isFalse();
    }
    for (int tries = 0; tries < 200 && offset(id) < 10; tries++) {
      Thread.onSpinWait();
    }
    assertThat(offset(id)).isEqualTo(10);
    JsonNode done =
        Json.MAPPER.readTree(
            backend
                .append(id, recruiter, 10, "abcdefghij".getBytes(StandardCharsets.UTF_8))
                .body());
    assertThat(done.path("attachment").path("media_type").asText()).isEqualTo("text/plain");
    assertThat(content(id).body())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("0123456789abcdefghij");
  }

  private static boolean catchRead(Socket socket) throws Exception {
    try {
      return socket.getInputStream().read() >= 0;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    }
  }

  private static int offset(String id) throws Exception {
    return Json.MAPPER
        .readTree(backend.get("/api/attachments/" + id, recruiter).body())
        .path("offset")
        .asInt();
  }

  @Test
  void whatABrowserCouldRunGoesOutAsBytesToBeSaved() throws Exception {
    String html = "<!DOCTYPE html><html><script>alert(1)</script></html>";
    for (String name : new String[] {"a.html", "photo.png", "a.pdf", "x.svg"}) {
      String id = backend.upload(recruiter, room, name, html.getBytes(StandardCharsets.UTF_8));
      HttpResponse<byte[]> answer = content(id);
      assertThat(header(answer, "Content-Type")).as(name).isEqualTo("application/octet-stream");
      assertThat(header(answer, "Content-Disposition")).startsWith("attachment; ").contains(name);
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(answer, "Content-Security-Policy"))
          .startsWith("sandbox; default-src 'none'");
      assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }
    String name = "\u202Egnp.Özgeçmiş \"2\";\r\n.pdf";
    String id = backend.upload(recruiter, room, name, new byte[] {'h', 'i'});
    HttpResponse<byte[]> answer = content(id);
    assertThat(header(answer, "Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"gnp.Ozgecmis _2_;.pdf\";"
                + " filename*=UTF-8''gnp.%C3%96zge%C3%A7mi%C5%9F%20_2_%3B.pdf");
    assertThat(header(answer, "Content-Type")).isEqualTo("text/plain; charset=utf-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bytes=0-3     | 206 | bytes 0-3/10  | 0123
          bytes=7-      | 206 | bytes 7-9/10  | 789
          bytes=-2      | 206 | bytes 8-9/10  | 89
          bytes=5-99    | 206 | bytes 5-9/10  | 56789
          bytes=10-     | 416 | bytes */10    |
          bytes=-0      | 416 | bytes */10    |
          bytes=3-1     | 200 |               | 0123456789
          bytes=0-1,3-4 | 200 |               | 0123456789
          lines=1-2     | 200 |               | 0123456789
          """)
  void partsAreSent(String range, int status, String said, String bytes) throws Exception {
    String id =
        backend.upload(recruiter, room, "a.txt", "0123456789".getBytes(StandardCharsets.UTF_8));
    HttpResponse<byte[]> answer = content(id, "Range", range);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "Content-Range")).isEqualTo(said == null ? "" : said);
    if (bytes != null) {
      assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo(bytes);
    }
  }

  @Test
  void whatIsTheSameIsNotSentAgain() throws Exception {
    String id = backend.upload(recruiter, room, "a.txt", new byte[] {'h', 'i'});
    String tag = header(content(id), "ETag");
    assertThat(tag).startsWith("\"").endsWith("\"");
    HttpResponse<byte[]> same = content(id, "If-None-Match", tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(content(id, "Range", "bytes=1-", "If-Range", tag).statusCode()).isEqualTo(206);
    assertThat(content(id, "Range", "bytes=1-", "If-Range", "\"x\"").statusCode()).isEqualTo(200);
    HttpResponse<byte[]> head =
        backend
            .client()
            .send(
                backend.request("/api/attachments/" + id + "/content", recruiter).HEAD().build(),
                BodyHandlers.ofByteArray());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "Content-Length")).isEqualTo("2");
    assertThat(head.body()).isEmpty();
    assertProblem(backend.get("/api/attachments/nothing/content", recruiter), 404, "not_found");
    assertProblem(backend.get("/api/attachments/%2e%2e/content", recruiter), 404, "not_found");
    assertProblem(
        backend.send("PUT", "/api/attachments/" + id, recruiter, ""), 405, "method_not_allowed");
  }

  @Test
  void aPageOfAnotherOriginMayNotUpload() throws Exception {
    String applicant = backend.applicant(recruiter, "Paged");
    String cookie = backend.redeem(backend.invite(recruiter, applicant));
    String id = backend.upload(cookie, "applicant_" + applicant, "a.txt", new byte[] {1, 2, 3});
    var request =
        backend
            .request("/api/attachments/" + id, "")
            .header("Cookie", "optima_session=" + cookie)
            .header("Content-Type", "application/octet-stream")
            .header("Upload-Offset", "3")
            .header("Origin", "https://evil.example");
    assertProblem(
        backend.send(request.copy().method("PATCH", BodyPublishers.noBody())), 403, "forbidden");
    var own = request.copy().setHeader("Origin", backend.address().toString());
    assertProblem(backend.send(own.method("PATCH", BodyPublishers.noBody())), 409, "stale");
  }
}
