package dev.optima.console.chat;

import dev.optima.console.i18n.Message;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Where one writes: to the applicant or for the team, something new, an answer or a change. Chat
/// and notes have each their own draft and their own files, so nothing slips from one to the other.
public final class ComposerViewModel {
  private final ThreadViewModel thread;
  private final ChatGround ground;
  private final Drafts drafts;
  private final NoteGuard guard;
  private final TrayViewModel chatTray;
  private final TrayViewModel noteTray;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.CHAT);
  private final ReadOnlyObjectWrapper<Aim> aim = new ReadOnlyObjectWrapper<>(new Aim.New());
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private boolean filling;

  /// Who will see it.
  public enum Mode {
    /// The applicant and the team.
    CHAT,
    /// The team alone.
    NOTE
  }

  /// What it will be.
  public sealed interface Aim {
    /// Something new.
    record New() implements Aim {}

    /// The answer to a message.
    record Reply(ChatEntry to) implements Aim {}

    /// Another wording of a message of one's own.
    record Edit(ChatEntry entry) implements Aim {}
  }

  ComposerViewModel(ThreadViewModel thread, ChatGround ground, Drafts drafts) {
    this.thread = thread;
    this.ground = ground;
    this.drafts = drafts;
    guard = new NoteGuard(thread);
    chatTray = new TrayViewModel(ground, thread.room());
    noteTray = new TrayViewModel(ground, RoomId.teamOf(thread.room().applicant()));
    fill(drafts.of(room()));
    text.addListener((_, _, now) -> typed(now));
  }

  private void typed(String now) {
    if (filling) {
      return;
    }
    problem.set(null);
    if (!(aim.get() instanceof Aim.Edit)) {
      drafts.put(room(), now);
    }
    if (!now.isBlank()) {
      thread.typists().typed(thread.feed(room()));
    }
  }

  private void fill(String with) {
    filling = true;
    text.set(with);
    filling = false;
  }

  /// Writes for others from now on; the draft for those before stays theirs.
  public void write(Mode next) {
    if (mode.get() != next) {
      aim.set(new Aim.New());
      mode.set(next);
      problem.set(null);
      fill(drafts.of(room()));
    }
  }

  /// Leaves the thread: whoever comes back, here or to another applicant, writes to the applicant
  /// until they choose the notes anew.
  public void leave() {
    escape();
    write(Mode.CHAT);
    drafts.keep();
  }

  /// Begins to answer a message, where it was said.
  public void reply(ChatEntry to) {
    if (aim.get() instanceof Aim.Edit) {
      escape();
    }
    write(to.roomId().isTeamOnly() ? Mode.NOTE : Mode.CHAT);
    aim.set(new Aim.Reply(to));
  }

  /// Begins to change a message of one's own.
  public void edit(ChatEntry entry) {
    write(entry.roomId().isTeamOnly() ? Mode.NOTE : Mode.CHAT);
    fill(entry.body());
    aim.set(new Aim.Edit(entry));
  }

  /// Begins to change one's own last message here, if nothing is being written.
  ///
  /// @return whether there is one
  public boolean editLast() {
    if (!text.get().isEmpty() || !(aim.get() instanceof Aim.New)) {
      return false;
    }
    List<ChatEntry> shown = thread.entries();
    for (ChatEntry entry : shown.reversed()) {
      if (entry.roomId().equals(room()) && isEditable(entry)) {
        edit(entry);
        return true;
      }
    }
    return false;
  }

  /// Whether one may change or take back an entry.
  public boolean isEditable(ChatEntry entry) {
    return entry.kind() == ChatEntry.Kind.TEXT
        && entry.senderId().equals(ground.me())
        && entry.deletedAt() == null;
  }

  /// Leaves the answer or the change; the draft comes back.
  ///
  /// @return whether there was one
  public boolean escape() {
    Aim was = aim.get();
    aim.set(new Aim.New());
    problem.set(null);
    if (was instanceof Aim.Edit) {
      fill(drafts.of(room()));
    }
    return !(was instanceof Aim.New);
  }

  /// A message was taken back: it is not answered or changed any more.
  void gone(ChatEntry entry) {
    boolean concerned =
        switch (aim.get()) {
          case Aim.New _ -> false;
          case Aim.Reply reply -> reply.to().messageId().equals(entry.messageId());
          case Aim.Edit edit -> edit.entry().messageId().equals(entry.messageId());
        };
    if (concerned) {
      escape();
    }
  }

  /// Sends what is written, if it can be sent.
  public void send() {
    String body = text.get().strip();
    if (body.length() > ChatEntry.MAX_BODY) {
      problem.set(Message.of("chat.tooLong", ChatEntry.MAX_BODY));
      return;
    }
    if (aim.get() instanceof Aim.Edit edit) {
      change(edit.entry(), body);
    } else if (!tray().isSettled()) {
      problem.set(Message.of("chat.files.wait"));
    } else if (!body.isEmpty() || tray().hasFiles()) {
      say(body);
    }
  }

  private void change(ChatEntry entry, String body) {
    if (body.isEmpty() && entry.attachments() == null) {
      problem.set(Message.of("chat.edit.empty"));
      return;
    }
    escape();
    if (!body.equals(entry.body())) {
      thread.own().edit(entry, body);
    }
  }

  private void say(String body) {
    Unsent message =
        new Unsent(
            room(),
            UUID.randomUUID().toString(),
            body,
            tray().take(),
            aim.get() instanceof Aim.Reply reply ? reply.to().messageId() : null,
            ground.clock().instant(),
            null,
            null);
    aim.set(new Aim.New());
    text.set("");
    drafts.keep();
    thread.send(message);
  }

  /// Takes up a message that was not sent, to be changed.
  void take(Unsent message) {
    escape();
    write(message.room().isTeamOnly() ? Mode.NOTE : Mode.CHAT);
    if (text.get().isBlank()) {
      text.set(message.body());
    } else {
      text.set(text.get() + "\n" + message.body());
    }
    tray().give(message.files());
  }

  /// Whether this text comes from a note, and would now be shown to the applicant.
  public boolean wouldLeak(String pasted) {
    return mode.get() == Mode.CHAT && guard.knows(pasted);
  }

  /// Text was copied or cut from the composer.
  public void copied(String selection) {
    if (mode.get() == Mode.NOTE) {
      guard.remember(selection);
    }
  }

  /// Whether there is something for the team that was not sent.
  public boolean hasNoteDraft() {
    return !drafts.of(noteTray.room()).isBlank() || noteTray.hasFiles();
  }

  /// Whether nothing is begun that is not kept as a draft.
  boolean isIdle() {
    return aim.get() instanceof Aim.New && !chatTray.hasFiles() && !noteTray.hasFiles();
  }

  /// Takes up a picture that was pasted.
  ///
  /// @param write puts it into a file, away from the FX thread
  public void addPicture(PictureWriter write) {
    TrayViewModel to = tray();
    ground
        .tasks()
        .run(
            () -> {
              Path target = thread.files().newPicture();
              write.to(target);
              return target;
            },
            file -> to.add(List.of(file)),
            _ -> problem.set(Message.of("chat.files.unreadable")));
  }

  /// Writes a picture.
  @FunctionalInterface
  public interface PictureWriter {
    void to(Path file) throws IOException;
  }

  private RoomId room() {
    return mode.get() == Mode.NOTE ? noteTray.room() : chatTray.room();
  }

  /// The files that go with what is written.
  public TrayViewModel tray() {
    return mode.get() == Mode.NOTE ? noteTray : chatTray;
  }

  /// What is typed and not sent; stays with the room.
  public StringProperty text() {
    return text;
  }

  public ReadOnlyObjectProperty<Mode> mode() {
    return mode.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Aim> aim() {
    return aim.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }
}
