package io.robotrader.examples.benchmark;

/** What starting a process costs by itself. */
public final class EmptyStart {

    private EmptyStart() {}

    /**
     * Does nothing.
     *
     * @param args not looked at
     */
    public static void main(String[] args) {}
}
