package dev.optima.console.schedule;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Overlay;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.Applicant;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What is shown over the calendar: a meeting, the form, and the questions before something is
/// changed.
public final class ScheduleDialogs implements ScheduleView.Doors, AutoCloseable {
  private final Words words;
  private final ScheduleViewModel model;
  private final Overlay overlay;
  private final Ways ways;
  private @Nullable AutoCloseable shown;

  /// Where a meeting leads to.
  public record Ways(Consumer<MeetingId> join, Consumer<RoomId> room) {}

  public ScheduleDialogs(Words words, ScheduleViewModel model, Overlay overlay, Ways ways) {
    this.words = words;
    this.model = model;
    this.overlay = overlay;
    this.ways = ways;
  }

  private void show(Region dialog, @Nullable AutoCloseable owner, Runnable escape) {
    release();
    shown = owner;
    overlay.show(dialog, escape);
  }

  private void hide() {
    overlay.hide();
    release();
  }

  private void release() {
    AutoCloseable before = shown;
    shown = null;
    if (before != null) {
      try {
        before.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void open(Meeting meeting) {
    MeetingCardView card =
        new MeetingCardView(
            words,
            model.latest(meeting),
            model.now(),
            new MeetingCardView.Doors(
                () -> leaveFor(() -> ways.join().accept(meeting.meetingId())),
                () -> leaveFor(() -> ways.room().accept(meeting.roomId())),
                proposed -> change(meeting, proposed),
                () -> callOff(meeting),
                this::hide));
    show(card, null, this::hide);
    card.focusFirst();
  }

  private void leaveFor(Runnable way) {
    hide();
    way.run();
  }

  @Override
  public void plan(@Nullable Instant start, int minutes) {
    show(model.planning(start, minutes, words.get("plan.title.usual")));
  }

  /// Plans an interview with somebody yet to be chosen.
  public void plan() {
    show(model.planning(null, ScheduleViewModel.USUAL_MINUTES, words.get("plan.title.usual")));
  }

  /// Plans an interview with this applicant.
  public void plan(Applicant applicant) {
    show(model.planning(applicant, words.get("plan.title.usual")));
  }

  /// Opens the form of a meeting.
  ///
  /// @param proposed another time for it; null for its own
  public void change(Meeting meeting, @Nullable Instant proposed) {
    show(model.changing(meeting, proposed));
  }

  private void show(PlanViewModel plan) {
    PlanView form = new PlanView(words, plan, () -> preview(plan), this::hide);
    plan.done()
        .addListener(
            (_, _, done) -> {
              if (done != null) {
                hide();
                model.go(words.formats().day(done.scheduledTime()));
              }
            });
    show(form, form, this::hide);
    form.focusFirst();
  }

  private void preview(PlanViewModel plan) {
    plan.preview()
        .ifPresent(
            mail -> {
              Runnable back = () -> again(plan);
              MeetingMailView view = new MeetingMailView(words, mail, back);
              show(view, view, back);
              view.focusFirst();
            });
  }

  private void again(PlanViewModel plan) {
    PlanView form = new PlanView(words, plan, () -> preview(plan), this::hide);
    show(form, form, this::hide);
    form.focusFirst();
  }

  private void callOff(Meeting meeting) {
    CancelViewModel cancel = model.callingOff(meeting, this::hide);
    CancelView view = new CancelView(words, cancel, model.now(), () -> open(meeting));
    show(view, view, () -> open(meeting));
  }

  /// Asks whether what was drawn elsewhere is to be there.
  public void ask(@Nullable MoveQuestion question) {
    if (question == null) {
      if (shown instanceof MoveQuestionView) {
        hide();
      }
    } else if (!(shown instanceof MoveQuestionView)) {
      MoveQuestionView view = new MoveQuestionView(words, model.moves(), model::now);
      show(view, view, model.moves()::leave);
      view.focusFirst();
    }
  }

  @Override
  public void close() {
    release();
  }
}
