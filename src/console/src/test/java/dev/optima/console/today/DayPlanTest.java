package dev.optima.console.today;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.sample.SampleMeeting;
import dev.optima.console.sample.Samples;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.meeting.Overdue;
import dev.optima.protocol.message.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What an interview asks for, by its state and the time.
class DayPlanTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void asksTheOwnerAloneAboutAnInterviewThatDidNotBegin() {
    Meeting mine = at("mine", -12).overdue(Overdue.ASKED).build();
    Meeting merts =
        at("merts", -12)
            .by(Samples.MERT, "Mert Demir")
            .with(Samples.ELIF, "Elif Kaya")
            .overdue(Overdue.ASKED)
            .build();
    DayPlan.Parts parts = of(mine, merts);
    assertThat(parts.questions()).containsExactly(mine);
    assertThat(parts.coming()).containsExactly(merts);
    assertThat(parts.asks()).isEqualTo(1);
  }

  @Test
  void aQuestionThatRestsIsAnInterviewOneMayStillJoin() {
    Meeting late = at("late", -12).overdue(Overdue.ASKED).build();
    DayPlan.Parts parts =
        new DayPlan(Samples.ELIF).of(List.of(late), Set.of(new MeetingId("late")), NOW);
    assertThat(parts.questions()).isEmpty();
    assertThat(parts.coming()).containsExactly(late);
  }

  @Test
  void anInterviewGoesOnUntilItIsOver() {
    Meeting live = at("live", -90).status(MeetingStatus.IN_PROGRESS).build();
    Meeting held = at("held", -90).completed(NOW.minusSeconds(60)).build();
    Meeting begun = at("begun", -5).status(MeetingStatus.OPEN).build();
    assertThat(of(live, held, begun).coming()).containsExactly(live, begun);
  }

  @Test
  void whoAskedForAnotherTimeComesBeforeWhoHasNotAnswered() {
    Meeting silent = at("silent", 60).build();
    Meeting declined = at("declined", 120).answer(MeetingAnswer.DECLINED).build();
    Meeting asked = at("asked", 180).asksFor("", NOW.plus(Duration.ofHours(5))).build();
    Meeting yes = at("yes", 30).answer(MeetingAnswer.ACCEPTED).build();
    DayPlan.Parts parts = of(silent, declined, asked, yes);
    assertThat(parts.waiting()).containsExactly(asked, declined, silent);
    assertThat(parts.asks()).isEqualTo(2);
  }

  @Test
  void aNoShowCanBeTakenBackForADay() {
    Meeting fresh = at("fresh", -120).noShow(Absent.APPLICANT, NOW.minusSeconds(3600)).build();
    Meeting old = at("old", -60 * 30).noShow(Absent.BOTH, NOW.minus(Duration.ofHours(25))).build();
    assertThat(of(fresh, old).absences()).containsExactly(fresh);
  }

  @Test
  void whatNobodyResolvedNeedsReview() {
    Meeting open = at("open", -60 * 40).overdue(Overdue.REVIEW).build();
    DayPlan.Parts parts = of(open);
    assertThat(parts.review()).containsExactly(open);
    assertThat(parts.coming()).isEmpty();
  }

  private static DayPlan.Parts of(Meeting... meetings) {
    return new DayPlan(Samples.ELIF).of(List.of(meetings), Set.of(), NOW);
  }

  private static SampleMeeting at(String id, long minutes) {
    return SampleMeeting.john(id, NOW.plus(Duration.ofMinutes(minutes)));
  }
}
