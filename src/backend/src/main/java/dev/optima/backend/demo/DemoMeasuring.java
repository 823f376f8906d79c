package dev.optima.backend.demo;

import dev.optima.backend.account.Identity;
import dev.optima.backend.call.CallTimeline;
import dev.optima.backend.quality.QualityService;
import dev.optima.protocol.call.CallHappening.Kind;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.ClientMessage.VideoCallEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the call pages of the demo tell: what their browsers measure, as often as real ones do in
/// the calls of these days and less often in older ones, and what happens to devices and networks.
final class DemoMeasuring {
  private static final Duration OFTEN = Duration.ofSeconds(5);
  private static final Duration SELDOM = Duration.ofSeconds(60);

  /// Longer ago nobody looks at a graph.
  private static final Duration THESE_DAYS = Duration.ofHours(28);

  private final QualityService quality;
  private final CallTimeline timeline;
  private final DemoClock clock;
  private final Instant now;

  DemoMeasuring(QualityService quality, CallTimeline timeline, DemoClock clock, Instant now) {
    this.quality = quality;
    this.timeline = timeline;
    this.clock = clock;
    this.now = now;
  }

  void begin(List<Identity> people, CallId call, DemoLine line) {
    for (Identity person : people) {
      tell(person, call, Kind.MICROPHONE_ON, null);
      tell(person, call, Kind.CAMERA_ON, null);
    }
    if (people.size() > 2) {
      tell(people.getFirst(), call, Kind.SHARING_STARTED, null);
    }
    if (line == DemoLine.FAR) {
      tell(people.getLast(), call, Kind.RELAYED, null);
    }
  }

  /// Time goes by until then.
  void until(Instant end, List<Identity> people, CallId call, DemoLine line) {
    Duration step = clock.instant().isBefore(now.minus(THESE_DAYS)) ? SELDOM : OFTEN;
    while (clock.instant().isBefore(end)) {
      Instant next = clock.instant().plus(step);
      clock.set(next.isBefore(end) ? next : end);
      for (Identity person : people) {
        boolean worse = person.equals(people.getFirst()) == line.isWithRecruiter();
        quality.report(person, line.report(call, worse, clock.instant()));
      }
    }
  }

  void end(List<Identity> people, CallId call, DemoLine line) {
    if (people.size() > 2) {
      tell(people.getFirst(), call, Kind.SHARING_STOPPED, null);
    }
    if (line == DemoLine.SLOW) {
      tell(people.getLast(), call, Kind.CAMERA_OFF, null);
    }
    if (line == DemoLine.NARROW) {
      tell(people.getLast(), call, Kind.DEVICE_CHANGED, "microphone");
    }
  }

  void lost(Identity who, CallId call) {
    tell(who, call, Kind.NETWORK_LOST, null);
  }

  void back(Identity who, CallId call) {
    tell(who, call, Kind.ICE_RESTARTED, null);
    tell(who, call, Kind.NETWORK_BACK, null);
  }

  private void tell(Identity who, CallId call, Kind kind, @Nullable String detail) {
    timeline.tell(who, new VideoCallEvent(call, kind, detail, null));
  }
}
