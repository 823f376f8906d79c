package dev.optima.backend.meeting.invite;

import dev.optima.protocol.message.ReminderKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What people should hear of their interviews and when, found out from the rules of the design
/// only: no table, no claim, no state machine.
final class ReminderPlans {
  private final List<Plan> plans = new ArrayList<>();

  /// A time of an interview, for as long as it holds.
  private static final class Plan {
    final String title;
    final String applicant;
    final Instant start;
    final Instant since;
    final Set<ReminderKind> told = EnumSet.noneOf(ReminderKind.class);
    boolean holds = true;

    Plan(String title, String applicant, Instant start, Instant since) {
      this.title = title;
      this.applicant = applicant;
      this.start = start;
      this.since = since;
    }
  }

  /// @param title unlike that of any other
  void add(String title, String applicant, Instant start, Instant now) {
    plans.add(new Plan(title, applicant, start, now));
  }

  /// It was moved or called off.
  void end(String title) {
    plans.stream().filter(plan -> plan.title.equals(title)).forEach(plan -> plan.holds = false);
  }

  /// What is sent when somebody looks now, as `reader channel KIND title`.
  List<String> due(Instant now) {
    List<String> all = new ArrayList<>();
    for (Plan plan : plans) {
      if (plan.holds) {
        due(plan, now).stream().filter(plan.told::add).forEach(kind -> tell(plan, kind, now, all));
      }
    }
    return all.stream().sorted().toList();
  }

  /// Each has a time in which it is of use; what is missed is not made up for.
  private static List<ReminderKind> due(Plan plan, Instant now) {
    List<ReminderKind> due = new ArrayList<>();
    Instant soon = plan.start.minus(Duration.ofMinutes(15));
    within(ReminderKind.DAY_BEFORE, plan.start.minus(Duration.ofHours(24)), soon, plan, now, due);
    within(ReminderKind.SOON, soon, plan.start, plan, now, due);
    Instant late = plan.start.plus(Duration.ofMinutes(5));
    Instant later = plan.start.plus(Duration.ofMinutes(10));
    within(ReminderKind.NUDGE, late, later, plan, now, due);
    Instant review = plan.start.plus(Duration.ofMinutes(60));
    within(ReminderKind.ASK_OWNER, later, review, plan, now, due);
    return due;
  }

  private static void within(
      ReminderKind kind, Instant from, Instant to, Plan plan, Instant now, List<ReminderKind> due) {
    if (plan.since.isBefore(from) && !now.isBefore(from) && now.isBefore(to)) {
      due.add(kind);
    }
  }

  private static void tell(Plan plan, ReminderKind kind, Instant now, List<String> all) {
    all.add("elif SCREEN " + kind + " " + plan.title);
    if (kind == ReminderKind.ASK_OWNER) {
      return;
    }
    all.add(plan.applicant + " SCREEN " + kind + " " + plan.title);
    boolean near = !now.isBefore(plan.start.minus(Duration.ofMinutes(60)));
    if (kind == ReminderKind.DAY_BEFORE && near) {
      return; // the next reminder is better
    }
    all.add(plan.applicant + " PUSH " + kind + " " + plan.title);
    if (kind != ReminderKind.NUDGE) {
      all.add(plan.applicant + " MAIL " + kind + " " + plan.title);
    }
  }
}
