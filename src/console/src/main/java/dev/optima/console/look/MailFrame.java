package dev.optima.console.look;

import java.util.regex.Pattern;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebEngine;
import javafx.scene.web.WebView;

/// Shows a mail as its reader would see it, and nothing else: no script runs, nothing is fetched,
/// no link leads anywhere.
public final class MailFrame extends StackPane {
  private static final double HEIGHT = 380;
  private static final Pattern LINK =
      Pattern.compile("(?i)([\\s\"'/])(href|action|http-equiv)\\s*=");
  private static final String POLICY =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
          + " style-src 'unsafe-inline'; img-src data:\">"
          + "<style>a{color:#0969da;text-decoration:underline}</style>";

  private final WebView view = new WebView();

  public MailFrame(String html) {
    getStyleClass().add("mail-frame");
    view.setPrefHeight(HEIGHT);
    view.setMinHeight(0);
    view.setContextMenuEnabled(false);
    view.setFocusTraversable(false);
    WebEngine engine = view.getEngine();
    engine.setJavaScriptEnabled(false);
    engine.setCreatePopupHandler(_ -> null);
    getChildren().add(view);
    engine.loadContent(harmless(html));
  }

  /// The same mail without the addresses of its links and without orders of its head, under a
  /// policy that fetches nothing.
  static String harmless(String html) {
    return POLICY + LINK.matcher(html).replaceAll("$1data-$2=");
  }

  /// What the page is, for tests: its address stays empty whatever is pressed.
  public WebEngine engine() {
    return view.getEngine();
  }
}
