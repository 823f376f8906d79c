package dev.optima.backend.quality;

import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.call.CallHappening.Kind;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.quality.Diagnosis.Break;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The times in which the connection was away. One begins when somebody's page lost the others, or
/// the backend somebody, and ends when they are back. Whoever's page had lost the backend too in
/// that time, and alone, had no network.
final class Breaks {
  /// What one page or the backend says; there may be two of the same break.
  private record Span(Instant from, Instant to) {
    boolean touches(Span other) {
      return !from.isAfter(other.to) && !other.from.isAfter(to);
    }
  }

  /// Somebody was without the backend.
  private record Outage(Span span, CallHappening who) {}

  private record Key(Kind kind, @Nullable UserId user) {}

  private final Map<Key, CallHappening> open = new HashMap<>();
  private final List<Span> away = new ArrayList<>();
  private final List<Outage> offline = new ArrayList<>();

  private Breaks() {}

  /// @param happenings in order of time
  /// @param now the end of what has no end
  static List<Break> of(List<CallHappening> happenings, Instant now) {
    var breaks = new Breaks();
    Instant end = now;
    for (CallHappening happening : happenings) {
      if (happening.kind() == Kind.ENDED) {
        end = happening.at();
      }
      breaks.take(happening);
    }
    breaks.close(end);
    return breaks.merged();
  }

  private void take(CallHappening happening) {
    switch (happening.kind()) {
      case NETWORK_LOST, RECONNECTING, OFFLINE ->
          open.putIfAbsent(new Key(happening.kind(), userOf(happening)), happening);
      case NETWORK_BACK -> close(Kind.NETWORK_LOST, happening.userId(), happening.at());
      case ONLINE -> close(Kind.OFFLINE, happening.userId(), happening.at());
      case RESUMED -> close(Kind.RECONNECTING, null, happening.at());
      case LEFT -> {
        close(Kind.NETWORK_LOST, happening.userId(), happening.at());
        close(Kind.OFFLINE, happening.userId(), happening.at());
      }
      default -> {}
    }
  }

  /// The backend loses one side at a time, whoever it is.
  private static @Nullable UserId userOf(CallHappening happening) {
    return happening.kind() == Kind.RECONNECTING ? null : happening.userId();
  }

  private void close(Kind kind, @Nullable UserId user, Instant at) {
    CallHappening begin = open.remove(new Key(kind, user));
    if (begin == null) {
      return;
    }
    Instant end = at.isBefore(begin.at()) ? begin.at() : at;
    boolean isNetwork =
        kind == Kind.OFFLINE || (kind == Kind.RECONNECTING && begin.userId() != null);
    var span = new Span(begin.at(), end);
    if (isNetwork) {
      offline.add(new Outage(span, begin));
    }
    if (kind != Kind.OFFLINE) {
      away.add(span);
    }
  }

  private void close(Instant end) {
    List.copyOf(open.keySet()).forEach(key -> close(key.kind(), key.user(), end));
  }

  private List<Break> merged() {
    away.sort(Comparator.comparing(Span::from));
    var merged = new ArrayList<Span>();
    for (Span span : away) {
      Span last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && last.touches(span)) {
        Instant to = last.to().isAfter(span.to()) ? last.to() : span.to();
        merged.set(merged.size() - 1, new Span(last.from(), to));
      } else {
        merged.add(span);
      }
    }
    return merged.stream().map(this::named).toList();
  }

  private Break named(Span span) {
    List<CallHappening> without =
        offline.stream().filter(o -> span.touches(o.span())).map(Outage::who).toList();
    boolean one = without.stream().map(CallHappening::userId).distinct().count() == 1;
    double seconds = Duration.between(span.from(), span.to()).toMillis() / 1000.0;
    return one
        ? new Break(without.getFirst().userId(), without.getFirst().name(), seconds)
        : new Break(null, null, seconds);
  }
}
