package io.robotrader.engine.view;

/** What may be seen and asked of an engine from outside. Thread-safe; no method but {@link #resetHalt} waits. */
public interface EngineControls {

    /** {@return the engine as it was a moment ago: after the last event if nothing waits, else within some ten milliseconds} */
    EngineView view();

    /**
     * Opens nothing from now on. Bars, fills, exits and stops go on. Pausing twice is once.
     *
     * @param who the person who answers for it
     * @param why what for
     * @throws IllegalArgumentException if a text is blank
     * @throws IllegalStateException if the engine is neither running nor paused
     */
    void pause(String who, String why);

    /**
     * Takes the person's pause back, and says that what is in doubt was seen and is right: prices that look like a split, and
     * differences with the broker's books. All prices in doubt are confirmed at once: {@code view().doubts()} names each symbol
     * with the price before and the latest, so look there first. A symbol of which no price has come since the start stays in
     * doubt. If the engine itself has reasons to wait it stays paused. Resuming twice is once.
     *
     * @param who the person who answers for it
     * @throws IllegalArgumentException if the text is blank
     * @throws IllegalStateException if the engine is neither running nor paused
     */
    void resume(String who);

    /**
     * Trips the kill switch in a person's name. It is in force when this returns.
     *
     * @param who the person
     * @param why what for
     * @throws IllegalArgumentException if a text is blank
     */
    void halt(String who, String why);

    /**
     * Lifts the halt in force.
     *
     * @param who the person who answers for it
     * @param why what makes it safe to trade again
     * @return whether a halt was lifted; false if none was in force
     * @throws IllegalArgumentException if a text is blank or has space around it
     * @throws IllegalStateException if the reset could not be journaled, or the engine has ended; the halt then stays
     */
    boolean resetHalt(String who, String why);

    /**
     * Opens nothing until {@link #release}: for a watcher that has seen why. The same reason again replaces the words.
     *
     * @param reason what kind of trouble; not {@link HoldReason#PERSON}
     * @param why in words
     */
    void hold(HoldReason reason, String why);

    /**
     * Takes a hold back; does nothing if there is none.
     *
     * @param reason what has passed; not {@link HoldReason#PERSON}
     */
    void release(HoldReason reason);

    /**
     * Tells the kill switch that the program cannot vouch for itself; what that brings about is the policy's to say.
     *
     * @param why in words
     */
    void unhealthy(String why);
}
