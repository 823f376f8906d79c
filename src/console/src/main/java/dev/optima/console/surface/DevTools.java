package dev.optima.console.surface;

import dev.optima.protocol.json.Json;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.cef.browser.CefBrowser;
import org.cef.browser.CefDevToolsClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chromium's developer protocol to one page: keys and scripts go through it, since JCEF's own ways
/// lose some. An answer may get lost in JCEF; whoever needs one asks again after a while.
final class DevTools {
  private static final Logger LOG = LoggerFactory.getLogger(DevTools.class);
  private static final long ANSWER_MILLIS = 700;
  private static final int TRIES = 4;

  private final CefBrowser browser;

  DevTools(CefBrowser browser) {
    this.browser = browser;
  }

  /// Says something and does not wait for the answer.
  void tell(String method, Map<String, ?> parameters) {
    var _ =
        ask(method, parameters)
            .exceptionally(
                failure -> {
                  LOG.debug("{} failed: {}", method, failure.toString());
                  return "";
                });
  }

  /// Says something until it is answered. What is said must do no harm when done twice.
  CompletableFuture<String> insist(String method, Map<String, ?> parameters) {
    return insist(method, parameters, TRIES);
  }

  private CompletableFuture<String> insist(
      String method, Map<String, ?> parameters, int triesLeft) {
    return ask(method, parameters)
        .orTimeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
        .exceptionallyCompose(
            failure ->
                triesLeft <= 1
                    ? CompletableFuture.failedFuture(failure)
                    : insist(method, parameters, triesLeft - 1));
  }

  /// Tells each event from now on: method and parameters, in order, on CEF's thread. None is lost.
  void listen(BiConsumer<String, String> listener) {
    CefDevToolsClient client = browser.getDevToolsClient();
    if (client != null) {
      client.addEventListener(listener::accept);
    }
  }

  private CompletableFuture<String> ask(String method, Map<String, ?> parameters) {
    CefDevToolsClient client = browser.getDevToolsClient();
    return client == null
        ? CompletableFuture.failedFuture(new IllegalStateException("the page is closed"))
        : client.executeDevToolsMethod(method, Json.write(parameters));
  }
}
