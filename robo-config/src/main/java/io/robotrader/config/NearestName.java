package io.robotrader.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known name somebody meant. */
final class NearestName {
    private NearestName() {}

    /** The known name with the fewest letters to change; empty if that would be more than a third of them. */
    static Optional<String> to(String written, Collection<String> known) {
        String wanted = letters(written);
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(wanted, letters(name))))
                .filter(name -> distance(wanted, letters(name)) <= Math.max(1, wanted.length() / 3));
    }

    /** What is left when case and separators do not count: the same for all ways to write a name. */
    private static String letters(String name) {
        String bare = name.startsWith(Setting.PREFIX) ? name.substring(Setting.PREFIX.length()) : name;
        return bare.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private static int distance(String wanted, String name) {
        // The right setting without its section, or with a wrong one in front, is as good as a slip of the pen.
        return !wanted.isEmpty() && name.endsWith(wanted)
                ? Math.min(1, name.length() - wanted.length())
                : edits(wanted, name);
    }

    /** Levenshtein's distance: letters to insert, delete or replace. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
