package dev.optima.icons.draw;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The parts of a design: what stands in the `defs` of an SVG, by its ids.
final class Parts {
  static final String SVG = "http://www.w3.org/2000/svg";

  private final Document source;
  private final Map<String, Element> byId = new HashMap<>();

  private Parts(Document source) {
    this.source = source;
    NodeList all = source.getElementsByTagNameNS(SVG, "*");
    for (int i = 0; i < all.getLength(); i++) {
      Element part = (Element) all.item(i);
      byId.put(part.getAttribute("id"), part);
    }
  }

  static Parts read(Path svg) throws IOException {
    try {
      return new Parts(documents().newDocumentBuilder().parse(svg.toFile()));
    } catch (SAXException e) {
      throw new IOException(svg + " cannot be read: " + e.getMessage(), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  static DocumentBuilderFactory documents() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newNSInstance();
    factory.setIgnoringComments(true);
    return factory;
  }

  boolean has(String id) {
    return byId.containsKey(id);
  }

  Element part(String id) {
    Element part = byId.get(id);
    if (part == null) {
      throw new IllegalArgumentException("the design has no part " + id);
    }
    return part;
  }

  /// An empty drawing on a square of so many units.
  Composition compose(int units) {
    return Composition.empty(this, source.getDocumentElement(), units);
  }
}
