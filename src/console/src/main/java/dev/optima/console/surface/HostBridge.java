package dev.optima.console.surface;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.optima.console.surface.SurfaceEvent.FromPage;
import dev.optima.protocol.json.Json;
import org.cef.browser.CefBrowser;
import org.cef.browser.CefFrame;
import org.cef.browser.CefMessageRouter.CefMessageRouterConfig;
import org.cef.callback.CefQueryCallback;
import org.cef.handler.CefMessageRouterHandlerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the page says to the console: a handful of typed messages from the backend's own page. A
/// media provider's frame may ask for the screen and say what it receives; no other frame may say
/// anything. Nothing but a yes or no ever goes back.
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

  /// The frame says it as the page is told it.
  private static final ObjectReader READING = Json.MAPPER.readerFor(PageCommand.class);

  private static final int LONGEST = 64 * 1024;
  private static final int LONGEST_READING = 2 * 1024;
  private static final int FORBIDDEN = 403;
  private static final int MALFORMED = 400;

  private final Fence fence;
  private final ScreenGrant screen;
  private final ChromiumPage.Listener listener;

  HostBridge(Fence fence, ScreenGrant screen, ChromiumPage.Listener listener) {
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
    boolean page = frame.isMain() && fence.isHome(frame.getURL());
    boolean provider = !frame.isMain() && fence.isProvider(frame.getURL());
    if ((page || provider) && request.equals(SCREEN_MAY_I)) {
      answer(screen.take(), callback);
    } else if (page) {
      hear(() -> listener.said(parse(request)), callback);
    } else if (provider) {
      hear(() -> listener.measured(parseReading(request)), callback);
    } else {
      LOG.warn("a message from {} was refused", Fence.loggable(frame.getURL()));
      callback.failure(FORBIDDEN, "forbidden");
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

  private static void hear(Message message, CefQueryCallback callback) {
    try {
      message.pass();
      callback.success("");
    } catch (JsonProcessingException e) {
      LOG.warn("a message of the page was not understood: {}", e.getOriginalMessage());
      callback.failure(MALFORMED, "malformed");
    }
  }

  /// A message on its way to whom it is for.
  private interface Message {
    void pass() throws JsonProcessingException;
  }

  /// What a frame of a media provider says: the one thing it may.
  ///
  /// @throws JsonProcessingException if it is anything else, or no connection has such figures
  static FrameReading parseReading(String request) throws JsonProcessingException {
    if (request.length() > LONGEST_READING) {
      throw new JsonParseException(null, "too long");
    }
    PageCommand said = READING.readValue(request);
    if (said instanceof PageCommand.FrameStats(FrameReading reading)) {
      return reading;
    }
    throw new JsonParseException(null, "not a reading");
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
