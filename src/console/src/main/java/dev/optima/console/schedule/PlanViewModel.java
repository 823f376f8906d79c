package dev.optima.console.schedule;

import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.MeetingsClient;
import dev.optima.console.i18n.Message;
import dev.optima.console.toast.Toast;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.CancelMeeting;
import dev.optima.protocol.rest.MeetingCheck;
import dev.optima.protocol.rest.Problem;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// An interview that is being planned or changed.
public final class PlanViewModel {
  private static final int MAX_TITLE = 200;

  /// However often it is tried from here, it is one interview.
  private final String key = UUID.randomUUID().toString();

  private final ScheduleGround ground;
  private final MeetingsClient client;
  private final ObservableList<Meeting.Interviewer> team;
  private final PlanForm form;
  private final ApplicantSearch search;
  private final TimeCheck check;
  private final ProviderChoice providers;
  private final ReadOnlyObjectWrapper<@Nullable Invitee> invitee = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable FieldProblem> problem =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Meeting> done = new ReadOnlyObjectWrapper<>();
  private @Nullable Meeting before;

  /// The fields of the form.
  public enum Field {
    APPLICANT,
    TITLE,
    DATE,
    TIME,
    REASON,
    /// No field in particular.
    NONE
  }

  /// What is wrong, and where.
  public record FieldProblem(Field field, Message text) {}

  /// @param changed the interview that is changed; null for a new one
  /// @param team who may lead it
  PlanViewModel(
      ScheduleGround ground, @Nullable Meeting changed, ObservableList<Meeting.Interviewer> team) {
    this.ground = ground;
    this.before = changed;
    this.team = team;
    client = ground.api().meetings();
    form = new PlanForm(ground.zone());
    search = new ApplicantSearch(ground.api(), ground.tasks());
    check =
        new TimeCheck(
            client, ground.tasks(), this::plan, changed == null ? null : changed.meetingId());
    if (changed == null) {
      form.interviewers().setAll(new Meeting.Interviewer(ground.me().userId(), ground.me().name()));
    } else {
      form.take(changed);
      invitee.set(Invitee.of(changed));
    }
    providers = new ProviderChoice(ground.api(), ground.tasks(), form.provider());
    search.chosen().addListener((_, _, one) -> invitee.set(one == null ? null : Invitee.of(one)));
    InvalidationListener recheck = _ -> check.changed();
    for (Observable each : form.whenAndWho()) {
      each.addListener(recheck);
    }
    invitee.addListener(recheck);
    check.changed();
  }

  private Optional<ScheduleMeeting> plan() {
    Invitee who = invitee.get();
    Meeting changed = before;
    return who == null
        ? Optional.empty()
        : form.plan(key, who.id(), changed == null ? null : changed.version());
  }

  /// Plans it, or changes it, if all is in order.
  public void save() {
    if (busy.get()) {
      return;
    }
    FieldProblem wrong = wrong();
    problem.set(wrong);
    Optional<ScheduleMeeting> plan = plan();
    if (wrong != null || plan.isEmpty()) {
      return;
    }
    busy.set(true);
    Meeting changed = before;
    ground
        .tasks()
        .run(
            () ->
                changed == null
                    ? client.schedule(plan.get())
                    : client.change(changed.meetingId(), plan.get()),
            this::saved,
            this::failed);
  }

  private @Nullable FieldProblem wrong() {
    if (invitee.get() == null) {
      return new FieldProblem(Field.APPLICANT, Message.of("plan.applicantMissing"));
    }
    String name = form.title().get().strip();
    if (name.isEmpty() || name.length() > MAX_TITLE) {
      return new FieldProblem(Field.TITLE, Message.of("plan.titleMissing"));
    }
    if (form.date().get() == null) {
      return new FieldProblem(Field.DATE, Message.of("plan.dateMissing"));
    }
    Optional<Instant> start = form.start();
    if (start.isEmpty()) {
      return new FieldProblem(Field.TIME, Message.of("plan.timeWrong"));
    }
    if (start.get().isBefore(ground.clock().instant()) && isMoved(start.get())) {
      return new FieldProblem(Field.TIME, Message.of("plan.past"));
    }
    if (clashes() && form.reason().get().isBlank()) {
      return new FieldProblem(Field.REASON, Message.of("plan.reasonMissing"));
    }
    return null;
  }

  private boolean isMoved(Instant start) {
    Meeting changed = before;
    return changed == null || !start.equals(changed.scheduledTime());
  }

  /// Whether somebody has no time then.
  private boolean clashes() {
    MeetingCheck known = check.result().get();
    return known != null && !known.conflicts().isEmpty();
  }

  private void saved(Meeting now) {
    busy.set(false);
    ground.feed().learn(now);
    boolean fresh = before == null;
    Toast toast =
        Toast.plain(Message.of(fresh ? "plan.planned" : "plan.changed", now.applicantName()));
    ground.toasts().show(fresh ? toast.with(Message.of("schedule.undo"), () -> undo(now)) : toast);
    done.set(now);
  }

  /// Takes back what was just planned.
  private void undo(Meeting planned) {
    ground
        .tasks()
        .run(
            () ->
                client.cancel(
                    planned.meetingId(), new CancelMeeting(null, planned.sendEmail(), null)),
            now -> {
              ground.feed().learn(now);
              ground
                  .toasts()
                  .show(Toast.plain(Message.of("schedule.calledOff", now.applicantName())));
            },
            failure ->
                ground
                    .toasts()
                    .show(
                        Toast.problem(
                            Message.of(
                                "meeting.failed",
                                planned.applicantName(),
                                ApiFailures.explain(failure)))));
  }

  private void failed(Exception failure) {
    busy.set(false);
    Problem why = failure instanceof ApiException refused ? refused.problem().orElse(null) : null;
    if (why == null) {
      problem.set(new FieldProblem(Field.NONE, ApiFailures.explain(failure)));
    } else if (why.code() == ErrorCode.CONFLICT && why.conflicts() != null) {
      check.refused(new MeetingCheck(why.conflicts(), why.nextFree()));
      problem.set(new FieldProblem(Field.REASON, Message.of("plan.reasonMissing")));
    } else if (why.code() == ErrorCode.STALE && why.meeting() != null) {
      before = why.meeting();
      ground.feed().learn(why.meeting());
      problem.set(new FieldProblem(Field.NONE, Message.of("plan.stale")));
    } else {
      problem.set(new FieldProblem(field(why.field()), ApiFailures.explain(failure)));
    }
  }

  private static Field field(@Nullable String name) {
    return switch (name == null ? "" : name) {
      case "applicant_id" -> Field.APPLICANT;
      case "title" -> Field.TITLE;
      case "scheduled_time" -> Field.TIME;
      case "override_reason" -> Field.REASON;
      default -> Field.NONE;
    };
  }

  /// Takes the next time at which everybody is free.
  public void takeNextFree() {
    MeetingCheck known = check.result().get();
    if (known != null && known.nextFree() != null) {
      form.place(known.nextFree());
    }
  }

  /// The mail as the applicant would get it, once there is enough to write one.
  Optional<MeetingMailViewModel> preview() {
    FieldProblem wrong = wrong();
    boolean enough = wrong == null || wrong.field() == Field.REASON;
    problem.set(enough ? null : wrong);
    Meeting changed = before;
    MeetingId id = changed == null ? null : changed.meetingId();
    return enough
        ? plan().map(plan -> new MeetingMailViewModel(client, ground.tasks(), plan, id))
        : Optional.empty();
  }

  /// Who may lead it.
  ObservableList<Meeting.Interviewer> team() {
    return team;
  }

  /// Whether it is there already and only changed.
  public boolean isChange() {
    return before != null;
  }

  PlanForm form() {
    return form;
  }

  ApplicantSearch search() {
    return search;
  }

  /// Who it is with; null until somebody is chosen.
  ReadOnlyObjectProperty<@Nullable Invitee> invitee() {
    return invitee.getReadOnlyProperty();
  }

  /// Whether everybody has time; null while it is not known.
  ReadOnlyObjectProperty<@Nullable MeetingCheck> check() {
    return check.result();
  }

  public ReadOnlyObjectProperty<@Nullable FieldProblem> problem() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// The interview as it is planned now.
  public ReadOnlyObjectProperty<@Nullable Meeting> done() {
    return done.getReadOnlyProperty();
  }

  /// What may carry the call.
  ProviderChoice providers() {
    return providers;
  }
}
