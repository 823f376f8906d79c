package dev.optima.console.notify;

/// The body of a note of freedesktop.org's service is a little HTML: what people wrote is text.
final class Markup {
  private Markup() {}

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
