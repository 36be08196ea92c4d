package io.robotrader.engine.ibkr;

import io.robotrader.engine.time.EngineTimer;

/** Where a client has its time from: what time it is, how much of it has passed, and being called later. */
public interface IbkrTimer extends EngineTimer {}
