package dev.optima.pages;

/// One WebSocket of a page, seen from the scripted backend.
interface Line {

  void send(String text);

  void close();
}
