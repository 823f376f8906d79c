package dev.optima.backend.meeting.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.calendar.FeedService;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.CancelMeeting;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a recruiter's own calendar program reads.
class CalendarFeedTest {
  private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void oneSubscribesToOnesOwnInterviewsAndMayRevokeIt(Engine engine) throws Exception {
    try (MailedWorld world = new MailedWorld(engine.open(folder), 1)) {
      FeedService feeds = world.feeds();
      assertThat(refused(() -> feeds.get(world.elif))).isEqualTo(ErrorCode.NOT_FOUND);
      Meeting first = world.plan(TUESDAY);
      Meeting second = world.plan(TUESDAY.plus(Duration.ofDays(1)));
      world.meetings.cancel(world.elif, second.meetingId(), new CancelMeeting(null, false, null));

      String url = Optional.ofNullable(feeds.create(world.elif).url()).orElseThrow();
      assertThat(url).startsWith("https://optima.example/feeds/").endsWith(".ics");
      assertThat(feeds.get(world.elif).url()).isNull();
      String text = feeds.read(secret(url)).orElseThrow().text();
      Calendar calendar = new CalendarBuilder().build(new StringReader(text));
      assertThat(calendar.validate().getEntries()).isEmpty();
      assertThat(calendar.getComponents(Component.VEVENT)).hasSize(1);
      VEvent event = (VEvent) calendar.getComponents(Component.VEVENT).getFirst();
      assertThat(event.getRequiredProperty(Property.UID).getValue())
          .isEqualTo(first.meetingId() + "@optima");
      assertThat(text).doesNotContain("/m/").doesNotContain("john@example.com");
      assertThat(feeds.get(world.elif).lastReadAt()).isEqualTo(world.world.clock.instant());

      String next = Optional.ofNullable(feeds.create(world.elif).url()).orElseThrow();
      assertThat(feeds.read(secret(url))).isEmpty();
      assertThat(feeds.read(secret(next))).isPresent();
      var mert = world.world.colleague("mert");
      String other = Optional.ofNullable(feeds.create(mert).url()).orElseThrow();
      assertThat(feeds.read(secret(other)).orElseThrow().text()).doesNotContain("VEVENT");
      feeds.revoke(world.elif);
      assertThat(feeds.read(secret(next))).isEmpty();
      world.world.database.<Integer>write(
          tx -> tx.update("UPDATE accounts SET disabled_at = 1 WHERE id = 'mert'"));
      assertThat(feeds.read(secret(other))).isEmpty();
    }
  }

  private static String secret(String url) {
    return url.substring(url.lastIndexOf('/') + 1, url.length() - ".ics".length());
  }

  private static ErrorCode refused(Runnable act) {
    return catchThrowableOfType(Refusal.class, act::run).code();
  }
}
