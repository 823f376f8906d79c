package dev.optima.backend.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a file is, whatever it is called.
class MediaTypesTest {
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  @TempDir private Path directory;

  private String type(byte[] content, String name) throws IOException {
    return MediaTypes.of(Files.write(directory.resolve("f"), content), name);
  }

  private String type(String content, String name) throws IOException {
    return type(content.getBytes(StandardCharsets.UTF_8), name);
  }

  private static byte[] zip() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      zip.write("Main-Class: Evil\n".getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static byte[] image(String format) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.html", "photo.png", "cv.pdf", "notes.txt", "cv.docx", "noname"})
  void aPageIsAPage(String name) throws IOException {
    String found = type("<!DOCTYPE html><html><body onload=alert(1)></html>", name);
    assertThat(found).isEqualTo("text/html");
    assertThat(MediaTypes.served(found)).isEqualTo(MediaTypes.BYTES);
  }

  @ParameterizedTest
  @CsvSource({
    "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>, photo.png, image/svg+xml",
    "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>, a.jpg, image/svg+xml",
    "<?xml version='1.0'?><x/>, a.txt, application/xml",
    "<html xmlns='http://www.w3.org/1999/xhtml'/>, a.png, application/xhtml+xml"
  })
  void whatABrowserRunsIsServedAsBytes(String content, String name, String expected)
      throws IOException {
    String found = type(content, name);
    assertThat(MediaTypes.served(found)).isEqualTo(MediaTypes.BYTES);
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void aPolyglotIsWhatItBeginsWith() throws IOException {
    byte[] gif = image("gif");
    byte[] jar = zip();
    byte[] gifar = new byte[gif.length + jar.length];
    System.arraycopy(gif, 0, gifar, 0, gif.length);
    System.arraycopy(jar, 0, gifar, gif.length, jar.length);
    assertThat(type(gifar, "gifar.jar")).isEqualTo("image/gif");
    assertThat(type(gifar, "gifar.html")).isEqualTo("image/gif");
    assertThat(type("GIF89a/*<svg onload=alert(1)>*/=1;", "x.js")).isEqualTo("image/gif");
  }

  @Test
  void aNameTellsApartOnlyWhatLooksAlike() throws IOException {
    assertThat(type(zip(), "cv.docx")).isEqualTo(DOCX);
    assertThat(type(zip(), "order-book.zip")).isEqualTo("application/zip");
    assertThat(type(zip(), "cv.pdf")).isEqualTo("application/zip");
    assertThat(type("a;b;c\n1;2;3\n", "t.csv")).isEqualTo("text/csv");
    assertThat(type("words", "cv.pdf")).isEqualTo("text/plain");
    assertThat(type(image("png"), "a.exe")).isEqualTo("image/png");
    assertThat(type("%PDF-1.7\n", "x")).isEqualTo("application/pdf");
    byte[] noise = new byte[500];
    new Random(7).nextBytes(noise);
    noise[0] = 1;
    assertThat(type(noise, "photo.png")).isEqualTo(MediaTypes.BYTES);
    assertThat(type(new byte[0], "photo.png")).isEqualTo(MediaTypes.BYTES);
  }
}
