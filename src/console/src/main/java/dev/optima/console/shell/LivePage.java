package dev.optima.console.shell;

import dev.optima.console.applicant.ProfileView;
import dev.optima.console.call.CallSideView;
import dev.optima.console.call.CallView;
import dev.optima.console.call.InviteMenu;
import dev.optima.console.chat.ThreadDoors;
import dev.optima.console.chat.ThreadView;
import dev.optima.console.i18n.Words;
import dev.optima.protocol.message.CallSnapshot;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The page of the live call, with the talk and the applicant beside it.
final class LivePage implements AutoCloseable {
  private final Words words;
  private final Desk desk;
  private final ProfileView profile;
  private final CallView view;

  /// @param doors where its talk leads
  /// @param picture the node of the page of the call
  LivePage(
      Words words,
      Desk desk,
      ThreadDoors doors,
      ObservableValue<? extends @Nullable Node> picture) {
    this.words = words;
    this.desk = desk;
    profile = new ProfileView(words, desk.clock(), desk.people().callProfile(), doors.meetings());
    view = new CallView(words, desk.calls(), picture, parts(doors), menu(), this::position);
  }

  private CallSideView.Parts parts(ThreadDoors doors) {
    return new CallSideView.Parts(
        new ThreadView(words, desk.clock(), doors, true),
        desk.threads(),
        profile,
        room -> desk.applicants().find(room.applicant()).ifPresent(profile::show));
  }

  private InviteMenu menu() {
    return new InviteMenu(
        words, desk.calls(), desk.planning().colleagues(), desk.calling().interviewing());
  }

  private String position(CallSnapshot snapshot) {
    return desk.applicants()
        .find(snapshot.applicantId())
        .map(item -> item.applicant().position())
        .orElse("");
  }

  CallView view() {
    return view;
  }

  @Override
  public void close() {
    profile.close();
    view.close();
  }
}
