package dev.optima.backend.call;

import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.LiveCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the team was told of one call last, and what it is told next: in one order, each with a
/// later time than the one before, and nothing twice.
final class ToldCall {
  /// Changed bars alone are told so often at most.
  static final Duration STEP = Duration.ofSeconds(3);

  private final TeamNews news;
  private @Nullable LiveCall known;
  private @Nullable LiveCall last;
  private Instant barsAt = Instant.MIN;

  ToldCall(TeamNews news) {
    this.news = news;
  }

  /// It was stored so.
  synchronized void tell(LiveCall fresh) {
    if (last == null || last.call().version() <= fresh.call().version()) {
      known = fresh;
      publish(fresh);
    }
  }

  /// It is known without having been told.
  synchronized void learn(LiveCall fresh) {
    if (known == null) {
      known = fresh;
      last = fresh;
    }
  }

  /// Whether it was another node that told this.
  synchronized boolean heard(LiveCall live) {
    if (live.equals(last)) {
      return false;
    }
    if (last == null || live.isNewerThan(last)) {
      known = live;
      last = live;
    }
    return true;
  }

  /// Tells it again if the bars are others, and that may be told.
  synchronized void renew() {
    if (known == null || last == null || known.call().state().isTerminal()) {
      return;
    }
    Instant now = news.now();
    if (!now.isBefore(barsAt.plus(STEP))
        && !news.quality().of(known.call(), now).equals(last.quality())) {
      publish(known);
    }
  }

  private void publish(LiveCall fresh) {
    Instant now = news.now();
    Instant at = after(now);
    LiveCall next = with(fresh, at, news.quality().of(fresh.call(), at));
    if (last != null && isSame(last, next)) {
      return;
    }
    List<LiveCall.Quality> before = last == null ? List.of() : last.quality();
    if (!before.equals(next.quality())) {
      barsAt = now;
    }
    last = next;
    news.publish(next);
  }

  private Instant after(Instant now) {
    return last == null || now.isAfter(last.at()) ? now : last.at().plusMillis(1);
  }

  private static boolean isSame(LiveCall a, LiveCall b) {
    return a.call().version() == b.call().version()
        && a.provider().equals(b.provider())
        && Objects.equals(a.position(), b.position())
        && Objects.equals(a.meetingTitle(), b.meetingTitle())
        && a.quality().equals(b.quality())
        && a.recording() == b.recording()
        && a.waiting() == b.waiting();
  }

  /// The same, written at another time and with these bars.
  static LiveCall with(LiveCall live, Instant at, List<LiveCall.Quality> quality) {
    CallSnapshot call = live.call();
    return new LiveCall(
        call.writtenAt(live.at(), at),
        at,
        live.provider(),
        live.position(),
        live.meetingTitle(),
        quality,
        live.recording(),
        live.waiting());
  }
}
