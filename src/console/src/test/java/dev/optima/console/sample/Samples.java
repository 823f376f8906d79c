package dev.optima.console.sample;

import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Attachment;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.MeetingNews;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.Me;
import dev.optima.protocol.rest.Stage;
import dev.optima.protocol.rest.TeamMembers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// People, messages and calls to test and draw with.
public final class Samples {
  public static final UserId ELIF = new UserId("elif");
  public static final UserId MERT = new UserId("mert");
  public static final UserId JOHN = new UserId("john");
  public static final UserId AYSE = new UserId("ayse");
  public static final RoomId JOHNS_ROOM = RoomId.of(JOHN);

  /// Everybody who may lead an interview, by name.
  public static final List<TeamMembers.Member> TEAM =
      List.of(
          new TeamMembers.Member(ELIF, "Elif Kaya"),
          new TeamMembers.Member(MERT, "Mert Demir"),
          new TeamMembers.Member(new UserId("selin"), "Selin Ak"));

  private Samples() {}

  public static Me elif() {
    return new Me(
        ELIF, "Elif Kaya", "elif@example.org", Role.RECRUITER, "en", null, null, "Kuzey Yazılım");
  }

  /// The same Elif, who may administer.
  public static Me admin() {
    return new Me(
        ELIF, "Elif Kaya", "elif@example.org", Role.ADMIN, "en", null, null, "Kuzey Yazılım");
  }

  public static Applicant applicant(
      String id, String name, @Nullable String position, String language, String zone) {
    UserId user = new UserId(id);
    return new Applicant(
        user,
        RoomId.of(user),
        name,
        id + "@example.org",
        "+49 30 1234567",
        position,
        language,
        zone,
        Instant.parse("2026-10-01T09:00:00Z"),
        false,
        0,
        null,
        null,
        Stage.NEW,
        null,
        null,
        1);
  }

  public static Applicant with(
      Applicant a,
      boolean online,
      long unread,
      @Nullable ChatEntry last,
      @Nullable Instant invited) {
    return as(a, online, unread, last, invited, a.stage());
  }

  public static Applicant in(Applicant a, Stage stage) {
    return as(a, a.online(), a.unread(), a.lastMessage(), a.invitedAt(), stage);
  }

  private static Applicant as(
      Applicant a,
      boolean online,
      long unread,
      @Nullable ChatEntry last,
      @Nullable Instant invited,
      Stage stage) {
    return new Applicant(
        a.applicantId(),
        a.roomId(),
        a.name(),
        a.email(),
        a.phone(),
        a.position(),
        a.language(),
        a.timeZone(),
        a.createdAt(),
        online,
        unread,
        last,
        invited,
        stage,
        a.notes(),
        a.archivedAt(),
        a.version());
  }

  public static ChatEntry text(
      RoomId room, long seq, UserId sender, String name, String body, Instant at) {
    String id = "m-" + (room.isTeamOnly() ? "team-" : "") + room.applicant().value() + "-" + seq;
    return entry(room, id, seq, new Sender(sender, name), ChatEntry.Kind.TEXT, body, at, null);
  }

  private record Sender(UserId id, String name) {
    static Sender of(CallSnapshot call) {
      return new Sender(call.callerId(), call.callerName());
    }
  }

  private static ChatEntry entry(
      RoomId room,
      String id,
      long seq,
      Sender sender,
      ChatEntry.Kind kind,
      String body,
      Instant at,
      @Nullable CallSnapshot call) {
    return new ChatEntry(
        room,
        new MessageId(id),
        seq,
        sender.id(),
        sender.name(),
        kind,
        body,
        at,
        null,
        null,
        null,
        null,
        null,
        call,
        null,
        null,
        null);
  }

  public static ChatEntry ofKind(ChatEntry e, ChatEntry.Kind kind) {
    return new ChatEntry(
        e.roomId(),
        e.messageId(),
        e.seq(),
        e.senderId(),
        e.senderName(),
        kind,
        e.body(),
        e.sentAt(),
        e.key(),
        e.replyTo(),
        e.editedAt(),
        e.deletedAt(),
        e.reactions(),
        e.call(),
        e.attachments(),
        null,
        e.change());
  }

  /// The same with a file.
  public static ChatEntry withFile(ChatEntry entry, String name, long size) {
    return entry.withAttachments(
        List.of(
            new Attachment(
                new AttachmentId("f-" + entry.messageId().value()),
                name,
                size,
                "application/zip",
                true,
                null,
                null)));
  }

  /// The applicant asks to be called.
  public static ChatEntry callMe(RoomId room, long seq, UserId who, String name, Instant at) {
    Sender sender = new Sender(who, name);
    return entry(room, "m-me-" + seq, seq, sender, ChatEntry.Kind.CALL_ME, "", at, null);
  }

  public static ChatEntry event(long seq, CallSnapshot call) {
    Instant at = call.endedAt() == null ? call.createdAt() : call.endedAt();
    String id = "m-" + call.callId().value();
    return entry(call.roomId(), id, seq, Sender.of(call), ChatEntry.Kind.CALL, "", at, call);
  }

  /// Something happened to a meeting.
  public static ChatEntry planned(
      RoomId room, long seq, UserId who, String name, MeetingNews news, Instant at) {
    return new ChatEntry(
        room,
        new MessageId("m-" + news.meetingId() + "-" + seq),
        seq,
        who,
        name,
        ChatEntry.Kind.MEETING,
        "",
        at,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        news,
        null);
  }

  /// A call that began.
  public static ChatEntry started(long seq, CallSnapshot call) {
    String id = "m-started-" + call.callId().value();
    ChatEntry.Kind kind = ChatEntry.Kind.CALL_STARTED;
    return entry(call.roomId(), id, seq, Sender.of(call), kind, "", call.createdAt(), call);
  }

  /// A call between Elif (or another recruiter) and an applicant.
  public static CallSnapshot call(
      String id,
      UserId applicant,
      String applicantName,
      UserId caller,
      String callerName,
      CallState state,
      long version,
      Instant createdAt) {
    boolean ringing = state == CallState.RINGING;
    boolean active = state == CallState.ACTIVE || state == CallState.RECONNECTING;
    Instant joined = active ? createdAt.plusSeconds(10) : null;
    return new CallSnapshot(
        new CallId(id),
        RoomId.of(applicant),
        caller,
        callerName,
        applicant,
        applicantName,
        null,
        state,
        version,
        createdAt,
        state.isTerminal() ? null : createdAt.plusSeconds(ringing ? 45 : 90),
        joined,
        state == CallState.ACTIVE ? joined : null,
        null,
        0,
        null,
        null,
        List.of(
            new CallSnapshot.Person(caller, callerName, Side.RECRUITER, active, joined, null),
            new CallSnapshot.Person(
                applicant, applicantName, Side.APPLICANT, active, joined, null)));
  }

  /// The same call some time later.
  public static CallSnapshot ended(
      CallSnapshot call,
      CallState state,
      CallOutcome outcome,
      Duration duration,
      Instant endedAt,
      @Nullable UserId by) {
    return new CallSnapshot(
        call.callId(),
        call.roomId(),
        call.callerId(),
        call.callerName(),
        call.applicantId(),
        call.applicantName(),
        null,
        state,
        call.version() + 1,
        call.createdAt(),
        null,
        call.startedAt(),
        null,
        endedAt,
        duration.toSeconds(),
        outcome,
        by,
        call.participants());
  }

  /// `2026-11-22T12:45Z` style instants relative to today at noon UTC.
  public static Instant minutesAgo(Instant now, long minutes) {
    return now.minus(minutes, ChronoUnit.MINUTES);
  }
}
