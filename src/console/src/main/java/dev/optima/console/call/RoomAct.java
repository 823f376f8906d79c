package dev.optima.console.call;

import dev.optima.console.look.Ids;
import dev.optima.console.surface.PictureBackground;
import dev.optima.console.surface.SurfaceEvent;
import dev.optima.protocol.message.CallRecording;
import org.kordamp.ikonli.feather.Feather;

/// What one may do with a provider's room, where it offers it.
enum RoomAct {
  BACKGROUND(Ids.BACKGROUND, Feather.APERTURE),
  LOBBY(Ids.LOBBY, Feather.USER_CHECK),
  RECORD(Ids.RECORD, Feather.DISC),
  TRANSCRIBE(Ids.TRANSCRIBE, Feather.FILE_TEXT);

  private final String id;
  private final Feather icon;

  RoomAct(String id, Feather icon) {
    this.id = id;
    this.icon = icon;
  }

  String id() {
    return id;
  }

  Feather icon() {
    return icon;
  }

  boolean isOffered(SurfaceEvent.Offers offers) {
    return switch (this) {
      case BACKGROUND -> offers.background();
      case LOBBY -> offers.lobby();
      case RECORD -> offers.record();
      case TRANSCRIBE -> offers.transcribe();
    };
  }

  boolean isOn(SurfaceEvent.Room room) {
    return switch (this) {
      case BACKGROUND -> room.background() == PictureBackground.BLUR;
      case LOBBY -> room.lobby();
      case RECORD -> room.records();
      case TRANSCRIBE -> room.transcribing();
    };
  }

  /// What its button says now.
  String word(SurfaceEvent.Room room) {
    return switch (this) {
      case BACKGROUND -> isOn(room) ? "control.background.off" : "control.background";
      case LOBBY -> isOn(room) ? "control.lobby.off" : "control.lobby";
      case RECORD ->
          room.recording() == CallRecording.State.ASKED
              ? "control.record.asked"
              : isOn(room) ? "control.record.stop" : "control.record";
      case TRANSCRIBE -> isOn(room) ? "control.transcribe.stop" : "control.transcribe";
    };
  }

  void press(RoomViewModel room) {
    switch (this) {
      case BACKGROUND -> room.toggleBackground();
      case LOBBY -> room.toggleLobby();
      case RECORD -> room.toggleRecording();
      case TRANSCRIBE -> room.toggleTranscript();
    }
  }
}
