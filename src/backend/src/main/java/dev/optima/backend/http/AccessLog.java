package dev.optima.backend.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line a request: what, how it went, how long it took. No query, header, cookie or body.
final class AccessLog implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

  @Override
  public void handle(RoutingContext context) {
    if (LOG.isInfoEnabled()) {
      long begin = System.nanoTime();
      HttpServerRequest request = context.request();
      context.addBodyEndHandler(
          nothing ->
              LOG.info(
                  "{} {} {} {} ms",
                  request.method(),
                  Redaction.path(request.path()),
                  context.response().getStatusCode(),
                  Duration.ofNanos(System.nanoTime() - begin).toMillis()));
    }
    context.next();
  }
}
