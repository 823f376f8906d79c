package dev.optima.backend.calendar;

import dev.optima.backend.calendar.FetchFailure.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// What a WebDAV server tells of several resources (RFC 4918, 13).
record Multistatus(List<Resource> resources) {
  static final String DAV = "DAV:";
  static final String CALDAV = "urn:ietf:params:xml:ns:caldav";
  static final String CALENDAR_SERVER = "http://calendarserver.org/ns/";
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  /// A resource and those of its properties that were found.
  record Resource(String href, List<Element> properties) {
    Optional<Element> property(String namespace, String name) {
      return properties.stream().filter(one -> is(one, namespace, name)).findFirst();
    }

    /// The text of a property.
    Optional<String> text(String namespace, String name) {
      return property(namespace, name).map(Element::getTextContent).map(String::strip);
    }

    /// The address in a property.
    Optional<String> link(String namespace, String name) {
      return property(namespace, name)
          .flatMap(property -> all(property, DAV, "href").stream().findFirst())
          .map(href -> href.getTextContent().strip());
    }
  }

  /// @throws FetchFailure if it is nothing of the kind
  static Multistatus read(String xml) throws FetchFailure {
    Element root = parse(xml).getDocumentElement();
    if (!is(root, DAV, "multistatus")) {
      throw new FetchFailure(Problem.NOT_A_CALENDAR, "no multistatus");
    }
    List<Resource> resources = new ArrayList<>();
    for (Element response : children(root, DAV, "response")) {
      String href =
          children(response, DAV, "href").stream()
              .findFirst()
              .map(one -> one.getTextContent().strip())
              .orElse("");
      resources.add(new Resource(href, found(response)));
    }
    return new Multistatus(resources);
  }

  private static List<Element> found(Element response) {
    List<Element> properties = new ArrayList<>();
    for (Element part : children(response, DAV, "propstat")) {
      boolean good =
          children(part, DAV, "status").stream()
              .allMatch(status -> status.getTextContent().contains(" 200"));
      for (Element prop : children(part, DAV, "prop")) {
        if (good) {
          properties.addAll(children(prop, "*", "*"));
        }
      }
    }
    return properties;
  }

  /// Without document types there are no entities, so nothing else is read and nothing grows.
  private static Document parse(String xml) throws FetchFailure {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(NO_DOCTYPE, true);
      factory.setNamespaceAware(true);
      factory.setXIncludeAware(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // says nothing of warnings and errors
      return builder.parse(new InputSource(new StringReader(xml)));
    } catch (SAXException e) {
      throw new FetchFailure(Problem.NOT_A_CALENDAR, "no XML");
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException("XML cannot be read", e);
    }
  }

  static List<Element> all(Element element, String namespace, String name) {
    return elements(element.getElementsByTagNameNS(namespace, name));
  }

  private static List<Element> children(Element parent, String namespace, String name) {
    return elements(parent.getChildNodes()).stream()
        .filter(child -> name.equals("*") || is(child, namespace, name))
        .toList();
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element element) {
        all.add(element);
      }
    }
    return all;
  }

  private static boolean is(Element element, String namespace, String name) {
    return name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI());
  }
}
