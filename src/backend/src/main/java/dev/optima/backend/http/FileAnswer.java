package dev.optima.backend.http;

import dev.optima.backend.attachment.Download;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.message.ErrorCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/// Sends a file of somebody: whole, in part, or only that it is the same. Whatever is in it, a
/// browser saves it and runs nothing of it.
final class FileAnswer {
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final String UNESCAPED = "!#$&+-.^_`|~";
  private static final String SANDBOX =
      "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  /// How a browser takes it.
  enum Disposition {
    /// To be saved.
    ATTACHMENT,
    /// A picture that we made ourselves.
    INLINE
  }

  private FileAnswer() {}

  static void send(RoutingContext context, Download file, Disposition disposition) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    if (response.closed()) {
      return;
    }
    String tag = "\"" + file.tag() + "\"";
    head(response, file, tag, disposition);
    String seen = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (seen != null && (seen.strip().equals("*") || seen.contains(tag))) {
      response.setStatusCode(304).end();
      return;
    }
    Optional<ByteRange> range = range(request, file, tag);
    if (range.isPresent() && range.get().isEmpty()) {
      response.putHeader("Content-Range", range.get().header(file.size()));
      Problems.send(
          context,
          Refusal.of(ErrorCode.INVALID, "the file has no such range"),
          RANGE_NOT_SATISFIABLE);
      return;
    }
    range.ifPresent(
        part -> response.setStatusCode(206).putHeader("Content-Range", part.header(file.size())));
    body(context, file, range.orElse(new ByteRange(0, file.size())));
  }

  private static Optional<ByteRange> range(HttpServerRequest request, Download file, String tag) {
    String condition = request.getHeader("If-Range");
    return condition == null || condition.strip().equals(tag)
        ? ByteRange.of(request.getHeader("Range"), file.size())
        : Optional.empty();
  }

  private static void head(
      HttpServerResponse response, Download file, String tag, Disposition disposition) {
    response
        .putHeader(HttpHeaders.ETAG, tag)
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .putHeader("Accept-Ranges", "bytes")
        .putHeader(HttpHeaders.CONTENT_TYPE, file.mediaType())
        .putHeader("Content-Security-Policy", SANDBOX)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Content-Disposition", disposition(file.name(), disposition));
  }

  private static void body(RoutingContext context, Download file, ByteRange part) {
    HttpServerResponse response = context.response();
    if (context.request().method().equals(HttpMethod.HEAD) || part.isEmpty()) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(part.length())).end();
      return;
    }
    response
        .sendFile(file.path().toString(), part.from(), part.length())
        .onFailure(
            failure -> {
              if (!response.headWritten()) {
                response.headers().clear();
                context.fail(failure);
              }
            });
  }

  /// A plain name for old programs, then the name itself (RFC 6266, RFC 8187).
  static String disposition(String name, Disposition disposition) {
    var plain = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .map(c -> c < 0x20 || c > 0x7E || c == '"' || c == '\\' || c == '%' ? '_' : c)
        .forEach(plain::appendCodePoint);
    var exact = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || UNESCAPED.indexOf(c) >= 0)) {
        exact.append(c);
      } else {
        exact.append('%').append("%02X".formatted((int) c));
      }
    }
    String how = disposition == Disposition.INLINE ? "inline" : "attachment";
    return how + "; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
  }
}
