package dev.optima.protocol.rest;

import java.util.List;

/// `GET /api/video-calls/{callId}/recording/text`: what the applicant is asked, word for word as it
/// is kept with the answer.
///
/// @param version changes with every change of the text
/// @param language in which it is: `en` or `tr`
/// @param paragraphs plain text
public record ConsentWording(
    String version, String language, String title, List<String> paragraphs) {
  public ConsentWording {
    paragraphs = List.copyOf(paragraphs);
  }

  /// All of it as one text.
  public String whole() {
    return title + "\n\n" + String.join("\n\n", paragraphs);
  }
}
