package io.robotrader.examples.report;

import io.robotrader.examples.report.Figures.Figure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a {@link ReportPage} as one HTML file that needs nothing else: no network, no script, no font. The same page
 * gives the same bytes on every machine. Any text may hold markup; it is shown, not obeyed. Stateless and thread-safe.
 */
public final class HtmlReport {

    private static final String STYLE = "report.css";

    private HtmlReport() {}

    /**
     * Writes the report to a file, replacing an older one. The file is written under another name first and then
     * renamed, so a reader finds the old report or the new one, never half of one.
     *
     * @param page what to show
     * @param file where to; its folder is created if it is missing
     * @throws IOException if it cannot be written; an older report is then still in place
     */
    public static void write(ReportPage page, Path file) throws IOException {
        byte[] bytes = render(page).getBytes(StandardCharsets.UTF_8);
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("not a file: " + target);
        }
        Files.createDirectories(folder);
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try {
            Files.write(partial, bytes);
            move(partial, target);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Renders the report.
     *
     * @param page what to show
     * @return HTML 5 that is well-formed XML too
     */
    public static String render(ReportPage page) {
        Markup html = new Markup();
        html.open("html", "lang", "en").newLine();
        writeHead(html, page);
        html.open("body").newLine();
        html.open("header").leaf("h1", page.title());
        if (!page.subtitle().isEmpty()) {
            html.leaf("p", page.subtitle());
        }
        html.close().newLine().open("main").newLine();
        page.sections().forEach(section -> writeSection(html, section));
        html.close().close().close();
        return "<!DOCTYPE html>\n" + html.finish() + "\n";
    }

    private static void writeHead(Markup html, ReportPage page) {
        html.open("head").newLine();
        html.empty("meta", "charset", "utf-8").newLine();
        // Should markup ever slip through, the browser still loads and runs nothing.
        html.empty(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        "default-src 'none'; style-src 'unsafe-inline'")
                .newLine();
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .newLine();
        html.leaf("title", page.title()).newLine();
        html.leaf("style", style()).newLine().close().newLine();
    }

    private static void writeSection(Markup html, ReportSection section) {
        html.open("section").leaf("h2", section.title()).newLine();
        if (!section.description().isEmpty()) {
            html.leaf("p", section.description()).newLine();
        }
        section.blocks().forEach(block -> writeBlock(html, block));
        html.close().newLine();
    }

    private static void writeBlock(Markup html, Block block) {
        if (block instanceof Figures figures) {
            writeFigures(html, figures);
        } else if (block instanceof EquityCurve curve) {
            EquityCharts.write(html, curve);
        } else if (block instanceof CorrelationMap map) {
            CorrelationTable.write(html, map);
        } else if (block instanceof HeatMap picture) {
            HeatMapChart.write(html, picture.map());
        } else if (block instanceof Refusals refusals) {
            RefusalTables.of(refusals).forEach(table -> TableWriter.write(html, table));
        } else if (block instanceof Table table) {
            TableWriter.write(html, table);
        }
    }

    private static void writeFigures(Markup html, Figures figures) {
        html.open("dl").newLine();
        for (Figure figure : figures.figures()) {
            html.open("div").leaf("dt", figure.label()).leaf("dd", figure.value());
            for (Figure part : figure.parts()) {
                html.open("dd", "class", "part")
                        .leaf("span", part.label())
                        .text(" ")
                        .leaf("span", part.value());
                html.close();
            }
            html.close().newLine();
        }
        html.close().newLine();
    }

    private static String style() {
        try (InputStream style = HtmlReport.class.getResourceAsStream(STYLE)) {
            if (style == null) {
                throw new IllegalStateException(STYLE + " is missing from the jar");
            }
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
