package dev.optima.backend.call;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.LiveCall.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// How well the sides of live calls receive each other: the last bars of each, in memory. Those
/// that pages of this node measured, and those that other nodes told.
final class LiveQuality {
  /// Who measured nothing for so long has no bars.
  static final Duration IDLE = Duration.ofSeconds(15);

  private final ConcurrentMap<CallId, Map<UserId, Bars>> here = new ConcurrentHashMap<>();
  private final ConcurrentMap<CallId, Map<UserId, Bars>> elsewhere = new ConcurrentHashMap<>();

  private record Bars(int bars, Instant at) {}

  /// What a page of this node measured.
  void measured(CallId call, UserId user, int bars, Instant at) {
    here.computeIfAbsent(call, id -> new ConcurrentHashMap<>())
        .merge(user, new Bars(bars, at), (a, b) -> a.at.isAfter(b.at) ? a : b);
  }

  /// What another node told. It counts for those whom this one does not measure itself, until
  /// [#keep] says otherwise: bars that stay the same are not told again.
  void heard(CallId call, List<Quality> told, Instant at) {
    Map<UserId, Bars> sides = new HashMap<>();
    told.forEach(side -> sides.put(side.userId(), new Bars(side.bars(), at)));
    elsewhere.put(call, Map.copyOf(sides));
  }

  /// The bars of everybody who is in the room, in their order.
  List<Quality> of(CallSnapshot call, Instant now) {
    if (call.state().isTerminal()) {
      return List.of();
    }
    Map<UserId, Bars> own = here.getOrDefault(call.callId(), Map.of());
    Map<UserId, Bars> others = elsewhere.getOrDefault(call.callId(), Map.of());
    var all = new ArrayList<Quality>();
    for (CallSnapshot.Person person : call.participants()) {
      UserId user = person.userId();
      Integer bars = bars(own.get(user), others.get(user), now);
      if (person.present() && bars != null) {
        all.add(new Quality(user, bars));
      }
    }
    return all;
  }

  private static @Nullable Integer bars(@Nullable Bars own, @Nullable Bars other, Instant now) {
    if (own == null) {
      return other == null ? null : Integer.valueOf(other.bars);
    }
    return isIdle(own, now) ? null : Integer.valueOf(own.bars);
  }

  private static boolean isIdle(Bars bars, Instant now) {
    return !now.isBefore(bars.at.plus(IDLE));
  }

  /// The calls of which pages of this node measure something.
  Set<CallId> calls() {
    return Set.copyOf(here.keySet());
  }

  /// The calls of which other nodes told.
  Set<CallId> elsewhere() {
    return Set.copyOf(elsewhere.keySet());
  }

  /// Forgets what other nodes told of people who measure nothing any more, as when that node died.
  ///
  /// @param measuring who measured something of late, on any node
  void keep(CallId call, Set<UserId> measuring, Instant now) {
    elsewhere.computeIfPresent(
        call,
        (id, sides) -> {
          var rest = new HashMap<>(sides);
          rest.entrySet()
              .removeIf(side -> !measuring.contains(side.getKey()) && isIdle(side.getValue(), now));
          return rest.isEmpty() ? null : Map.copyOf(rest);
        });
  }

  /// All calls of which something is kept.
  Set<CallId> known() {
    var all = new HashSet<CallId>(here.keySet());
    all.addAll(elsewhere.keySet());
    return all;
  }

  void forget(CallId call) {
    here.remove(call);
    elsewhere.remove(call);
  }

  /// Forgets calls of which nobody measures anything any more.
  void tidy(Instant now) {
    here.values().removeIf(sides -> sides.values().stream().allMatch(bars -> isIdle(bars, now)));
  }
}
