package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.ClientMessage;
import io.robotrader.engine.ibkr.wire.ServerMessage;
import java.time.Duration;

/** What a scenario may change. As it stands it changes nothing. */
class Fault {

    @org.jspecify.annotations.Nullable
    private Gateway gateway;

    void attach(Gateway to) {
        gateway = to;
    }

    final Gateway gateway() {
        Gateway there = gateway;
        if (there == null) {
            throw new IllegalStateException("fault must be attached first, but was not");
        }
        return there;
    }

    /** Whether a client gets in; one that does not is told that its id is in use. */
    boolean admits(int clientId) {
        return true;
    }

    /** A client has been told all that it is told at first. */
    void ready(ClientSession session) {}

    /** Whether a message is taken at once. */
    boolean receives(ClientSession session, ClientMessage message) {
        return true;
    }

    /** Sends a message, or does not. */
    void send(ClientSession session, ServerMessage message) {
        session.encode(message);
    }

    /** All that happens at one moment has happened. */
    void endOfStep() {}

    void filled(LiveOrder order, boolean full) {}

    int nextValidId(int id) {
        return id;
    }

    Duration skew() {
        return Duration.ZERO;
    }

    boolean readOnly() {
        return false;
    }

    int messagesPerSecond(int configured) {
        return configured;
    }

    boolean refusesHistory() {
        return false;
    }

    /** Whether market data are held back. */
    boolean isSilent() {
        return false;
    }
}
