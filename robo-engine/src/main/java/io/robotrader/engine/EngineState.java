package io.robotrader.engine;

/** Where the engine is in its life. */
public enum EngineState {
    /** Made, and not started. */
    INITIALIZING,
    /** Connected to journal and broker; no market data yet. */
    READY,
    /** Trading. */
    RUNNING,
    /** Taking working orders back, waiting for their ends and writing the last entries. */
    STOPPING,
    /** Over, in good order. */
    STOPPED,
    /** Over, because something failed. */
    ERROR;

    /**
     * {@return whether the engine may go from this state to that}
     *
     * @param next the state to go to
     */
    public boolean mayBecome(EngineState next) {
        return switch (this) {
            case INITIALIZING -> next == READY || next == ERROR;
            case READY -> next == RUNNING || next == STOPPING || next == ERROR;
            case RUNNING -> next == STOPPING || next == ERROR;
            case STOPPING -> next == STOPPED || next == ERROR;
            case STOPPED, ERROR -> false;
        };
    }
}
