package io.robotrader.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known name somebody meant. */
final class NearestName {
    /** No name is that long; what is, is not compared, for that would take its time. */
    private static final int LONGEST = 100;

    private NearestName() {}

    private record Candidate(String name, int distance) {}

    /** The known name with the fewest letters to change; empty if that would be more than a third of them. */
    static Optional<String> to(String written, Collection<String> known) {
        String wanted = letters(written);
        int allowed = Math.max(1, wanted.length() / 3);
        return wanted.length() > LONGEST
                ? Optional.empty()
                : known.stream()
                        .map(name -> new Candidate(name, distance(wanted, letters(name), allowed)))
                        .min(Comparator.comparingInt(Candidate::distance))
                        .filter(nearest -> nearest.distance() <= allowed)
                        .map(Candidate::name);
    }

    /** What is left when case and separators do not count: the same for all ways to write a name. */
    private static String letters(String name) {
        String bare = name.startsWith(Setting.PREFIX) ? name.substring(Setting.PREFIX.length()) : name;
        return bare.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private static int distance(String wanted, String name, int allowed) {
        // The right setting without its section, or with a wrong one in front, is as good as a slip of the pen.
        if (!wanted.isEmpty() && name.endsWith(wanted)) {
            return Math.min(1, name.length() - wanted.length());
        }
        // The edits are at least as many as the letters that one has more than the other.
        int atLeast = Math.abs(wanted.length() - name.length());
        return atLeast > allowed ? atLeast : edits(wanted, name);
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
