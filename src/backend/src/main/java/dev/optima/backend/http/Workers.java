package dev.optima.backend.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What may block is done on a virtual thread; its result comes back to the event loop.
record Workers(Vertx vertx, Executor threads) {

  <T extends @Nullable Object> void run(
      RoutingContext context, Callable<T> work, Consumer<T> then) {
    Context loop = vertx.getOrCreateContext();
    threads.execute(
        () -> {
          try {
            T result = work.call();
            loop.runOnContext(nothing -> then.accept(result));
          } catch (Throwable e) { // an error too, or the client would wait for its answer in vain
            loop.runOnContext(nothing -> context.fail(e));
          }
        });
  }
}
