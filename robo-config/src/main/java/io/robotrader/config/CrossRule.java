package io.robotrader.config;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Something that several settings must keep together.
 *
 * @param paths the settings that it looks at; the first is the one that is told to give way
 * @param test whether it is kept
 * @param wording what the first setting must be, after the words "must be"
 */
record CrossRule(List<String> paths, Predicate<RoboConfig> test, Function<RoboConfig, String> wording) {

    String path() {
        return paths.get(0);
    }

    boolean holds(RoboConfig config) {
        return test.test(config);
    }

    String expected(RoboConfig config) {
        return wording.apply(config);
    }

    /** Whether all that it looks at is there. */
    boolean isAnswerable(RoboConfig config) {
        return paths.stream().allMatch(path -> Schema.ROBO.known(path).valueIn(config) != null);
    }

    /** Whether it looks at none of some paths: blame built on a value that is wrong itself would hit the innocent. */
    boolean isFreeOf(Set<String> wrong) {
        return paths.stream().noneMatch(wrong::contains);
    }
}
