package dev.optima.console.sample;

import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The people and the history of the mock-ups, for pictures and for tests of the views.
public final class SampleDesk {
  private final ScriptedBackend backend;
  private final Instant now;
  private final AtomicInteger ids = new AtomicInteger();

  public SampleDesk(ScriptedBackend backend, Instant now) {
    this.backend = backend;
    this.now = now;
  }

  /// Fills the backend.
  public void fill() {
    john();
    ChatEntry portfolio = said("ayse", "Ayşe Yılmaz", "portfolio.pdf ekte, iyi çalışmalar", 55);
    person("ayse", "Ayşe Yılmaz", "Product designer", "tr", "Europe/Istanbul", false, 2, portfolio);
    ChatEntry selim = said("selim", "Selim Koç", "Yarın 10:00 uygun mu?", 130);
    person("selim", "Selim Koç", "Veri mühendisi", "tr", "Europe/Istanbul", true, 3, selim);
    backend.add(
        Samples.with(
            Samples.applicant("hannah", "Hannah Lee", "Designer", "en", "America/New_York"),
            false,
            0,
            null,
            now.minus(Duration.ofHours(4))));
    person(
        "emre",
        "Emre Can",
        "Site reliability engineer",
        "tr",
        "Europe/Istanbul",
        false,
        0,
        said("emre", "Emre Can", "Görüşmeyi biraz erteleyebilir miyiz?", 60 * 27));
    stage(Samples.JOHN, Stage.FIRST_INTERVIEW);
    stage(Samples.AYSE, Stage.OFFER);
    stage(new UserId("selim"), Stage.SCREENING);
    history();
    backend
        .socket()
        .welcomeWith(
            List.of(),
            Map.of("applicant_ayse", 2L, "applicant_selim", 3L),
            List.of(Samples.JOHN, new UserId("selim")));
  }

  private void stage(UserId id, Stage stage) {
    backend.add(Samples.in(backend.people().get(id), stage));
  }

  private void john() {
    RoomId room = Samples.JOHNS_ROOM;
    UserId john = Samples.JOHN;
    CallSnapshot missed =
        ended("john", "John Doe", 183, CallState.MISSED, CallOutcome.NO_ANSWER, 0);
    backend.add(missed);
    backend.add(
        Samples.text(room, 1, john, "John Doe", "Good morning! Is today still on?", ago(60 * 24)));
    backend.add(Samples.event(2, missed));
    backend.add(
        Samples.text(
            room,
            3,
            john,
            "John Doe",
            "Hello Elif, I am back from my trip. I have read the description of the position again"
                + " and have two questions about the team.",
            ago(67)));
    backend.add(
        Samples.text(
            room,
            4,
            Samples.ELIF,
            "Elif Kaya",
            "Thank you! Shall we do the first interview at 14:00?",
            ago(63)));
    talk(room, john);
    ChatEntry last = Samples.text(room, 8, john, "John Doe", "Great, 14:00 works for me", ago(1));
    backend.add(last);
    backend.add(
        Samples.with(
            Samples.applicant("john", "John Doe", "Backend engineer", "en", "Europe/Berlin"),
            true,
            0,
            last,
            null));
  }

  private void talk(RoomId room, UserId john) {
    CallSnapshot over = ended("john", "John Doe", 40, CallState.ENDED, CallOutcome.COMPLETED, 1102);
    ChatEntry sample =
        Samples.text(
            room,
            5,
            john,
            "John Doe",
            "Here is the code sample: https://example.org/book",
            ago(30));
    backend.add(
        Samples.withFile(sample, "order-book.zip", 253_952)
            .withReactions(List.of(new ChatEntry.Reaction("👍", List.of(Samples.ELIF)))));
    backend.add(Samples.event(6, over));
    backend.add(Samples.callMe(room, 7, john, "John Doe", ago(20)));
    RoomId notes = RoomId.teamOf(john);
    backend.add(
        Samples.text(
            notes,
            1,
            Samples.MERT,
            "Mert Demir",
            "Strong on concurrency, ask about testing.",
            ago(50)));
    backend.add(
        Samples.text(
            notes, 2, Samples.ELIF, "Elif Kaya", "Salary band B, not to be told yet.", ago(10)));
  }

  private void history() {
    backend.add(ended("deniz", "Deniz Arslan", 138, CallState.ENDED, CallOutcome.COMPLETED, 1865));
    backend.add(ended("caner", "Caner Öz", 200, CallState.CANCELLED, CallOutcome.CANCELLED, 0));
    backend.add(
        ended("maria", "Maria Rossi", 60 * 20, CallState.ENDED, CallOutcome.COMPLETED, 2658));
    backend.add(ended("tom", "Tom Becker", 60 * 22, CallState.REJECTED, CallOutcome.REJECTED, 0));
    backend.add(
        ended("zeynep", "Zeynep Şahin", 60 * 50, CallState.ENDED, CallOutcome.DROPPED, 1132));
    backend.add(ended("ali", "Ali Vural", 60 * 54, CallState.MISSED, CallOutcome.OFFLINE, 0));
    backend.add(
        ended("john", "John Doe", 60 * 24 * 10, CallState.ENDED, CallOutcome.COMPLETED, 1102));
    backend.add(
        Samples.call(
            "live-ayse",
            Samples.AYSE,
            "Ayşe Yılmaz",
            Samples.MERT,
            "Mert Demir",
            CallState.RINGING,
            1,
            now.minusSeconds(8)));
  }

  private CallSnapshot ended(
      String applicant,
      String name,
      long minutesAgo,
      CallState state,
      CallOutcome outcome,
      long seconds) {
    Instant at = ago(minutesAgo);
    CallSnapshot call =
        Samples.call(
            "call" + ids.incrementAndGet(),
            new UserId(applicant),
            name,
            Samples.ELIF,
            "Elif Kaya",
            seconds > 0 ? CallState.ACTIVE : CallState.RINGING,
            1,
            at);
    return Samples.ended(
        call, state, outcome, Duration.ofSeconds(seconds), at.plusSeconds(seconds + 45), null);
  }

  private ChatEntry said(String id, String name, String body, long minutesAgo) {
    UserId user = new UserId(id);
    ChatEntry entry = Samples.text(RoomId.of(user), 1, user, name, body, ago(minutesAgo));
    backend.add(entry);
    return entry;
  }

  private void person(
      String id,
      String name,
      String position,
      String language,
      String zone,
      boolean online,
      long unread,
      @Nullable ChatEntry last) {
    Applicant plain = Samples.applicant(id, name, position, language, zone);
    backend.add(Samples.with(plain, online, unread, last, null));
  }

  /// A call of Elif's to John that begins to ring `secondsAgo`.
  public CallSnapshot ringing(Instant at, long secondsAgo) {
    return Samples.call(
        "ring1",
        Samples.JOHN,
        "John Doe",
        Samples.ELIF,
        "Elif Kaya",
        CallState.RINGING,
        1,
        at.minusSeconds(secondsAgo));
  }

  /// The answer to a request with this key.
  public static ServerMessage rings(CallSnapshot call, String key, int devices) {
    Instant expires = call.expiresAt() == null ? call.createdAt() : call.expiresAt();
    return new ServerMessage.VideoCallRinging(
        call.callId(), call.roomId(), key, expires, devices, call);
  }

  /// The way in for the same call, accepted.
  public ServerMessage ready(CallSnapshot accepted) {
    return ServerMessage.VideoCallReady.of(
        new JoinTicket(
            accepted.callId(),
            "direct",
            backend.address().http() + "/call/" + accepted.callId() + "#ticket=oct_1",
            null,
            null,
            null,
            null,
            null,
            false),
        accepted);
  }

  private Instant ago(long minutes) {
    return now.minus(Duration.ofMinutes(minutes));
  }
}
