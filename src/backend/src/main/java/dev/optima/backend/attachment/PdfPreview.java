package dev.optima.backend.attachment;

import dev.optima.backend.attachment.StoredFile.Picture;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/// The first page of a PDF, and how many there are.
final class PdfPreview {
  private static final float MAX_SCALE = 4;

  private PdfPreview() {}

  static Preview make(Path source, Path target) throws IOException {
    try (PDDocument document = Loader.loadPDF(source.toFile())) {
      int pages = document.getNumberOfPages();
      return new Preview(pages, pages > 0 ? firstPage(document, target) : null);
    }
  }

  private static @Nullable Picture firstPage(PDDocument document, Path target) {
    try {
      PDRectangle box = document.getPage(0).getCropBox();
      float longest = Math.max(box.getWidth(), box.getHeight());
      if (!(longest > 0)) {
        return null;
      }
      float scale = Math.min(MAX_SCALE, PictureFile.MAX_SIDE / longest);
      var renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      return PictureFile.write(renderer.renderImage(0, scale, ImageType.RGB), target);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }
}
