package dev.optima.pages;

import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Attachment;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.InvitationInfo;
import dev.optima.protocol.rest.Me;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The people of the tests, and what the real backend would say of them.
final class Story {

  static final UserId JOHN = new UserId("john");
  static final UserId ELIF = new UserId("elif");
  static final RoomId ROOM = new RoomId("applicant_john");
  static final String ORGANISATION = "Optima İnsan Kaynakları";

  private Story() {}

  static Me john(String language) {
    return new Me(
        JOHN,
        "John Doe",
        "john@example.org",
        Role.APPLICANT,
        language,
        ROOM,
        "Europe/Berlin",
        ORGANISATION);
  }

  static InvitationInfo invitation(String language) {
    return new InvitationInfo(
        "Elif Kaya", ORGANISATION, "John Doe", language, Instant.now().plus(Duration.ofDays(7)));
  }

  /// A call that rings until `seconds` from now.
  static CallSnapshot ring(String id, long seconds) {
    Instant now = Instant.now();
    return call(id, CallState.RINGING, 1, now, now.plusSeconds(seconds), null, 0, null, null);
  }

  /// The same call, later.
  static CallSnapshot then(CallSnapshot call, CallState state) {
    Instant since = state == CallState.ACTIVE ? Instant.now() : null;
    return call(
        call.callId().value(),
        state,
        call.version() + 1,
        call.createdAt(),
        null,
        since,
        0,
        null,
        null);
  }

  /// The same call, ended.
  static CallSnapshot over(
      CallSnapshot call, CallState state, CallOutcome outcome, long duration, @Nullable UserId by) {
    return call(
        call.callId().value(),
        state,
        call.version() + 1,
        call.createdAt(),
        null,
        null,
        duration,
        outcome,
        by);
  }

  private static CallSnapshot call(
      String id,
      CallState state,
      long version,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant since,
      long duration,
      @Nullable CallOutcome outcome,
      @Nullable UserId by) {
    boolean there = state == CallState.ACTIVE;
    return new CallSnapshot(
        new CallId(id),
        ROOM,
        ELIF,
        "Elif Kaya",
        JOHN,
        "John Doe",
        null,
        state,
        version,
        createdAt,
        expiresAt,
        since,
        since,
        outcome == null ? null : createdAt.plusSeconds(duration),
        duration,
        outcome,
        by,
        List.of(
            new CallSnapshot.Person(ELIF, "Elif Kaya", Side.RECRUITER, there, since, null),
            new CallSnapshot.Person(JOHN, "John Doe", Side.APPLICANT, there, since, null)));
  }

  static ServerMessage incoming(CallSnapshot call) {
    return new ServerMessage.VideoCallIncoming(
        call.callId(),
        call.callerName(),
        null,
        ROOM,
        null,
        java.util.Objects.requireNonNull(call.expiresAt()),
        call);
  }

  static ServerMessage ready(CallSnapshot call, String origin) {
    return new ServerMessage.VideoCallReady(
        call.callId(),
        "direct",
        origin + "/call/" + call.callId().value() + "#ticket=oct_john",
        null,
        null,
        List.of(),
        null,
        null,
        false,
        call);
  }

  static ChatEntry text(long seq, UserId sender, String body, Instant at) {
    return entry(seq, sender, ChatEntry.Kind.TEXT, body, at, null, null);
  }

  static ChatEntry text(long seq, UserId sender, String body, Instant at, String key) {
    return entry(seq, sender, ChatEntry.Kind.TEXT, body, at, key, null);
  }

  static ChatEntry event(long seq, CallSnapshot call, Instant at) {
    return entry(seq, ELIF, ChatEntry.Kind.CALL, "", at, null, call);
  }

  /// An entry of a call that began.
  static ChatEntry started(long seq, CallSnapshot call, Instant at) {
    return entry(seq, ELIF, ChatEntry.Kind.CALL_STARTED, "", at, null, call);
  }

  /// The applicant's wish to be called.
  static ChatEntry wish(long seq, String key) {
    return entry(seq, JOHN, ChatEntry.Kind.CALL_ME, "", Instant.now(), key, null);
  }

  /// What somebody said, with all that went with it.
  static ChatEntry said(
      long seq, UserId sender, ClientMessage.ChatSend said, @Nullable List<Attachment> files) {
    ChatEntry entry = text(seq, sender, said.body(), Instant.now(), said.key());
    return answering(entry, said.replyTo()).withAttachments(files);
  }

  /// The same entry, as the answer to another.
  static ChatEntry answering(ChatEntry entry, @Nullable MessageId original) {
    return with(entry, entry.body(), original, entry.editedAt(), entry.deletedAt(), entry.change());
  }

  static ChatEntry edited(ChatEntry entry, String body) {
    return with(entry, body, entry.replyTo(), Instant.now(), null, entry.change());
  }

  static ChatEntry deleted(ChatEntry entry) {
    return with(entry, "", entry.replyTo(), entry.editedAt(), Instant.now(), entry.change())
        .withAttachments(null)
        .withReactions(null);
  }

  static ChatEntry numbered(ChatEntry entry, long change) {
    return with(entry, entry.body(), entry.replyTo(), entry.editedAt(), entry.deletedAt(), change);
  }

  private static ChatEntry with(
      ChatEntry entry,
      String body,
      @Nullable MessageId replyTo,
      @Nullable Instant editedAt,
      @Nullable Instant deletedAt,
      @Nullable Long change) {
    return new ChatEntry(
        entry.roomId(),
        entry.messageId(),
        entry.seq(),
        entry.senderId(),
        entry.senderName(),
        entry.kind(),
        body,
        entry.sentAt(),
        entry.key(),
        replyTo,
        editedAt,
        deletedAt,
        entry.reactions(),
        entry.call(),
        entry.attachments(),
        null,
        change);
  }

  private static ChatEntry entry(
      long seq,
      UserId sender,
      ChatEntry.Kind kind,
      String body,
      Instant at,
      @Nullable String key,
      @Nullable CallSnapshot call) {
    return new ChatEntry(
        ROOM,
        new MessageId("m" + seq),
        seq,
        sender,
        sender.equals(ELIF) ? "Elif Kaya" : "John Doe",
        kind,
        body,
        at,
        key,
        null,
        null,
        null,
        null,
        call,
        null,
        null,
        null);
  }
}
