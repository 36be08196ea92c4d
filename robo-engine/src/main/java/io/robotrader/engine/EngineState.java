package io.robotrader.engine;

/** Where the engine is in its life. */
public enum EngineState {
    /** Made, and not started. */
    INITIALIZING,
    /** Connected to journal and broker; no market data yet. */
    READY,
    /** Trading. */
    RUNNING,
    /** Watching, booking and exiting, and opening nothing: a person or the engine itself has a reason to wait. */
    PAUSED,
    /** Taking working orders back, waiting for their ends and writing the last entries. */
    STOPPING,
    /** Over, in good order. */
    STOPPED,
    /** Over, because something failed. */
    ERROR;

    /** {@return whether bars, fills and loops are attended to: running or paused} */
    public boolean isLive() {
        return this == RUNNING || this == PAUSED;
    }

    /**
     * {@return whether the engine may go from this state to that}
     *
     * @param next the state to go to
     */
    public boolean mayBecome(EngineState next) {
        return switch (this) {
            case INITIALIZING -> next == READY || next == ERROR;
            case READY -> next == RUNNING || next == PAUSED || next == STOPPING || next == ERROR;
            case RUNNING -> next == PAUSED || next == STOPPING || next == ERROR;
            case PAUSED -> next == RUNNING || next == STOPPING || next == ERROR;
            case STOPPING -> next == STOPPED || next == ERROR;
            case STOPPED, ERROR -> false;
        };
    }
}
