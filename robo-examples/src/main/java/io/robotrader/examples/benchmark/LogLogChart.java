package io.robotrader.examples.benchmark;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Lines over two axes that both go by powers of ten, as an SVG of its own: counts to the right, times upwards. */
final class LogLogChart {

    private static final int LEFT = 70;
    private static final int TOP = 40;
    private static final int WIDTH = 560;
    private static final int HEIGHT = 360;
    private static final int BOTTOM = 50;

    private record Point(int count, double nanos) {}

    private record Line(String name, String colour, List<Point> points) {}

    private final List<Line> lines = new ArrayList<>();
    private final String across;
    private final String upwards;
    private final StringWriter target = new StringWriter();
    private int fewest = Integer.MAX_VALUE;
    private int most;
    private int lowest = Integer.MAX_VALUE;
    private int highest = Integer.MIN_VALUE;

    LogLogChart(String across, String upwards) {
        this.across = across;
        this.upwards = upwards;
    }

    LogLogChart line(String name, String colour, int[] counts, double[] nanos) {
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            fewest = Math.min(fewest, counts[k]);
            most = Math.max(most, counts[k]);
            lowest = Math.min(lowest, (int) Math.floor(Math.log10(nanos[k])));
            highest = Math.max(highest, (int) Math.ceil(Math.log10(nanos[k])));
            points.add(new Point(counts[k], nanos[k]));
        }
        lines.add(new Line(name, colour, points));
        return this;
    }

    /** A time in the unit that suits it, with three figures. */
    static String time(double nanos) {
        int power = Math.max(0, Math.min(3, (int) Math.floor(Math.log10(nanos) / 3 + 1e-9)));
        double value = nanos / Math.pow(1000, power);
        String figures = String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
        return figures + " " + List.of("ns", "µs", "ms", "s").get(power);
    }

    String svg(String title) {
        try {
            XMLStreamWriter svg = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(target);
            write(svg, title);
            svg.close();
            return target.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the JDK's XML writer fails on a string", e);
        }
    }

    private void write(XMLStreamWriter svg, String title) throws XMLStreamException {
        int width = LEFT + WIDTH + 30;
        int height = TOP + HEIGHT + BOTTOM;
        svg.writeStartElement("svg");
        attributes(svg, "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 " + width + " " + height);
        attributes(svg, "font-family", "sans-serif", "font-size", "12", "role", "img", "aria-label", title);
        svg.writeEmptyElement("rect");
        attributes(svg, "width", "" + width, "height", "" + height, "fill", "white");
        text(svg, title, LEFT, 20, "start");
        text(svg, across, LEFT + WIDTH / 2, TOP + HEIGHT + 40, "middle");
        text(svg, upwards, LEFT, TOP - 6, "end");
        for (int power = lowest; power <= highest; power++) {
            int y = y(Math.pow(10, power));
            path(svg, "M" + LEFT + " " + y + "H" + (LEFT + WIDTH), "#ddd", 1);
            text(svg, power(power), LEFT - 6, y + 4, "end");
        }
        for (Point point : lines.get(0).points()) {
            int x = x(point.count());
            path(svg, "M" + x + " " + TOP + "V" + (TOP + HEIGHT), "#ddd", 1);
            text(svg, String.format(Locale.ROOT, "%,d", point.count()), x, TOP + HEIGHT + 18, "middle");
        }
        int key = TOP + 18;
        for (Line line : lines) {
            draw(svg, line);
            path(svg, "M" + (LEFT + 12) + " " + (key - 4) + "h24", line.colour(), 2);
            text(svg, line.name(), LEFT + 42, key, "start");
            key += 18;
        }
        svg.writeEndElement();
    }

    private void draw(XMLStreamWriter svg, Line line) throws XMLStreamException {
        StringBuilder curve = new StringBuilder();
        for (Point point : line.points()) {
            curve.append(curve.isEmpty() ? 'M' : 'L')
                    .append(x(point.count()))
                    .append(' ')
                    .append(y(point.nanos()));
        }
        path(svg, curve.toString(), line.colour(), 2);
        for (Point point : line.points()) {
            svg.writeStartElement("circle");
            attributes(svg, "cx", "" + x(point.count()), "cy", "" + y(point.nanos()), "r", "3.5");
            attributes(svg, "fill", line.colour());
            svg.writeStartElement("title");
            svg.writeCharacters(line.name() + ", " + point.count() + " " + across + ": " + time(point.nanos()));
            svg.writeEndElement();
            svg.writeEndElement();
        }
    }

    private static String power(int power) {
        return time(Math.pow(10, power)).replaceAll("\\.0+ ", " ");
    }

    private int x(int count) {
        double range = Math.log((double) Math.max(most, fewest + 1) / fewest);
        return LEFT + (int) Math.round(WIDTH * Math.log((double) count / fewest) / range);
    }

    private int y(double nanos) {
        double range = Math.max(1, highest - lowest);
        return TOP + (int) Math.round(HEIGHT * (highest - Math.log10(nanos)) / range);
    }

    private static void path(XMLStreamWriter svg, String shape, String colour, int width) throws XMLStreamException {
        svg.writeEmptyElement("path");
        attributes(svg, "d", shape, "fill", "none", "stroke", colour, "stroke-width", "" + width);
    }

    private static void text(XMLStreamWriter svg, String text, int x, int y, String anchor) throws XMLStreamException {
        svg.writeStartElement("text");
        attributes(svg, "x", "" + x, "y", "" + y, "text-anchor", anchor);
        svg.writeCharacters(text);
        svg.writeEndElement();
    }

    private static void attributes(XMLStreamWriter svg, String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            svg.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }
}
