package dev.optima.console.notify;

import dev.optima.console.i18n.Message;
import dev.optima.console.settings.AlertKind;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Attachment;
import dev.optima.protocol.message.ChatEntry;
import java.util.List;
import java.util.Optional;

/// Which entries of a chat are news: what an applicant says, what a colleague notes, and a wish to
/// be called. What a colleague writes to the applicant is none.
public final class ChatNews {
  private ChatNews() {}

  /// @param applicantName of the room, as far as it is known
  public static Optional<News> of(ChatEntry entry, UserId me, String applicantName) {
    boolean byApplicant = entry.senderId().equals(entry.roomId().applicant());
    boolean old = entry.editedAt() != null || entry.deletedAt() != null;
    if (old || entry.senderId().equals(me) || !byApplicant && !entry.roomId().isTeamOnly()) {
      return Optional.empty();
    }
    return switch (entry.kind()) {
      case TEXT -> Optional.of(said(entry, applicantName));
      case CALL_ME ->
          Optional.of(
              News.of(
                  AlertKind.CALL_ME,
                  entry.roomId(),
                  Message.of("news.title", entry.senderName()),
                  Message.of("applicants.callMe")));
      case CALL, CALL_STARTED, MEETING -> Optional.empty();
    };
  }

  private static News said(ChatEntry entry, String applicantName) {
    Message title =
        entry.roomId().isTeamOnly()
            ? Message.of("news.note", entry.senderName(), applicantName)
            : Message.of("news.title", entry.senderName());
    List<Attachment> files = entry.attachments() == null ? List.of() : entry.attachments();
    Message text =
        entry.body().isBlank() && !files.isEmpty()
            ? Message.of("news.file", files.getFirst().name())
            : Message.of("news.text", entry.body());
    return new News(AlertKind.MESSAGE, entry.roomId(), title, text, Message.of("news.hidden"));
  }
}
