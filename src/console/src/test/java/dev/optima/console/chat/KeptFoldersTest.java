package dev.optima.console.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the chat leaves on this machine is for nobody else, and no longer than it is needed.
class KeptFoldersTest {
  @TempDir Path folder;

  @Test
  void nobodyElseSeesWhatWasPastedAndItGoesWithTheSession() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path opened = Files.createDirectories(folder.resolve("opened").resolve("left"));
    Files.writeString(opened.resolve("cv.txt"), "from the last time");
    try (ChatRig rig = ChatRig.on(folder)) {
      assertThat(folder.resolve("opened")).as("cleaned at the start").doesNotExist();
      rig.thread().composer().text().set("a draft");
      Path picture = rig.thread().files().newPicture();
      Files.writeString(picture, "png");
      assertThat(permissions(folder.resolve("pasted"))).isEqualTo("rwx------");
      rig.threads().close();
      assertThat(folder.resolve("pasted")).as("cleaned at the end").doesNotExist();
      assertThat(permissions(folder.resolve("drafts.json"))).isEqualTo("rw-------");
    }
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
