package dev.optima.console.surface;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.optima.console.surface.SurfaceEvent.FromPage;
import dev.optima.protocol.json.Json;
import java.util.function.Consumer;
import org.cef.browser.CefBrowser;
import org.cef.browser.CefFrame;
import org.cef.browser.CefMessageRouter.CefMessageRouterConfig;
import org.cef.callback.CefQueryCallback;
import org.cef.handler.CefMessageRouterHandlerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the page says to the console: a handful of typed messages from the backend's own page, and
/// nothing from its frames. Nothing but a yes or no ever goes back.
final class HostBridge extends CefMessageRouterHandlerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(HostBridge.class);

  static final CefMessageRouterConfig CONFIG =
      new CefMessageRouterConfig("optimaHost", "optimaHostCancel");

  /// Asked by the guard in the page (see `page-guard.js`) before the screen is captured.
  private static final String SCREEN_MAY_I = "{\"type\":\"screen_may_i\"}";

  private static final ObjectReader READER =
      Json.MAPPER
          .readerFor(FromPage.class)
          .with(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE);

  private static final int LONGEST = 64 * 1024;
  private static final int FORBIDDEN = 403;
  private static final int MALFORMED = 400;

  private final Fence fence;
  private final ScreenGrant screen;
  private final Consumer<FromPage> listener;

  HostBridge(Fence fence, ScreenGrant screen, Consumer<FromPage> listener) {
    this.fence = fence;
    this.screen = screen;
    this.listener = listener;
  }

  @Override
  public boolean onQuery(
      CefBrowser browser,
      CefFrame frame,
      long id,
      String request,
      boolean persistent,
      CefQueryCallback callback) {
    if (!frame.isMain() || !fence.isHome(frame.getURL())) {
      LOG.warn("a message from {} was refused", Fence.loggable(frame.getURL()));
      callback.failure(FORBIDDEN, "forbidden");
    } else if (request.equals(SCREEN_MAY_I)) {
      answer(screen.take(), callback);
    } else {
      hear(request, callback);
    }
    return true;
  }

  private static void answer(boolean yes, CefQueryCallback callback) {
    if (yes) {
      callback.success("");
    } else {
      LOG.warn("the page would capture the screen unasked: refused");
      callback.failure(FORBIDDEN, "forbidden");
    }
  }

  private void hear(String request, CefQueryCallback callback) {
    try {
      listener.accept(parse(request));
      callback.success("");
    } catch (JsonProcessingException e) {
      LOG.warn("a message of the page was not understood: {}", e.getOriginalMessage());
      callback.failure(MALFORMED, "malformed");
    }
  }

  /// @throws JsonProcessingException if it is too long, malformed or of an unknown type
  static FromPage parse(String request) throws JsonProcessingException {
    if (request.length() > LONGEST) {
      throw new JsonParseException(null, "too long");
    }
    FromPage message = READER.readValue(request);
    if (message == null) {
      throw new JsonParseException(null, "null");
    }
    return message;
  }
}
