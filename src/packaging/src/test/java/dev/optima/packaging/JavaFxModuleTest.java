package dev.optima.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.constant.ModuleDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JavaFxModuleTest {
  @TempDir Path folder;
  private Path own;
  private Path modules;

  @BeforeEach
  void folders() throws IOException {
    own = Files.createDirectory(folder.resolve("own"));
    modules = Files.createDirectory(folder.resolve("modules"));
  }

  @Test
  void librariesGoBesideTheClassesButForThoseThatJavaHas() throws IOException {
    Files.createFile(own.resolve("msvcp140.dll"));
    make("javafx-graphics-25.0.2-win.jar", true);
    try (ZipFile jmod = new ZipFile(modules.resolve("javafx.graphics.jmod").toFile())) {
      assertThat(jmod.stream().map(ZipEntry::getName))
          .contains("classes/module-info.class", "classes/look.css", "lib/glass.dll")
          .doesNotContain("lib/msvcp140.dll", "classes/glass.dll");
    }
  }

  @Test
  void whatIsOnlyANameIsLeftOut() throws IOException {
    make("javafx-graphics-25.0.2.jar", false);
    assertThat(modules).isEmptyDirectory();
  }

  private void make(String name, boolean module) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      put(zip, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n".getBytes(StandardCharsets.UTF_8));
      if (module) {
        put(zip, "module-info.class", descriptor());
        put(zip, "look.css", new byte[] {'a'});
        put(zip, "glass.dll", new byte[] {'b'});
        put(zip, "msvcp140.dll", new byte[] {'c'});
      }
    }
    new JavaFxModule(jar, own).make(modules, folder.resolve("work"));
  }

  private static byte[] descriptor() {
    return ClassFile.of()
        .buildModule(
            ModuleAttribute.of(
                ModuleDesc.of("javafx.graphics"),
                module -> module.requires(ModuleDesc.of("java.base"), 0x8000, null)));
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
