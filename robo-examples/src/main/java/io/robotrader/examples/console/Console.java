package io.robotrader.examples.console;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Prints one line an event, and how far a run has come: on a terminal as a bar that stays below the lines, elsewhere as
 * a plain line every ten percent, without a single control character. Its own characters are ASCII. Lines are printed
 * at once; nothing runs in the background. Thread-safe.
 */
public final class Console implements AutoCloseable {

    private static final String ERASE_LINE = "\r\u001B[2K";
    private static final String YELLOW = "\u001B[33m";
    private static final String RESET = "\u001B[0m";
    private static final int MAX_CELLS = 40;
    private static final int MIN_CELLS = 5;

    private final PrintStream out;
    private final boolean terminal;
    private final int width;
    private final boolean colour;

    private String bar = "";
    private int percentTold;

    /**
     * Makes a console.
     *
     * @param out where to print; stays open
     * @param terminal whether {@code out} is a terminal that obeys ANSI escapes
     * @param width the terminal's columns, positive; not used where it is not a terminal
     * @param noColor the environment variable {@code NO_COLOR}: any text but an empty one switches colour off, null if it
     *     is not set
     */
    public Console(PrintStream out, boolean terminal, int width, @Nullable String noColor) {
        if (width < 1) {
            throw new IllegalArgumentException("width must be positive, but was " + width);
        }
        this.out = out;
        this.terminal = terminal;
        this.width = width;
        this.colour = terminal && (noColor == null || noColor.isEmpty());
    }

    /**
     * Prints a line.
     *
     * @param text the line; control characters in it, line breaks too, become spaces, so that data cannot steer the
     *     terminal
     */
    public synchronized void line(String text) {
        printAboveBar(clean(text));
    }

    /**
     * Prints a line that should be noticed: marked by an exclamation mark, and yellow where colour is allowed.
     *
     * @param text the line, treated as in {@link #line}
     */
    public synchronized void warning(String text) {
        String marked = "! " + clean(text);
        printAboveBar(colour ? YELLOW + marked + RESET : marked);
    }

    /**
     * Tells how far the run has come. Cheap enough to be called for every bar of market data: what would look the same
     * is not printed again.
     *
     * @param done the steps that are done, 0 to total
     * @param total all steps, positive
     */
    public synchronized void progress(long done, long total) {
        if (total < 1) {
            throw new IllegalArgumentException("total must be positive, but was " + total);
        }
        if (done < 0 || done > total) {
            throw new IllegalArgumentException("done must be in 0.." + total + ", but was " + done);
        }
        double fraction = (double) done / total;
        if (terminal) {
            drawBar(fraction);
        } else {
            tell(fraction, done, total);
        }
    }

    /** Takes the bar off the screen, as the run is over; the next progress starts a new one. */
    public synchronized void progressDone() {
        if (!bar.isEmpty()) {
            out.print(ERASE_LINE);
        }
        bar = "";
        percentTold = 0;
        out.flush();
    }

    /** Takes the bar off the screen; the console may be used on. */
    @Override
    public void close() {
        progressDone();
    }

    private void printAboveBar(String line) {
        out.print(bar.isEmpty() ? line + "\n" : ERASE_LINE + line + "\n" + bar);
        out.flush();
    }

    private void drawBar(double fraction) {
        String drawn = bar(fraction);
        if (!drawn.equals(bar)) {
            out.print(bar.isEmpty() ? drawn : ERASE_LINE + drawn);
            out.flush();
            bar = drawn;
        }
    }

    /** One column stays free: some terminals wrap as soon as the last one is filled, and a wrapped bar cannot be erased. */
    private String bar(double fraction) {
        // Rounded down, so that 100 % means done.
        String percent = String.format(Locale.ROOT, "%5.1f %%", Math.floor(1000 * fraction + 1e-9) / 10);
        int cells = Math.min(MAX_CELLS, width - 1 - percent.length() - 3);
        if (cells < MIN_CELLS) {
            return percent.length() < width ? percent : ".";
        }
        int filled = (int) (cells * fraction);
        return "[" + "#".repeat(filled) + "-".repeat(cells - filled) + "] " + percent;
    }

    private void tell(double fraction, long done, long total) {
        int percent = 10 * (int) (10 * fraction);
        // A smaller figure means that another run has begun.
        if (percent > percentTold) {
            printAboveBar("progress " + percent + " % (" + done + " of " + total + ")");
        }
        percentTold = percent;
    }

    private static String clean(String text) {
        StringBuilder cleaned = new StringBuilder(text.length());
        text.chars().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(c -> cleaned.append((char) c));
        return cleaned.toString();
    }
}
