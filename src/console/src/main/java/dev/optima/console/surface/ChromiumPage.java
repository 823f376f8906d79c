package dev.optima.console.surface;

import dev.optima.console.surface.SurfaceEvent.FromPage;
import dev.optima.protocol.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cef.CefApp;
import org.cef.CefClient;
import org.cef.browser.CefBrowser;
import org.cef.browser.CefFrame;
import org.cef.browser.CefMessageRouter;
import org.cef.browser.OffscreenBrowser;
import org.cef.handler.CefFocusHandlerAdapter;
import org.cef.handler.CefLifeSpanHandlerAdapter;
import org.cef.handler.CefLoadHandler.ErrorCode;
import org.cef.handler.CefLoadHandlerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One page in Chromium: made blank, guarded, then loaded. It lives until it is closed or its
/// process dies. To be made and used on the AWT thread.
final class ChromiumPage {
  private static final Logger LOG = LoggerFactory.getLogger(ChromiumPage.class);
  private static final String GUARD = resource("page-guard.js");
  private static final String STATS = resource("frame-stats.js");
  private static final int FRAMES_PER_SECOND = 60;
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final int HTTP_ERRORS = 400;

  /// What becomes of the page. Called on CEF's thread.
  interface Listener {
    /// It is blank and guarded: now it may be loaded.
    void guarded();

    void loaded();

    void unreachable(String code);

    void said(FromPage message);

    /// What a media provider's frame receives.
    void measured(FrameReading reading);

    /// Its process died, or it could not be guarded.
    void crashed();

    /// The Tab key left the page.
    void focusLeft(boolean forward);

    void closed();
  }

  private final CefClient client;
  private final CefMessageRouter router;
  private final HostBridge bridge;
  private final OffscreenBrowser browser;
  private final DevTools devTools;
  private final Listener listener;
  private final String guard;

  /// @param providers whose frames tell what they receive
  ChromiumPage(
      CefApp app,
      Set<Origin> providers,
      Fence fence,
      ScreenGrant screen,
      OffscreenBrowser.Sink sink,
      Listener listener) {
    this.listener = listener;
    this.guard =
        GUARD + STATS + "(" + Json.write(providers.stream().map(Origin::toString).toList()) + ");";
    client = app.createClient();
    router = CefMessageRouter.create(HostBridge.CONFIG);
    bridge = new HostBridge(fence, screen, listener);
    router.addHandler(bridge, true);
    client.addMessageRouter(router);
    FenceGuard.install(client, fence, listener::crashed);
    client.addLifeSpanHandler(new LifeSpan());
    client.addFocusHandler(new Focus());
    client.addLoadHandler(new Loading());
    browser = new OffscreenBrowser(client, Fence.BLANK, WIDTH, HEIGHT, 1, FRAMES_PER_SECOND, sink);
    devTools = new DevTools(browser);
  }

  void create() {
    browser.setCloseAllowed();
    browser.createImmediately();
  }

  OffscreenBrowser browser() {
    return browser;
  }

  DevTools devTools() {
    return devTools;
  }

  void load(String url) {
    browser.loadURL(url);
  }

  /// Calls the page.
  ///
  /// @param asUser as if the user had clicked: Chromium captures a screen only then
  void run(String script, boolean asUser) {
    devTools.tell("Runtime.evaluate", Map.of("expression", script, "userGesture", asUser));
  }

  void close() {
    browser.close(true);
  }

  private void guard() {
    FrameSession frames =
        new FrameSession((id, method, parameters) -> devTools.tell(method, parameters), guard);
    devTools.listen(frames::on);
    var _ =
        devTools
            .insist("Page.enable", Map.of())
            .thenCompose(
                enabled ->
                    devTools.insist(
                        "Page.addScriptToEvaluateOnNewDocument", FrameSession.scriptOf(guard)))
            .thenCompose(guarded -> devTools.insist(FrameSession.HOLD_FRAMES, FrameSession.hold()))
            .whenComplete(
                (done, failure) -> {
                  if (failure == null) {
                    listener.guarded();
                  } else {
                    LOG.error("the page could not be guarded, so it is not loaded", failure);
                    listener.crashed();
                  }
                });
  }

  private static String resource(String name) {
    try (InputStream in = ChromiumPage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class LifeSpan extends CefLifeSpanHandlerAdapter {
    @Override
    public void onAfterCreated(CefBrowser created) {
      guard();
    }

    @Override
    public boolean onBeforePopup(CefBrowser opener, CefFrame frame, String url, String name) {
      LOG.warn("a new window for {} was refused", Fence.loggable(url));
      return true;
    }

    @Override
    public void onBeforeClose(CefBrowser gone) {
      // Not removed: Chromium would then give the bridge to no frame that is made from now on, in
      // the
      // page of the next call neither.
      router.removeHandler(bridge);
      client.dispose();
      listener.closed();
    }
  }

  private final class Focus extends CefFocusHandlerAdapter {
    @Override
    public void onTakeFocus(CefBrowser from, boolean next) {
      listener.focusLeft(next);
    }
  }

  private final class Loading extends CefLoadHandlerAdapter {
    @Override
    public void onLoadEnd(CefBrowser of, CefFrame frame, int status) {
      if (!frame.isMain() || frame.getURL().equals(Fence.BLANK)) {
        return;
      }
      if (status >= HTTP_ERRORS) {
        listener.unreachable("HTTP_" + status);
      } else if (status > 0) {
        listener.loaded();
      }
    }

    @Override
    public void onLoadError(
        CefBrowser of, CefFrame frame, ErrorCode code, String text, String url) {
      if (frame.isMain() && code != ErrorCode.ERR_ABORTED) {
        LOG.warn("{} could not be loaded: {}", Fence.loggable(url), code);
        listener.unreachable(code.name());
      }
    }
  }
}
