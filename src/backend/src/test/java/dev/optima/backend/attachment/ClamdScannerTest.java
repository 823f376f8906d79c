package dev.optima.backend.attachment;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.NewAttachment;
import dev.optima.protocol.rest.NewMessage;
import dev.optima.protocol.rest.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The virus scanner, against a scripted clamd; and against Debian's, where one runs.
class ClamdScannerTest {
  @TempDir private Path directory;

  private static ErrorCode refused(Runnable command) {
    return catchThrowableOfType(Refusal.class, command::run).code();
  }

  private Path file(String content) throws IOException {
    return Files.writeString(Files.createTempFile(directory, "f", ""), content);
  }

  @Test
  void whatIsFoundIsRefusedAndTheRestPasses() throws IOException {
    try (var clamd = new ScriptedClamd()) {
      var scanner = new ClamdScanner(clamd.address());
      scanner.demandReachable();
      scanner.demandClean(file("harmless"));
      scanner.demandClean(file(""));
      scanner.demandClean(file("long".repeat(100_000)));
      assertThat(clamd.scans()).isEqualTo(3);
      Path infected = file("x".repeat(70_000) + ScriptedClamd.EICAR);
      Refusal refusal = catchThrowableOfType(Refusal.class, () -> scanner.demandClean(infected));
      assertThat(refusal.code()).isEqualTo(ErrorCode.INFECTED);
      assertThat(refusal.detail()).contains("Eicar-Test-Signature");
    }
  }

  @Test
  void whatWasNotScannedIsRefused() throws IOException {
    var soon = Duration.ofMillis(300);
    ClamdAddress nobody;
    try (var clamd = new ScriptedClamd()) {
      nobody = clamd.address();
      clamd.limit(1000);
      Path large = file("x".repeat(3_000_000));
      assertThat(refused(() -> new ClamdScanner(clamd.address()).demandClean(large)))
          .isEqualTo(ErrorCode.UNAVAILABLE);
      clamd.beSilent();
      var hasty = new ClamdScanner(clamd.address(), soon, soon);
      assertThat(refused(hasty::demandReachable)).isEqualTo(ErrorCode.UNAVAILABLE);
      Path small = file("x");
      assertThat(refused(() -> hasty.demandClean(small))).isEqualTo(ErrorCode.UNAVAILABLE);
    }
    assertThat(refused(() -> new ClamdScanner(nobody).demandReachable()))
        .isEqualTo(ErrorCode.UNAVAILABLE);
    var noSocket = new ClamdAddress(directory.resolve("none.ctl").toString());
    assertThat(refused(() -> new ClamdScanner(noSocket).demandReachable()))
        .isEqualTo(ErrorCode.UNAVAILABLE);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsKeptOfWhatWasRefused(Engine engine) throws Exception {
    try (var world = new World(engine.open(directory));
        var clamd = new ScriptedClamd()) {
      var folder = new AttachmentFolder(directory.resolve("files"));
      var previews = new Previews(folder);
      var files = service(world, folder, previews, clamd);
      Identity mert = world.applicant("mert");

      Upload clean = upload(files, mert, "clean.txt", "clean");
      assertThat(clean.attachment()).isNotNull();
      assertThat(clean.attachment().checked()).isTrue();

      AttachmentId sick = begin(files, mert, ScriptedClamd.EICAR);
      assertThat(refused(() -> files.append(mert, sick, 0, bytes(ScriptedClamd.EICAR))))
          .isEqualTo(ErrorCode.INFECTED);
      assertThat(refused(() -> files.status(mert, sick))).isEqualTo(ErrorCode.NOT_FOUND);

      assertThat(folder.present()).containsExactly(clean.attachmentId());
      previews.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatNobodyCouldScanWaitsAndIsNeitherSentNorShown(Engine engine) throws Exception {
    try (var world = new World(engine.open(directory));
        var clamd = new ScriptedClamd()) {
      var folder = new AttachmentFolder(directory.resolve("files"));
      var previews = new Previews(folder);
      var files = service(world, folder, previews, clamd);
      Identity mert = world.applicant("mert");
      AttachmentId late = begin(files, mert, "late");
      AttachmentId sick = begin(files, mert, ScriptedClamd.EICAR);
      AttachmentId never = begin(files, mert, "never");

      clamd.limit(0); // it answers that it cannot
      Refusal refusal =
          catchThrowableOfType(Refusal.class, () -> files.append(mert, late, 0, bytes("late")));
      assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
      assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(15));
      refused(() -> files.append(mert, sick, 0, bytes(ScriptedClamd.EICAR)));
      refused(() -> files.append(mert, never, 0, bytes("never")));
      assertThat(files.status(mert, late).offset()).isEqualTo(4);
      assertThat(files.status(mert, late).attachment()).isNull();
      assertThat(refused(() -> files.content(mert, late))).isEqualTo(ErrorCode.NOT_FOUND);
      assertThat(
              catchThrowableOfType(
                  Refusal.class,
                  () ->
                      world.chat.send(
                          mert, room(mert), new NewMessage("k", "", null, List.of(late)))))
          .isNotNull();
      assertThat(refused(() -> files.append(mert, late, 0, bytes("late"))))
          .as("the same again, while nobody scans")
          .isEqualTo(ErrorCode.UNAVAILABLE);

      clamd.limit(1_000_000);
      Upload done = files.append(mert, late, 0, bytes("late"));
      assertThat(done.attachment()).isNotNull();
      assertThat(done.attachment().checked()).isTrue();
      assertThat(Files.readString(folder.data(late))).isEqualTo("late");
      assertThat(refused(() -> files.append(mert, sick, ScriptedClamd.EICAR.length(), bytes(""))))
          .as("an empty piece at the end asks too")
          .isEqualTo(ErrorCode.INFECTED);
      assertThat(folder.present()).containsExactlyInAnyOrder(late, never);

      world.clock.advance(AttachmentSweeper.LIFE.plusMinutes(1));
      new AttachmentSweeper(world.database, folder, world.clock).sweep();
      assertThat(refused(() -> files.status(mert, never))).isEqualTo(ErrorCode.NOT_FOUND);
      assertThat(folder.present()).isEmpty();
      previews.close();
    }
  }

  private static AttachmentService service(
      World world, AttachmentFolder folder, Previews previews, ScriptedClamd clamd) {
    var examiner =
        new FileExaminer(folder, previews, Optional.of(new ClamdScanner(clamd.address())));
    return new AttachmentService(
        world.database, folder, AttachmentLimits.DEFAULT, examiner, world.clock);
  }

  private static AttachmentId begin(AttachmentService files, Identity who, String content) {
    return files.begin(who, room(who), new NewAttachment("a.txt", content.length())).attachmentId();
  }

  private static Upload upload(AttachmentService files, Identity who, String name, String content) {
    Upload begun = files.begin(who, room(who), new NewAttachment(name, content.length()));
    return files.append(who, begun.attachmentId(), 0, bytes(content));
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void onlyAnAddressOfClamdIsOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ClamdAddress("http://x:1"));
    assertThatIllegalArgumentException().isThrownBy(() -> new ClamdAddress("clamd://x:1/path"));
    assertThat(new ClamdAddress("clamd://[::1]")).hasToString("clamd://[::1]");
  }

  @Test
  void debiansOwnFindsIt() throws Exception {
    try (var clamd = DebiansClamd.start(directory)) {
      var scanner = new ClamdScanner(clamd.address());
      scanner.demandReachable();
      scanner.demandClean(file("harmless"));
      Path infected = file(ScriptedClamd.EICAR);
      assertThat(refused(() -> scanner.demandClean(infected))).isEqualTo(ErrorCode.INFECTED);
    }
  }
}
