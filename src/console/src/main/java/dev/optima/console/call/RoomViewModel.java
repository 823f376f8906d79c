package dev.optima.console.call;

import dev.optima.console.surface.PageCommand;
import dev.optima.console.surface.PictureBackground;
import dev.optima.console.surface.SurfaceEvent;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a provider's room offers beyond sound and picture: waiting room, recording, transcript,
/// background. As with the controls of the picture, the page is the truth; an action asks it.
public final class RoomViewModel {
  private final Consumer<PageCommand> page;
  private final ReadOnlyObjectWrapper<SurfaceEvent.Offers> offers =
      new ReadOnlyObjectWrapper<>(SurfaceEvent.Offers.BUILT_IN);
  private final ReadOnlyObjectWrapper<SurfaceEvent.Room> room =
      new ReadOnlyObjectWrapper<>(SurfaceEvent.Room.PLAIN);
  private final ReadOnlyObjectWrapper<List<SurfaceEvent.Knocker>> knocking =
      new ReadOnlyObjectWrapper<>(List.of());

  /// @param page says something to the page
  RoomViewModel(Consumer<PageCommand> page) {
    this.page = page;
  }

  void on(SurfaceEvent.Offers now) {
    offers.set(now);
  }

  void on(SurfaceEvent.Room now) {
    room.set(now);
  }

  void on(SurfaceEvent.Knocking now) {
    knocking.set(now.people());
  }

  /// Another room, or none: nothing is known of it.
  void reset() {
    offers.set(SurfaceEvent.Offers.BUILT_IN);
    room.set(SurfaceEvent.Room.PLAIN);
    knocking.set(List.of());
  }

  /// Blurs what is behind one's own picture, or shows it again.
  public void toggleBackground() {
    boolean plain = room.get().background() == PictureBackground.NONE;
    page.accept(
        new PageCommand.Background(plain ? PictureBackground.BLUR : PictureBackground.NONE));
  }

  /// Makes those who come wait, or lets them come straight in.
  public void toggleLobby() {
    page.accept(new PageCommand.Lobby(!room.get().lobby()));
  }

  /// Asks the applicant and records, or stops.
  public void toggleRecording() {
    page.accept(new PageCommand.Record(!room.get().records()));
  }

  /// Transcribes, or stops.
  public void toggleTranscript() {
    page.accept(new PageCommand.Transcribe(!room.get().transcribing()));
  }

  /// Lets somebody in who waits, or refuses them. They go from the list when the page says so.
  public void admit(SurfaceEvent.Knocker who, boolean yes) {
    page.accept(new PageCommand.Admit(who.id(), yes));
  }

  /// What can be used now.
  public ReadOnlyObjectProperty<SurfaceEvent.Offers> offers() {
    return offers.getReadOnlyProperty();
  }

  /// How the room is.
  public ReadOnlyObjectProperty<SurfaceEvent.Room> room() {
    return room.getReadOnlyProperty();
  }

  /// Who waits to be let in.
  public ReadOnlyObjectProperty<List<SurfaceEvent.Knocker>> knocking() {
    return knocking.getReadOnlyProperty();
  }
}
