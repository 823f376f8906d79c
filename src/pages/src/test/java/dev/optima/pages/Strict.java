package dev.optima.pages;

import com.microsoft.playwright.Page;

/// What no page may ever do, whatever else is tried.
final class Strict {

  private Strict() {}

  /// Fails the test when the page breaks, or does what its own policy forbids.
  static void watch(Page page) {
    page.onPageError(
        error -> {
          throw new AssertionError("the page broke: " + error);
        });
    page.onConsoleMessage(
        message -> {
          // Whom another server lets hold its frames is that server's policy.
          if (message.text().contains("Content Security Policy")
              && !message.text().contains("frame-ancestors")) {
            throw new AssertionError("against the policy: " + message.text());
          }
        });
  }
}
