package dev.optima.icons.draw;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// A small SVG that is put together of [Parts], or a group in one.
final class Composition {
  private static final Pattern INNER = Pattern.compile("url\\(#([^)]+)\\)");

  private final Parts parts;
  private final Element group;
  private final Element shared;
  private final Set<String> known;
  private final int units;

  private Composition(Parts parts, Element group, Element shared, Set<String> known, int units) {
    this.parts = parts;
    this.group = group;
    this.shared = shared;
    this.known = known;
    this.units = units;
  }

  static Composition empty(Parts parts, Element like, int units) {
    Document made;
    try {
      made = Parts.documents().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    Element root = (Element) made.appendChild(made.importNode(like, false));
    root.setAttribute("viewBox", "0 0 " + units + " " + units);
    Element shared = (Element) root.appendChild(made.createElementNS(Parts.SVG, "defs"));
    return new Composition(parts, root, shared, new HashSet<>(), units);
  }

  /// Draws a part.
  void use(String id) {
    Element drawn = copy(id);
    drawn.removeAttribute("id");
    group.appendChild(drawn);
    Matcher inner = INNER.matcher(drawn.getAttribute("fill"));
    if (inner.matches() && known.add(inner.group(1))) {
      shared.appendChild(copy(inner.group(1)));
    }
  }

  /// A group like an empty part, which gives its ink or its place.
  Composition in(String id) {
    Element made = copy(id);
    made.removeAttribute("id");
    return inside(made);
  }

  /// A group that is drawn larger or smaller, from the upper left corner.
  Composition scaled(double by) {
    Element made = group.getOwnerDocument().createElementNS(Parts.SVG, "g");
    made.setAttribute("transform", "scale(" + by + ")");
    return inside(made);
  }

  /// A group that is drawn smaller, around the middle.
  Composition inset(double by) {
    Element made = group.getOwnerDocument().createElementNS(Parts.SVG, "g");
    double margin = units * (1 - by) / 2;
    made.setAttribute("transform", "translate(" + margin + " " + margin + ") scale(" + by + ")");
    return inside(made);
  }

  private Composition inside(Element made) {
    group.appendChild(made);
    return new Composition(parts, made, shared, known, units);
  }

  private Element copy(String id) {
    Element copied = (Element) group.getOwnerDocument().importNode(parts.part(id), true);
    for (Node child = copied.getFirstChild(); child != null; ) {
      Node next = child.getNextSibling();
      if (child.getNodeType() == Node.TEXT_NODE) {
        copied.removeChild(child);
      }
      child = next;
    }
    return copied;
  }

  /// The whole as SVG.
  String text() {
    try {
      Transformer writer = TransformerFactory.newInstance().newTransformer();
      writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      writer.setOutputProperty(OutputKeys.INDENT, "yes");
      writer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
      StringWriter text = new StringWriter();
      writer.transform(new DOMSource(group.getOwnerDocument()), new StreamResult(text));
      return text.toString().replace("\r\n", "\n");
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The whole as a picture, `size` pixels wide and high.
  BufferedImage draw(int size) {
    SVGDocument svg =
        new SVGLoader()
            .load(
                new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8)),
                null,
                LoaderContext.createDefault());
    if (svg == null) {
      throw new IllegalStateException("this cannot be drawn: " + text());
    }
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_4BYTE_ABGR);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    svg.render(null, graphics, new ViewBox(0, 0, size, size));
    graphics.dispose();
    return picture;
  }
}
