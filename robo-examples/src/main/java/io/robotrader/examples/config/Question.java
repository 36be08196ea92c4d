package io.robotrader.examples.config;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** What all that is asked of settings has: an answer for a person or for a program, and where the settings come from. */
abstract class Question implements Callable<Integer> {

    static final int BAD_INPUT = 2;

    @Option(names = "--json", description = "Answer in JSON.")
    boolean json;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Config parent;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandLine.Model.CommandSpec spec;
}
