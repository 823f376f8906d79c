package dev.optima.pages;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import dev.optima.protocol.json.Json;
import java.util.regex.Pattern;

/// Leads what the pages of one context say to a scripted backend, without any network.
final class PlaywrightLines {

  private final ScriptedBackend backend;

  private PlaywrightLines(ScriptedBackend backend) {
    this.backend = backend;
  }

  static void lead(BrowserContext context, ScriptedBackend backend) {
    var lines = new PlaywrightLines(backend);
    // What a service worker asks for goes around these routes.
    context.addInitScript("delete Navigator.prototype.serviceWorker");
    context.routeWebSocket(Pattern.compile("/ws$"), lines::connect);
    context.route(Pattern.compile("/api/"), lines::answer);
  }

  private void connect(WebSocketRoute socket) {
    Line line = new RoutedLine(socket);
    if (backend.opened(line)) {
      socket.onMessage(frame -> backend.hear(line, frame.text()));
      socket.onClose((code, reason) -> backend.closed(line));
    }
  }

  private void answer(Route route) {
    Request request = route.request();
    var asked =
        new Asked(request.method(), request.url(), request.postDataBuffer(), request.headers());
    backend
        .reply(asked)
        .ifPresentOrElse(
            answer -> {
              var options = new Route.FulfillOptions().setStatus(answer.status());
              route.fulfill(
                  switch (answer.body()) {
                    case null -> options;
                    case byte[] picture ->
                        options.setContentType("image/png").setBodyBytes(picture);
                    case Object body ->
                        options.setContentType("application/json").setBody(Json.write(body));
                  });
            },
            route::abort);
  }

  private record RoutedLine(WebSocketRoute socket) implements Line {
    @Override
    public void send(String text) {
      socket.send(text);
    }

    @Override
    public void close() {
      socket.close();
    }
  }
}
