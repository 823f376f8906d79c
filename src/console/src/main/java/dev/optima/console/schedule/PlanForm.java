package dev.optima.console.schedule;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is entered about an interview.
final class PlanForm {
  private final ZoneId zone;
  private final StringProperty title = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>();
  private final StringProperty time = new SimpleStringProperty("");
  private final ObjectProperty<Integer> minutes = new SimpleObjectProperty<>(30);
  private final ObservableList<Meeting.Interviewer> interviewers =
      FXCollections.observableArrayList();
  private final StringProperty description = new SimpleStringProperty("");
  private final BooleanProperty sendEmail = new SimpleBooleanProperty(true);
  private final BooleanProperty remind = new SimpleBooleanProperty(true);
  private final BooleanProperty waitingRoom = new SimpleBooleanProperty();
  private final BooleanProperty consent = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable String> provider = new SimpleObjectProperty<>();
  private final StringProperty reason = new SimpleStringProperty("");

  PlanForm(ZoneId zone) {
    this.zone = zone;
  }

  /// Takes over what is planned already.
  void take(Meeting meeting) {
    title.set(meeting.title());
    place(meeting.scheduledTime());
    minutes.set(meeting.durationMinutes());
    interviewers.setAll(meeting.interviewers());
    description.set(meeting.description() == null ? "" : meeting.description());
    sendEmail.set(meeting.sendEmail());
    remind.set(meeting.remind15Min());
    waitingRoom.set(meeting.waitingRoom());
    provider.set(meeting.provider());
    consent.set(meeting.consentToRecord());
    reason.set(meeting.overrideReason() == null ? "" : meeting.overrideReason());
  }

  /// Sets date and time.
  void place(Instant start) {
    date.set(start.atZone(zone).toLocalDate());
    time.set(TimeText.of(start.atZone(zone).toLocalTime()));
  }

  /// When it begins; nothing while date or time is not one.
  Optional<Instant> start() {
    LocalDate day = date.get();
    return day == null
        ? Optional.empty()
        : TimeText.parse(time.get()).map(at -> day.atTime(at).atZone(zone).toInstant());
  }

  /// What is asked of the backend, if a time is entered.
  ///
  /// @param version of what is changed; null for a new one
  Optional<ScheduleMeeting> plan(String key, UserId applicant, @Nullable Long version) {
    return start()
        .map(
            at ->
                new ScheduleMeeting(
                    version == null ? key : null,
                    applicant,
                    at,
                    minutes.get(),
                    title.get().strip(),
                    blankToNull(description.get()),
                    interviewers.stream().map(Meeting.Interviewer::userId).toList(),
                    zone.getId(),
                    sendEmail.get(),
                    remind.get(),
                    waitingRoom.get(),
                    consent.get(),
                    blankToNull(reason.get()),
                    version,
                    provider.get()));
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text.strip();
  }

  /// Whatever decides who has time.
  Observable[] whenAndWho() {
    return new Observable[] {date, time, minutes, interviewers};
  }

  StringProperty title() {
    return title;
  }

  ObjectProperty<@Nullable LocalDate> date() {
    return date;
  }

  /// As typed.
  StringProperty time() {
    return time;
  }

  ObjectProperty<Integer> minutes() {
    return minutes;
  }

  /// Its owner first.
  ObservableList<Meeting.Interviewer> interviewers() {
    return interviewers;
  }

  StringProperty description() {
    return description;
  }

  BooleanProperty sendEmail() {
    return sendEmail;
  }

  BooleanProperty remind() {
    return remind;
  }

  /// What carries the call; null for the organisation's standard.
  ObjectProperty<@Nullable String> provider() {
    return provider;
  }

  BooleanProperty waitingRoom() {
    return waitingRoom;
  }

  BooleanProperty consent() {
    return consent;
  }

  /// Why it may stand beside another one.
  StringProperty reason() {
    return reason;
  }
}
