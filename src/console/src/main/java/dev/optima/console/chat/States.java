package dev.optima.console.chat;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ChatEntry.Reaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry in another state of itself.
final class States {
  private States() {}

  static ChatEntry reacted(ChatEntry e, List<Reaction> reactions, @Nullable Long change) {
    return with(e, e.body(), e.editedAt(), e.deletedAt(), reactions, change);
  }

  static ChatEntry edited(ChatEntry e, String body, Instant at) {
    return with(e, body, at, e.deletedAt(), e.reactions(), e.change());
  }

  static ChatEntry deleted(ChatEntry e, Instant at) {
    return with(e, "", e.editedAt(), at, null, e.change()).withAttachments(null);
  }

  /// With or without one person's reaction.
  static ChatEntry toggled(ChatEntry e, UserId by, String emoji, boolean on) {
    List<Reaction> next = new ArrayList<>();
    boolean found = false;
    for (Reaction reaction : e.reactions() == null ? List.<Reaction>of() : e.reactions()) {
      if (reaction.emoji().equals(emoji)) {
        found = true;
        List<UserId> people = new ArrayList<>(reaction.by());
        people.remove(by);
        if (on) {
          people.add(by);
        }
        if (!people.isEmpty()) {
          next.add(new Reaction(emoji, people));
        }
      } else {
        next.add(reaction);
      }
    }
    if (on && !found) {
      next.add(new Reaction(emoji, List.of(by)));
    }
    return reacted(e, next, e.change());
  }

  private static ChatEntry with(
      ChatEntry e,
      String body,
      @Nullable Instant edited,
      @Nullable Instant deleted,
      @Nullable List<Reaction> reactions,
      @Nullable Long change) {
    return new ChatEntry(
        e.roomId(),
        e.messageId(),
        e.seq(),
        e.senderId(),
        e.senderName(),
        e.kind(),
        body,
        e.sentAt(),
        e.key(),
        e.replyTo(),
        edited,
        deleted,
        reactions,
        e.call(),
        e.attachments(),
        null,
        change);
  }
}
