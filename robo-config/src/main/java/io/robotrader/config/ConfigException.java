package io.robotrader.config;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The settings are wrong. Names every problem, not only the first; the message has one a line. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    // A problem is not serializable; the message, which travels, says the same.
    private final transient @Nullable List<ConfigProblem> problems;

    ConfigException(List<ConfigProblem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * The problems: the weakest source first, those of a file by line and those of the environment by
     * variable.
     *
     * @return at least one problem; none after a trip through Java serialization, which keeps the message only
     */
    public List<ConfigProblem> problems() {
        return problems == null ? List.of() : problems;
    }

    private static String message(List<ConfigProblem> problems) {
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return problems.stream()
                .map(problem -> "\n  " + problem)
                .collect(Collectors.joining("", count + " in the configuration:", ""));
    }
}
