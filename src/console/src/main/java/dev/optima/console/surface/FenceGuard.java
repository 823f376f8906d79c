package dev.optima.console.surface;

import java.util.Vector;
import java.util.function.Predicate;
import org.cef.CefClient;
import org.cef.browser.CefBrowser;
import org.cef.browser.CefFrame;
import org.cef.callback.CefBeforeDownloadCallback;
import org.cef.callback.CefCallback;
import org.cef.callback.CefContextMenuParams;
import org.cef.callback.CefDownloadItem;
import org.cef.callback.CefDownloadItemCallback;
import org.cef.callback.CefFileDialogCallback;
import org.cef.callback.CefJSDialogCallback;
import org.cef.callback.CefMenuModel;
import org.cef.handler.CefContextMenuHandlerAdapter;
import org.cef.handler.CefDialogHandler.FileDialogMode;
import org.cef.handler.CefDownloadHandlerAdapter;
import org.cef.handler.CefJSDialogHandler;
import org.cef.handler.CefJSDialogHandlerAdapter;
import org.cef.handler.CefLoadHandler;
import org.cef.handler.CefRequestHandlerAdapter;
import org.cef.handler.CefResourceRequestHandler;
import org.cef.handler.CefResourceRequestHandlerAdapter;
import org.cef.misc.BoolRef;
import org.cef.network.CefRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds a page inside its [Fence]: no other address, no download, no file dialog, no browser
/// dialog, no page with a bad certificate.
final class FenceGuard {
  private static final Logger LOG = LoggerFactory.getLogger(FenceGuard.class);

  private FenceGuard() {}

  /// @param died called when the page's process is gone
  static void install(CefClient client, Fence fence, Runnable died) {
    client.addRequestHandler(new Requests(fence, died));
    client.addDownloadHandler(new Downloads());
    client.addDialogHandler(FenceGuard::noFileDialog);
    client.addJSDialogHandler(new Dialogs());
    client.addContextMenuHandler(new NoMenu());
    client.addDragHandler((browser, data, mask) -> true);
  }

  private static boolean noFileDialog(
      CefBrowser browser,
      FileDialogMode mode,
      String title,
      String path,
      Vector<String> filters,
      Vector<String> extensions,
      Vector<String> descriptions,
      CefFileDialogCallback callback) {
    LOG.warn("a file dialog was refused");
    callback.Cancel();
    return true;
  }

  private static final class Requests extends CefRequestHandlerAdapter {
    private final Fence fence;
    private final Runnable died;

    Requests(Fence fence, Runnable died) {
      this.fence = fence;
      this.died = died;
    }

    @Override
    public boolean onBeforeBrowse(
        CefBrowser browser,
        CefFrame frame,
        CefRequest request,
        boolean userGesture,
        boolean redirect) {
      String url = request.getURL();
      boolean allowed = frame.isMain() ? fence.allowsPage(url) : fence.allowsFrame(url);
      if (!allowed) {
        LOG.warn("the way to {} was refused", Fence.loggable(url));
      }
      return !allowed;
    }

    @Override
    public boolean onOpenURLFromTab(
        CefBrowser browser, CefFrame frame, String url, boolean userGesture) {
      return true;
    }

    @Override
    public CefResourceRequestHandler getResourceRequestHandler(
        CefBrowser browser,
        CefFrame frame,
        CefRequest request,
        boolean navigation,
        boolean download,
        String initiator,
        BoolRef disableDefaultHandling) {
      return new Resources(
          navigation ? fence::allowsResource : url -> fence.allowsResource(url, initiator));
    }

    @Override
    public boolean onCertificateError(
        CefBrowser browser, CefLoadHandler.ErrorCode code, String url, CefCallback callback) {
      LOG.warn("the certificate of {} is not good: {}", Fence.loggable(url), code);
      return false;
    }

    @Override
    public void onRenderProcessTerminated(
        CefBrowser browser, TerminationStatus status, int code, String text) {
      LOG.warn("the page's process is gone: {} {} {}", status, code, text);
      died.run();
    }

    private static final class Resources extends CefResourceRequestHandlerAdapter {
      private final Predicate<String> allowing;

      Resources(Predicate<String> allowing) {
        this.allowing = allowing;
      }

      @Override
      public boolean onBeforeResourceLoad(CefBrowser browser, CefFrame frame, CefRequest request) {
        boolean allowed = allowing.test(request.getURL());
        if (!allowed) {
          LOG.warn("{} was refused", Fence.loggable(request.getURL()));
        }
        return !allowed;
      }
    }
  }

  private static final class Downloads extends CefDownloadHandlerAdapter {
    // Not continuing the callback means no download; what had begun is cancelled.
    @Override
    public boolean onBeforeDownload(
        CefBrowser browser,
        CefDownloadItem item,
        String suggestedName,
        CefBeforeDownloadCallback callback) {
      LOG.warn("a download was refused");
      return false;
    }

    @Override
    public void onDownloadUpdated(
        CefBrowser browser, CefDownloadItem item, CefDownloadItemCallback callback) {
      callback.cancel();
    }
  }

  private static final class Dialogs extends CefJSDialogHandlerAdapter {
    @Override
    public boolean onJSDialog(
        CefBrowser browser,
        String origin,
        CefJSDialogHandler.JSDialogType type,
        String text,
        String defaultText,
        CefJSDialogCallback callback,
        BoolRef suppress) {
      suppress.set(true);
      return false;
    }

    @Override
    public boolean onBeforeUnloadDialog(
        CefBrowser browser, String text, boolean reload, CefJSDialogCallback callback) {
      callback.Continue(true, "");
      return true;
    }
  }

  private static final class NoMenu extends CefContextMenuHandlerAdapter {
    @Override
    public void onBeforeContextMenu(
        CefBrowser browser, CefFrame frame, CefContextMenuParams parameters, CefMenuModel menu) {
      menu.clear();
    }
  }
}
