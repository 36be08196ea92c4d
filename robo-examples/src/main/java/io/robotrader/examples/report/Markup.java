package io.robotrader.examples.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes HTML that is XML at the same time, so that elements are always closed and text is always escaped. For one
 * thread.
 */
final class Markup {

    private final StringWriter target = new StringWriter();
    private final XMLStreamWriter writer;

    Markup() {
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(target);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the JDK's XML writer does not start", e);
        }
    }

    /** Opens an element; the attributes are names and values in turn. */
    Markup open(String element, String... attributes) {
        return run(() -> {
            writer.writeStartElement(element);
            writeAttributes(attributes);
        });
    }

    /** Writes an element that HTML knows as void, or an SVG shape. */
    Markup empty(String element, String... attributes) {
        return run(() -> {
            writer.writeEmptyElement(element);
            writeAttributes(attributes);
        });
    }

    /** Writes an element that holds nothing but text. */
    Markup leaf(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    Markup text(String text) {
        return run(() -> writer.writeCharacters(clean(text)));
    }

    Markup close() {
        return run(writer::writeEndElement);
    }

    Markup newLine() {
        return text("\n");
    }

    String finish() {
        run(writer::writeEndDocument);
        run(writer::flush);
        return target.toString();
    }

    private void writeAttributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], clean(attributes[i + 1]));
        }
    }

    private Markup run(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            // A StringWriter cannot fail, so this would be an element closed too often.
            throw new IllegalStateException("malformed report", e);
        }
        return this;
    }

    /** The writer escapes markup, but passes on characters that may not stand in a document at all. */
    private static String clean(String text) {
        StringBuilder cleaned = new StringBuilder(text.length());
        text.codePoints().map(c -> isAllowed(c) ? c : 0xFFFD).forEach(cleaned::appendCodePoint);
        return cleaned.toString();
    }

    /** The production Char of XML 1.0, less the control characters that HTML forbids. */
    private static boolean isAllowed(int c) {
        boolean control = (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws XMLStreamException;
    }
}
