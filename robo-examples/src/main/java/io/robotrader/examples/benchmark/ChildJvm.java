package io.robotrader.examples.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java programs in processes of their own, with the Java and the class path of this one. */
final class ChildJvm {

    private ChildJvm() {}

    /**
     * Makes what starts one.
     *
     * @param options what the JVM is told
     * @param program the main class, and its arguments
     */
    static ProcessBuilder of(List<String> options, List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path", ""));
        command.addAll(program);
        return new ProcessBuilder(command);
    }
}
