package dev.optima.backend.http;

import dev.optima.backend.calendar.FeedService;
import dev.optima.backend.refusal.Refusal;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.Executor;

/// `/feeds/<secret>.ics`: what calendar programs subscribe to. They can neither sign in nor send a
/// header, so the path is the secret; it is never logged.
public final class FeedRoutes {
  private static final String END = ".ics";

  private final Vertx vertx;
  private final Executor workers;
  private final FeedService feeds;

  public FeedRoutes(Vertx vertx, Executor workers, FeedService feeds) {
    this.vertx = vertx;
    this.workers = workers;
    this.feeds = feeds;
  }

  void mount(Router router) {
    PageRoutes.read(router, "/feeds/:file").handler(this::answer);
  }

  private void answer(RoutingContext context) {
    String file = context.pathParam("file");
    Context loop = vertx.getOrCreateContext();
    workers.execute(
        () -> {
          try {
            Optional<String> text =
                file.endsWith(END)
                    ? feeds.read(file.substring(0, file.length() - END.length()))
                    : Optional.empty();
            loop.runOnContext(nothing -> send(context, text));
          } catch (RuntimeException e) {
            loop.runOnContext(nothing -> context.fail(e));
          }
        });
  }

  private static void send(RoutingContext context, Optional<String> text) {
    if (text.isEmpty()) {
      Problems.send(context, Refusal.notFound("there is nothing here"));
      return;
    }
    var response =
        context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, "text/calendar; charset=utf-8")
            .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache")
            .putHeader("X-Content-Type-Options", "nosniff");
    if (context.request().method() == HttpMethod.HEAD) {
      response.end();
    } else {
      response.end(text.get());
    }
  }
}
