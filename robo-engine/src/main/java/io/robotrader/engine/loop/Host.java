package io.robotrader.engine.loop;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.view.HoldReason;
import java.time.Duration;

/** What the trading loop needs of the engine around it. Used on the engine's one writing thread. */
public interface Host {

    /**
     * Writes an event down and tells those who look on.
     *
     * @param event what happened
     * @return whether it is written; false if it waits to be, as the journal is in trouble
     */
    boolean publish(EngineEvent event);

    /** {@return the number of the last event that was written down, in this run or an earlier one; zero for none} */
    long lastSequence();

    /** {@return what the id of an order that is decided on next has to end in, so that no other run gives it again} */
    String nextNumber();

    /**
     * Hands an input to the loop behind those that it has.
     *
     * @param input what is to follow
     */
    void next(EngineInput input);

    /**
     * Hands an input to the loop after a while of real time.
     *
     * @param wait how long from now
     * @param input what is to follow then
     */
    void later(Duration wait, EngineInput input);

    /**
     * Hands an input to the loop after a while of the engine's own time.
     *
     * @param wait how long from now
     * @param input what is to follow then
     */
    void schedule(Duration wait, EngineInput input);

    /** {@return whether the engine runs, and so may open positions as far as the risk gate lets it} */
    boolean mayOpen();

    /**
     * Opens nothing until the hold is released, and takes back what would open, but for a lost connection, without which that
     * cannot be done.
     *
     * @param reason what kind of reason
     * @param why in words
     */
    void hold(HoldReason reason, String why);

    /**
     * Opens nothing new until the hold is released, and leaves what works.
     *
     * @param reason what kind of reason
     * @param why in words
     */
    void holdNew(HoldReason reason, String why);

    /**
     * Opens nothing until a hold is released that an earlier run has written down and nobody has released.
     *
     * @param reason what kind of reason
     * @param why in the words of then
     */
    void holdAgain(HoldReason reason, String why);

    /** {@return whether a hold is in force by which what would open is taken back} */
    boolean takesBack();

    /**
     * Takes a hold back; does nothing if there is none.
     *
     * @param reason what kind of reason
     */
    void release(HoldReason reason);

    /** The last entry is made. */
    void stopped();
}
