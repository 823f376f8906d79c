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
            Optional<FeedService.Feed> feed =
                file.endsWith(END)
                    ? feeds.read(file.substring(0, file.length() - END.length()))
                    : Optional.empty();
            loop.runOnContext(nothing -> send(context, feed));
          } catch (RuntimeException e) {
            loop.runOnContext(nothing -> context.fail(e));
          }
        });
  }

  private static void send(RoutingContext context, Optional<FeedService.Feed> feed) {
    if (feed.isEmpty()) {
      Problems.send(context, Refusal.notFound("there is nothing here"));
      return;
    }
    String mark = "W/\"" + feed.get().mark() + "\"";
    var response =
        context
            .response()
            .putHeader(HttpHeaders.ETAG, mark)
            .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    if (isKnown(context, feed.get())) {
      response.setStatusCode(304).end();
      return;
    }
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/calendar; charset=utf-8")
        .putHeader("X-Content-Type-Options", "nosniff");
    if (context.request().method() == HttpMethod.HEAD) {
      response.end();
    } else {
      response.end(feed.get().text());
    }
  }

  /// Whether the program has it as it is; some leave the `W/` out.
  private static boolean isKnown(RoutingContext context, FeedService.Feed feed) {
    String known = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
    return known != null && known.contains("\"" + feed.mark() + "\"");
  }
}
