package dev.optima.console.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.notify.Notifier.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The real command lines, against programs that do as they are told.
@EnabledOnOs(OS.LINUX)
class FreedesktopNotifiersTest {
  private static final Note NOTE =
      new Note("room", "Ayşe 'Yılmaz'", "1 < 2 & \"x\"\n$(reboot) -h", "Aç", false);

  @TempDir Path home;

  private final BlockingQueue<String> opened = new LinkedBlockingQueue<>();

  @Test
  void notifySendShowsWaitsAndOpens() throws Exception {
    Path tool = script("printf '%s\\n' \"$@\" > " + home + "/seen\necho 7\necho default");
    try (Notifier notifier = new NotifySendNotifier(tool, "optima")) {
      assertThat(notifier.show(NOTE, () -> opened.add("yes"))).isTrue();
      assertThat(opened.poll(60, TimeUnit.SECONDS)).isEqualTo("yes");
    }
    assertThat(seen())
        .contains("--action=default=Aç", "--urgency=normal", "--", "Ayşe 'Yılmaz'")
        .contains("1 &lt; 2 &amp; \"x\"", "$(reboot) -h");
  }

  @Test
  void notifySendReplacesTheNoteOfTheSameRoom() throws Exception {
    Path tool = script("printf '%s\\n' \"$@\" > " + home + "/seen\necho 7\nexec sleep 30");
    try (Notifier notifier = new NotifySendNotifier(tool, "optima")) {
      assertThat(notifier.show(NOTE, () -> {})).isTrue();
      assertThat(notifier.show(NOTE, () -> {})).isTrue();
      assertThat(seen()).contains("--replace-id=7");
    }
  }

  @Test
  void notifySendThatIsOldShowsWithoutAnAction() throws Exception {
    Path tool =
        script(
            "case \"$*\" in *--action*) exit 1;; esac\nprintf '%s\\n' \"$@\" > " + home + "/seen");
    try (Notifier notifier = new NotifySendNotifier(tool, "optima")) {
      assertThat(notifier.show(NOTE, () -> {})).isTrue();
      assertThat(seen()).doesNotContain("--action=default=Aç").contains("Ayşe 'Yılmaz'");
    }
  }

  @Test
  void notifySendWithoutAServiceSaysThatItCouldNot() throws Exception {
    try (Notifier notifier = new NotifySendNotifier(script("exit 1"), "optima")) {
      assertThat(notifier.show(NOTE, () -> {})).isFalse();
    }
    try (Notifier gone = new NotifySendNotifier(home.resolve("gone"), "optima")) {
      assertThat(gone.show(NOTE, () -> {})).isFalse();
    }
  }

  @Test
  void gdbusCallsAndListens() throws Exception {
    Path tool =
        script(
            "if [ \"$1\" = monitor ]; then while [ ! -f "
                + home
                + "/called ]; do sleep 0.05; done; sleep 0.2\n"
                + "echo \"/org/freedesktop/Notifications:"
                + " org.freedesktop.Notifications.ActionInvoked (uint32 5, 'default')\"\n"
                + "exec sleep 30; fi\nprintf '%s\\n' \"$@\" > "
                + home
                + "/seen\necho '(uint32 5,)'; touch "
                + home
                + "/called");
    try (Notifier notifier = new GdbusNotifier(tool, "optima")) {
      assertThat(notifier.show(NOTE, () -> opened.add("yes"))).isTrue();
      assertThat(opened.poll(60, TimeUnit.SECONDS)).isEqualTo("yes");
    }
    assertThat(seen())
        .contains("'Ayşe \\'Yılmaz\\''", "['default', 'Aç']")
        .contains("'1 &lt; 2 &amp; \"x\"\\n$(reboot) -h'");
  }

  @Test
  void gdbusLetsGoOfWhatWasClosed() throws Exception {
    Path tool =
        script(
            "if [ \"$1\" = monitor ]; then while [ ! -f "
                + home
                + "/called ]; do sleep 0.05; done; sleep 0.2\n"
                + "echo \"/org/freedesktop/Notifications:"
                + " org.freedesktop.Notifications.NotificationClosed (uint32 5, uint32 2)\"\n"
                + "echo \"/org/freedesktop/Notifications:"
                + " org.freedesktop.Notifications.ActionInvoked (uint32 6, 'default')\"\n"
                + "exec sleep 30; fi\nif [ -f "
                + home
                + "/first ]; then echo '(uint32 6,)'; touch "
                + home
                + "/called; else echo '(uint32 5,)'; touch "
                + home
                + "/first; fi");
    try (GdbusNotifier notifier = new GdbusNotifier(tool, "optima")) {
      assertThat(notifier.show(NOTE, () -> opened.add("closed"))).isTrue();
      Note other = new Note("other", "John", "Hi", "Open", false);
      assertThat(notifier.show(other, () -> opened.add("pressed"))).isTrue();
      assertThat(opened.poll(10, TimeUnit.SECONDS)).isEqualTo("pressed");
      assertThat(notifier.known()).isZero();
    }
  }

  @Test
  void gdbusKeepsNoMoreThanAFewNotesOfAServiceThatTellsNothing() throws Exception {
    Path tool =
        script(
            "[ \"$1\" = monitor ] && exec sleep 30\nn=$(cat "
                + home
                + "/n 2>/dev/null || echo 0)\nn=$((n+1)); echo $n > "
                + home
                + "/n; echo \"(uint32 $n,)\"");
    try (GdbusNotifier notifier = new GdbusNotifier(tool, "optima")) {
      for (int i = 0; i < 40; i++) {
        assertThat(notifier.show(new Note("room" + i, "A", "b", "Open", false), () -> {})).isTrue();
      }
      assertThat(notifier.known()).isEqualTo(32);
    }
  }

  @Test
  void gdbusWithoutAServiceSaysThatItCouldNot() throws Exception {
    try (Notifier notifier = new GdbusNotifier(script("exit 1"), "optima")) {
      assertThat(notifier.show(NOTE, () -> {})).isFalse();
    }
  }

  private List<String> seen() throws IOException {
    return Files.readAllLines(home.resolve("seen"));
  }

  private Path script(String body) throws IOException {
    Path file = Files.createTempFile(home, "tool", "");
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file;
  }
}
