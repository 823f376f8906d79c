package dev.optima.acceptance.harness;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.acceptance.client.Answer;
import dev.optima.acceptance.client.Rest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;

/// Sends files as a client does, and goes on where it was.
public final class Uploader {
  private static final int CHUNK = 1024 * 1024;

  private final Rest rest;

  public Uploader(Rest rest) {
    this.rest = rest;
  }

  public String begin(String room, String name, long size) {
    return rest.post("/api/rooms/" + room + "/attachments", Map.of("name", name, "size", size))
        .expect(201)
        .field("attachment_id");
  }

  /// How many bytes the backend has counted.
  public long offset(String id) {
    return rest.get("/api/attachments/" + id).expect(200).body().path("offset").asLong();
  }

  /// Sends a piece; empty if the upload is at another offset.
  public OptionalLong append(String id, long offset, byte[] piece) {
    Answer answer = send(id, offset, piece);
    return answer.status() == 409
        ? OptionalLong.empty()
        : OptionalLong.of(answer.expect(200).body().path("offset").asLong());
  }

  private Answer send(String id, long offset, byte[] piece) {
    return rest.send(
        "/api/attachments/" + id,
        request ->
            request
                .method("PATCH", BodyPublishers.ofByteArray(piece))
                .header("Content-Type", "application/octet-stream")
                .header("Upload-Offset", Long.toString(offset)));
  }

  /// Sends pieces until it is whole, or the connection is lost.
  ///
  /// @return how many bytes were acknowledged
  public long untilItBreaks(String id, byte[] bytes, int chunk) {
    long counted = 0;
    try {
      counted = offset(id);
      while (counted + chunk < bytes.length) {
        counted = append(id, counted, piece(bytes, counted, chunk)).orElseGet(() -> offset(id));
      }
    } catch (UncheckedIOException e) {
      return counted;
    }
    return counted;
  }

  /// Sends what is missing.
  ///
  /// @return the attachment
  public JsonNode resume(String id, byte[] bytes) {
    long at = offset(id);
    while (true) {
      Answer answer = send(id, at, piece(bytes, at, CHUNK)).expect(200);
      at = answer.body().path("offset").asLong();
      if (at == bytes.length) {
        return answer.body().path("attachment");
      }
    }
  }

  private static byte[] piece(byte[] bytes, long at, int size) {
    return Arrays.copyOfRange(bytes, (int) at, (int) Math.min(bytes.length, at + size));
  }

  public byte[] content(String id) {
    return rest.bytes("/api/attachments/" + id + "/content");
  }

  public byte[] preview(String id) {
    return rest.bytes("/api/attachments/" + id + "/preview");
  }

  /// Announces a whole piece and sends half of it.
  public static Socket half(URI url, String session, String id, byte[] bytes, int from)
      throws IOException {
    var socket = new Socket(url.getHost(), url.getPort());
    String head =
        "PATCH /api/attachments/"
            + id
            + " HTTP/1.1\r\nHost: "
            + url.getAuthority()
            + "\r\nCookie: "
            + Rest.COOKIE
            + "="
            + session
            + "\r\nContent-Type: application/octet-stream\r\nUpload-Offset: "
            + from
            + "\r\nContent-Length: 1000000\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(bytes, from, 500_000);
    socket.getOutputStream().flush();
    return socket;
  }

  /// A document of one square page.
  public static byte[] pdf() {
    return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]>>endobj\n"
            + "trailer<</Root 1 0 R>>\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
