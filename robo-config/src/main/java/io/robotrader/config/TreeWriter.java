package io.robotrader.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes settings as nested sections. Texts are quoted, so that no parser takes them for something else. */
final class TreeWriter {
    private TreeWriter() {}

    static String yaml(RoboConfig config, List<Setting> settings) {
        StringBuilder text = new StringBuilder();
        List<String> open = List.of();
        for (Setting setting : settings) {
            List<String> names = List.of(setting.path().split("\\.", -1));
            List<String> sections = names.subList(0, names.size() - 1);
            for (int depth = common(open, sections); depth < sections.size(); depth++) {
                text.append("  ".repeat(depth)).append(sections.get(depth)).append(":\n");
            }
            open = sections;
            text.append("  ".repeat(sections.size()))
                    .append(names.get(sections.size()))
                    .append(": ")
                    .append(value(setting, setting.valueIn(config), '\''))
                    .append('\n');
        }
        return text.toString();
    }

    static String json(RoboConfig config, List<Setting> settings) {
        StringBuilder text = new StringBuilder("{");
        Deque<String> open = new ArrayDeque<>();
        for (Setting setting : settings) {
            List<String> names = List.of(setting.path().split("\\.", -1));
            List<String> sections = names.subList(0, names.size() - 1);
            int common = common(List.copyOf(open), sections);
            while (open.size() > common) {
                open.removeLast();
                text.append('\n').append("  ".repeat(open.size() + 1)).append('}');
            }
            char last = text.charAt(text.length() - 1);
            text.append(last == '{' ? "" : ",");
            for (String section : sections.subList(common, sections.size())) {
                text.append('\n')
                        .append("  ".repeat(open.size() + 1))
                        .append(JsonText.quoted(section))
                        .append(": {");
                open.addLast(section);
            }
            text.append('\n')
                    .append("  ".repeat(open.size() + 1))
                    .append(JsonText.quoted(names.get(sections.size())))
                    .append(": ")
                    .append(value(setting, setting.valueIn(config), '"'));
        }
        while (!open.isEmpty()) {
            open.removeLast();
            text.append('\n').append("  ".repeat(open.size() + 1)).append('}');
        }
        return text.append("\n}\n").toString();
    }

    private static int common(List<String> one, List<String> other) {
        int common = 0;
        while (common < Math.min(one.size(), other.size()) && one.get(common).equals(other.get(common))) {
            common++;
        }
        return common;
    }

    static String value(Setting setting, @Nullable Object value, char quote) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            return list.stream()
                    .map(element -> quoted(element.toString(), quote))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        String text = Written.text(value, true);
        return text.matches("true|false|-?[0-9]+(\\.[0-9]+)?")
                        && !setting.type().isSecret()
                ? text
                : quoted(text, quote);
    }

    private static String quoted(String text, char quote) {
        return quote == '"' ? JsonText.quoted(text) : "'" + text.replace("'", "''") + "'";
    }
}
