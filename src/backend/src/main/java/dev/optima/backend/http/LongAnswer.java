package dev.optima.backend.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An answer that is made while it is sent: the next part when the client has taken the last one,
/// so that a slow client costs no memory.
final class LongAnswer {
  private final RoutingContext context;
  private final HttpServerResponse response;
  private final Workers workers;
  private final Reply.Parts rest;

  LongAnswer(RoutingContext context, Workers workers, Reply.Parts rest) {
    this.context = context;
    this.response = context.response();
    this.workers = workers;
    this.rest = rest;
  }

  void send(Reply reply) {
    if (response.closed()) {
      return;
    }
    response
        .setStatusCode(reply.status())
        .setChunked(true)
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Type", reply.mediaType());
    reply.headers().forEach(response::putHeader);
    write(reply.body());
  }

  /// A part, or why there is none.
  private record Made(Optional<String> part, @Nullable RuntimeException failure) {}

  private void more() {
    workers.run(
        context,
        () -> {
          try {
            return new Made(rest.next(), null);
          } catch (RuntimeException e) {
            return new Made(Optional.empty(), e);
          }
        },
        this::goOn);
  }

  private void goOn(Made made) {
    if (response.closed()) {
      return;
    }
    if (made.failure() != null) {
      Problems.log(context, made.failure());
      response.reset();
    } else if (made.part().isPresent()) {
      write(made.part().get());
    } else {
      response.end();
    }
  }

  private void write(String part) {
    if (part.isEmpty()) {
      more();
    } else {
      response.write(part).onSuccess(nothing -> more());
    }
  }
}
