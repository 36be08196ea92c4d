package io.robotrader.examples.config;

import io.robotrader.config.ConfigDiff;
import io.robotrader.config.ConfigProblem;
import io.robotrader.config.LoadedConfig;
import io.robotrader.examples.console.Json;
import io.robotrader.risk.LimitsDiff;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers for programs. Loaded only if one is asked for. */
final class Answers {

    private Answers() {}

    static ObjectNode settings(LoadedConfig loaded) {
        ObjectNode answer = Json.object();
        ObjectNode settings = answer.putObject("settings");
        loaded.origins()
                .forEach((path, origin) -> settings.putObject(path)
                        .put("value", loaded.config().text(path))
                        .put("origin", origin.toString()));
        strings(answer.putArray("warnings"), loaded.warnings());
        return answer;
    }

    static ObjectNode verdict(List<ConfigProblem> problems, List<String> warnings) {
        ObjectNode answer = Json.object();
        answer.put("valid", problems.isEmpty());
        ArrayNode told = answer.putArray("problems");
        for (ConfigProblem problem : problems) {
            ObjectNode one = told.addObject()
                    .put("path", problem.path())
                    .put("expected", problem.expected())
                    .put("origin", problem.origin().toString());
            problem.value().ifPresent(value -> one.put("value", value));
            problem.suggestion().ifPresent(name -> one.put("suggestion", name));
            problem.origin().line().ifPresent(line -> one.put("line", line));
        }
        strings(answer.putArray("warnings"), warnings);
        return answer;
    }

    static ObjectNode diff(ConfigDiff diff, LimitsDiff limits) {
        ObjectNode answer = Json.object();
        ArrayNode changes = answer.putArray("changes");
        diff.changes()
                .forEach(change -> changes.addObject()
                        .put("path", change.path())
                        .put("before", change.before())
                        .put("after", change.after())
                        .put("takesRestart", change.isFixedAtStart()));
        ArrayNode directions = answer.putArray("limits");
        limits.changes()
                .forEach(change -> directions
                        .addObject()
                        .put("limit", change.kind().name())
                        .put("direction", change.direction().name()));
        answer.put("onlyTightens", limits.onlyTightens());
        return answer;
    }

    private static void strings(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
