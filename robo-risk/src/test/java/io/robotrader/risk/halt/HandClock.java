package io.robotrader.risk.halt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock whose hands the test moves, backwards too. */
final class HandClock implements InstantSource {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private volatile Instant now = NOON;

    void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
