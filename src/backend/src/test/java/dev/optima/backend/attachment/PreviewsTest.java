package dev.optima.backend.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.attachment.StoredFile.Picture;
import dev.optima.protocol.id.AttachmentId;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures of files, friendly and hostile, made by the real worker process.
class PreviewsTest {
  private static final AttachmentId ID = new AttachmentId("0123456789abcdef0123456789abcdef");

  @TempDir private Path directory;
  private AttachmentFolder folder;
  private Previews previews;

  @BeforeEach
  void start() throws IOException {
    folder = new AttachmentFolder(directory.resolve("files"));
    folder.prepare(ID);
    previews = new Previews(folder);
  }

  @AfterEach
  void stop() {
    previews.close();
  }

  /// Left half red, right half blue; the upper third of both is darker.
  private static BufferedImage flag(int width, int height, int type) {
    var image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.setColor(new Color(0, 0, 0, 128));
    graphics.fillRect(0, 0, width, height / 3);
    graphics.dispose();
    return image;
  }

  private static byte[] encoded(BufferedImage image, String format) throws IOException {
    var out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  private Preview preview(byte[] bytes, String mediaType) throws IOException {
    Files.write(folder.data(ID), bytes);
    return previews.make(ID, mediaType);
  }

  private BufferedImage shown() throws IOException {
    return ImageIO.read(folder.preview(ID).toFile());
  }

  @ParameterizedTest
  @CsvSource({"png,image/png", "jpg,image/jpeg", "gif,image/gif", "bmp,image/bmp"})
  void anImageIsShownSmall(String format, String mediaType) throws IOException {
    byte[] bytes = encoded(flag(3000, 1500, BufferedImage.TYPE_INT_RGB), format);
    Preview preview = preview(bytes, mediaType);
    assertThat(preview.picture()).isEqualTo(new Picture("image/jpeg", 640, 320));
    assertThat(preview.pages()).isNull();
    assertSeen(20, 300, Color.RED);
    assertSeen(620, 300, Color.BLUE);
  }

  /// JPEG is never exact.
  private void assertSeen(int x, int y, Color wanted) throws IOException {
    var seen = new Color(shown().getRGB(x, y));
    int far =
        Math.abs(seen.getRed() - wanted.getRed())
            + Math.abs(seen.getGreen() - wanted.getGreen())
            + Math.abs(seen.getBlue() - wanted.getBlue());
    assertThat(far).as(seen + " at " + x + "," + y).isLessThan(20);
  }

  @Test
  void whatIsSeenThroughStaysSo() throws IOException {
    var image = new BufferedImage(100, 50, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(3, 3, 0xFFFF0000);
    Preview preview = preview(encoded(image, "png"), "image/png");
    assertThat(preview.picture()).isEqualTo(new Picture("image/png", 100, 50));
    assertThat(shown().getRGB(3, 3)).isEqualTo(0xFFFF0000);
    assertThat(shown().getRGB(9, 9) >>> 24).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=",
        "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
      })
  void webpIsShown(String bytes) throws IOException {
    Picture picture = preview(Base64.getDecoder().decode(bytes), "image/webp").picture();
    assertThat(picture).isNotNull();
    assertThat(picture.width()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 400, 200, 10, 190",
    "2, 400, 200, 390, 190",
    "3, 400, 200, 390, 10",
    "4, 400, 200, 10, 10",
    "5, 200, 400, 190, 10",
    "6, 200, 400, 10, 10",
    "7, 200, 400, 10, 390",
    "8, 200, 400, 190, 390"
  })
  void aPhotographStandsUpright(int orientation, int width, int height, int redX, int redY)
      throws IOException {
    byte[] jpeg = encoded(flag(400, 200, BufferedImage.TYPE_INT_RGB), "jpg");
    Preview preview = preview(withExif(jpeg, orientation), "image/jpeg");
    assertThat(preview.picture()).isEqualTo(new Picture("image/jpeg", width, height));
    assertSeen(redX, redY, Color.RED);
    assertThat(new String(Files.readAllBytes(folder.preview(ID)), StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif")
        .doesNotContain("51.5007N");
  }

  private static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
    var exif = new ByteArrayOutputStream();
    var out = new DataOutputStream(exif);
    out.writeBytes("Exif\0\0MM\0*");
    out.writeInt(8);
    out.writeShort(2);
    for (int[] entry : new int[][] {{0x0100, 400}, {0x0112, orientation}}) {
      out.writeShort(entry[0]);
      out.writeShort(3);
      out.writeInt(1);
      out.writeShort(entry[1]);
      out.writeShort(0);
    }
    out.writeInt(0);
    out.writeBytes("51.5007N");
    var whole = new ByteArrayOutputStream();
    var to = new DataOutputStream(whole);
    to.write(jpeg, 0, 2);
    to.writeShort(0xFFE1);
    to.writeShort(exif.size() + 2);
    exif.writeTo(to);
    to.write(jpeg, 2, jpeg.length - 2);
    return whole.toByteArray();
  }

  @Test
  void aPixelBombIsNotDecoded() throws IOException {
    for (int[] size : new int[][] {{50_000, 50_000}, {20_000, 20_000}, {1, 2_000_000_000}}) {
      assertThat(preview(pngHead(size[0], size[1]), "image/png")).isEqualTo(Preview.NONE);
    }
    byte[] gif = encoded(flag(10, 10, BufferedImage.TYPE_INT_RGB), "gif");
    gif[6] = gif[7] = gif[8] = gif[9] = (byte) 0xFF;
    preview(gif, "image/gif");
    byte[] jpeg = encoded(flag(10, 10, BufferedImage.TYPE_INT_RGB), "jpg");
    int frame = indexOf(jpeg, (byte) 0xFF, (byte) 0xC0);
    Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0xFF);
    assertThat(preview(jpeg, "image/jpeg")).isEqualTo(Preview.NONE);
    assertThat(preview(encoded(flag(9, 9, 1), "png"), "image/png").picture())
        .as("the worker lives on")
        .isNotNull();
  }

  private static int indexOf(byte[] bytes, byte first, byte second) {
    for (int i = 0; ; i++) {
      if (bytes[i] == first && bytes[i + 1] == second) {
        return i;
      }
    }
  }

  private static byte[] pngHead(int width, int height) throws IOException {
    var head = new ByteArrayOutputStream();
    var out = new DataOutputStream(head);
    out.writeBytes("IHDR");
    out.writeInt(width);
    out.writeInt(height);
    out.write(new byte[] {8, 6, 0, 0, 0});
    var crc = new CRC32();
    crc.update(head.toByteArray());
    var whole = new ByteArrayOutputStream();
    var to = new DataOutputStream(whole);
    to.writeLong(0x89504E470D0A1A0AL);
    to.writeInt(13);
    head.writeTo(to);
    to.writeInt((int) crc.getValue());
    to.writeInt(0);
    to.writeBytes("IDAT");
    to.writeInt(0x35AF061E);
    return whole.toByteArray();
  }

  @Test
  void aDocumentShowsItsFirstPageAndHowManyThereAre() throws IOException {
    Preview preview = preview(pdf(3, null), "application/pdf");
    assertThat(preview.pages()).isEqualTo(3);
    assertThat(preview.picture()).isEqualTo(new Picture("image/jpeg", 452, 640));
    assertSeen(60, 600, Color.GREEN);
    assertSeen(400, 100, Color.WHITE);
  }

  private static byte[] pdf(int pages, @Nullable String password) throws IOException {
    try (var document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          content.setNonStrokingColor(Color.GREEN);
          content.addRect(0, 0, 200, 200);
          content.fill();
        }
      }
      if (password != null) {
        document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  @Test
  void whatIsNoDocumentHasNoPicture() throws IOException {
    byte[] whole = pdf(2, null);
    assertThat(preview(pdf(1, "sesame"), "application/pdf")).isEqualTo(Preview.NONE);
    assertThat(preview("%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8), "application/pdf"))
        .isEqualTo(Preview.NONE);
    preview(Arrays.copyOf(whole, whole.length / 2), "application/pdf");
    assertThat(preview(new byte[] {1, 2, 3}, "image/jpeg")).isEqualTo(Preview.NONE);
    assertThat(preview(new byte[] {1, 2, 3}, "image/webp")).isEqualTo(Preview.NONE);
    assertThat(preview(whole, "text/plain")).isEqualTo(Preview.NONE);
    assertThat(preview(whole, "application/pdf").pages()).isEqualTo(2);
  }

  /// A page that calls itself twice, and so on: 2^40 squares.
  @Test
  void aDocumentThatNeverEndsIsKilled() throws IOException {
    var impatient =
        new Previews.Patience(
            Duration.ofSeconds(5), Duration.ofMillis(1500), Duration.ofSeconds(60));
    try (var hasty = new Previews(folder, impatient)) {
      Files.write(folder.data(ID), laughter());
      assertThat(hasty.make(ID, "application/pdf").picture()).isNull();
      assertThat(folder.preview(ID)).doesNotExist();
    }
  }

  private static byte[] laughter() {
    var out = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
    out.append("2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n");
    out.append("3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R");
    out.append("/Resources<</XObject<</X 10 0 R>>>>>>endobj\n");
    out.append("4 0 obj<</Length 5>>stream\n/X Do\nendstream endobj\n");
    for (int i = 10; i < 50; i++) {
      out.append(i).append(" 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources");
      out.append("<</XObject<</X ").append(i + 1).append(" 0 R>>>>/Length 11>>stream\n");
      out.append("/X Do /X Do\nendstream endobj\n");
    }
    out.append("50 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 12>>stream\n");
    out.append("0 0 9 9 re f\nendstream endobj\ntrailer<</Root 1 0 R>>\n");
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void theWorkerEndsWithTheServerThoughItsTaskDoesNot() throws Exception {
    Path endless = directory.resolve("endless"); // a pipe into which nobody writes
    assertThat(new ProcessBuilder("mkfifo", endless.toString()).start().waitFor()).isZero();
    Process worker =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PreviewWorker.class.getName())
            .start();
    try (var tasks = new DataOutputStream(worker.getOutputStream())) {
      new PreviewTask("image/png", endless, directory.resolve("picture")).write(tasks);
    } // what a kill of the server does to the pipe
    try {
      assertThat(worker.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      worker.destroyForcibly();
    }
  }
}
