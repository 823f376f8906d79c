package dev.optima.backend.call;

import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.LiveCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the team was told of one call last, and what it is told next: in one order, each with a
/// later time than the one before, and nothing twice, unless it did not arrive.
final class ToldCall {
  /// Changed bars alone are told so often at most.
  static final Duration STEP = Duration.ofSeconds(3);

  private final TeamNews news;
  private @Nullable LiveCall known;
  private @Nullable LiveCall last;

  /// What came back over the bus, on which something may be lost.
  private @Nullable LiveCall arrived;

  private Instant barsAt = Instant.MIN;
  private long mark;

  ToldCall(TeamNews news) {
    this.news = news;
  }

  /// Rises with all that is told of it, so that what was read before is not taken for newer.
  synchronized long mark() {
    return mark;
  }

  /// It was stored so.
  ///
  /// @return whether that is surely how it is now; what is around the call may have been stored at
  ///   the same time by somebody else
  synchronized boolean tell(LiveCall fresh) {
    mark++;
    LiveCall before = last;
    if (before != null && before.call().version() > fresh.call().version()) {
      return false;
    }
    known = fresh;
    publish(fresh, false);
    return before == null
        || (before.recording() == fresh.recording() && before.waiting() == fresh.waiting());
  }

  /// It is known without having been told.
  synchronized void learn(LiveCall fresh) {
    if (known == null && last == null) {
      known = fresh;
      last = fresh;
      arrived = fresh;
    }
  }

  /// It was read so, when the mark was this; told if that did not arrive.
  ///
  /// @return false if something was told meanwhile, so that nobody knows which is newer
  synchronized boolean correct(LiveCall fresh, long before) {
    if (mark != before) {
      return false;
    }
    boolean older = last != null && last.call().version() > fresh.call().version();
    if (!older) {
      known = fresh;
      if (!hasArrived(fresh)) {
        publish(fresh, true);
      }
    }
    return true;
  }

  private boolean hasArrived(LiveCall fresh) {
    return arrived != null
        && last != null
        && Seen.of(arrived).equals(Seen.of(fresh))
        && arrived.quality().equals(last.quality());
  }

  /// Whether it was another node that told this.
  synchronized boolean heard(LiveCall live) {
    mark++;
    if (live.equals(last)) {
      arrived = live;
      return false;
    }
    if (last == null || live.isNewerThan(last)) {
      known = live;
      last = live;
      arrived = live;
    }
    return true;
  }

  /// Tells it again if the bars are others, and that may be told.
  synchronized void renew() {
    if (known == null || last == null || isOver()) {
      return;
    }
    Instant now = news.now();
    if (!now.isBefore(barsAt.plus(STEP))
        && !news.quality().of(known.call(), now).equals(last.quality())) {
      publish(known, false);
    }
  }

  private boolean isOver() {
    return last != null && last.call().state().isTerminal();
  }

  private void publish(LiveCall fresh, boolean again) {
    Instant now = news.now();
    Instant at = after(now);
    LiveCall next = with(fresh, at, news.quality().of(fresh.call(), at));
    if (!again && last != null && isSame(last, next)) {
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
        && a.quality().equals(b.quality())
        && Seen.of(a).equals(Seen.of(b));
  }

  /// What the team sees of it beside the bars; signs of life change nothing of that.
  private record Seen(
      CallState state,
      UserId owner,
      List<Person> people,
      String provider,
      @Nullable String position,
      @Nullable String meetingTitle,
      CallRecording.State recording,
      boolean waiting) {
    record Person(UserId userId, boolean present, boolean left) {}

    static Seen of(LiveCall live) {
      CallSnapshot call = live.call();
      return new Seen(
          call.state(),
          call.callerId(),
          call.participants().stream()
              .map(p -> new Person(p.userId(), p.present(), p.leftAt() != null))
              .toList(),
          live.provider(),
          live.position(),
          live.meetingTitle(),
          live.recording(),
          live.waiting());
    }
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
