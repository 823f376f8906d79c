package dev.optima.console.applicant;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.MeetingEvents;
import dev.optima.console.look.Outcomes;
import dev.optima.protocol.message.Attachment;
import dev.optima.protocol.message.ChatEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The second line of an applicant's row: what is going on, or what was last.
///
/// @param icon before the words, or null
/// @param urgent whether it asks for something
record ApplicantLine(@Nullable Feather icon, String text, boolean urgent) {

  static ApplicantLine of(ApplicantItem item, Words words, Instant now) {
    if (item.typing()) {
      return plain(words.get("applicants.typing"));
    }
    if (item.last() != null) {
      return of(item.last(), words);
    }
    Instant invited = item.applicant().invitedAt();
    if (invited != null) {
      return plain(words.get("applicants.invited", words.formats().brief(invited, now)));
    }
    return plain(item.applicant().position() == null ? "" : item.applicant().position());
  }

  /// What an entry of a chat says, in one line.
  static ApplicantLine of(ChatEntry last, Words words) {
    if (last.deletedAt() != null) {
      return plain(words.get("chat.deleted"));
    }
    return switch (last.kind()) {
      case CALL_ME ->
          new ApplicantLine(Feather.PHONE_INCOMING, words.get("applicants.callMe"), true);
      case CALL_STARTED -> new ApplicantLine(Feather.VIDEO, words.get("applicants.calling"), false);
      case CALL ->
          new ApplicantLine(
              Feather.PHONE,
              last.call() == null ? "" : words.get(Outcomes.event(last.call())),
              false);
      case MEETING ->
          last.meeting() == null
              ? plain("")
              : new ApplicantLine(
                  MeetingEvents.icon(last.meeting()),
                  words.get(MeetingEvents.word(last, last.meeting())),
                  MeetingEvents.asks(last.meeting()));
      case TEXT -> said(last, words);
    };
  }

  private static ApplicantLine said(ChatEntry last, Words words) {
    String body = last.body().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    List<Attachment> files = last.attachments() == null ? List.of() : last.attachments();
    if (files.isEmpty()) {
      return plain(body);
    }
    String names =
        files.size() == 1
            ? files.getFirst().name()
            : words.get("applicants.files", files.getFirst().name(), files.size() - 1);
    return new ApplicantLine(Feather.PAPERCLIP, body.isEmpty() ? names : body, false);
  }

  private static ApplicantLine plain(String text) {
    return new ApplicantLine(null, text, false);
  }
}
