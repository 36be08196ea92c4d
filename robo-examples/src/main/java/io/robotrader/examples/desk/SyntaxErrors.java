package io.robotrader.examples.desk;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Tells a person where a document ceases to be YAML or JSON at all, and why. */
final class SyntaxErrors {

    /** The YAML parser tells what it was about and what it met, each with its place; the last is where the trouble is. */
    private static final Pattern PLACED = Pattern.compile("(.*)\\R in reader, line (\\d+), column (\\d+):");

    private static final String ABOUT_THE_PARSER = "( \\(start marker|: was expecting \\(JSON|\\. \\(Do not use).*";

    private SyntaxErrors() {}

    static String tell(JacksonException e) {
        String message = e.getOriginalMessage();
        List<MatchResult> places = PLACED.matcher(message).results().toList();
        if (!places.isEmpty()) {
            MatchResult last = places.get(places.size() - 1);
            String begun = places.size() == 1
                    ? ""
                    : " " + places.get(0).group(1) + " that begins at line "
                            + places.get(0).group(2);
            return place(last.group(2), last.group(3)) + words(last.group(1)) + begun;
        }
        return place(e.getLocation().getLineNr(), e.getLocation().getColumnNr()) + words(message);
    }

    private static String place(Object line, Object column) {
        return "line " + line + ", column " + column + ": ";
    }

    private static String words(String problem) {
        if (problem.contains("(TAB)")) {
            return "found a tab, where only spaces may indent";
        }
        return problem.lines().findFirst().orElse("cannot be read").replaceAll(ABOUT_THE_PARSER, "");
    }
}
