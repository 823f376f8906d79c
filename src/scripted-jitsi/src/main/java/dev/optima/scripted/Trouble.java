package dev.optima.scripted;

/// What is wrong with the server, one thing at a time.
public enum Trouble {
  NONE,
  /// It answers 404 for `external_api.js`.
  NO_SCRIPT,
  /// It takes the request for `external_api.js` and says nothing, until the trouble is over.
  LATE_SCRIPT,
  /// `external_api.js` is there, and does not make what it should.
  ODD_SCRIPT,
  /// `X-Frame-Options: DENY` on the frame.
  NO_FRAMES,
  /// `frame-ancestors 'none'` on the frame.
  NO_ANCESTORS,
  /// The frame loads and never says a word.
  MUTE_FRAME,
  /// The frame says that it is ready, and never joins.
  NEVER_JOINS
}
