package dev.optima.acceptance.check;

/// What devices say: the key first, so that a message is known again by its words.
final class Words {
  private Words() {}

  static String first(String key) {
    return key + " Günaydın, ğüşiöç 👍";
  }

  static String edited(String key, int times) {
    return key + " edited " + times;
  }

  static String keyIn(String body) {
    int end = body.indexOf(' ');
    return end < 0 ? body : body.substring(0, end);
  }
}
