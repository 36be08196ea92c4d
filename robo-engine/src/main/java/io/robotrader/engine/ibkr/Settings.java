package io.robotrader.engine.ibkr;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How a client was set up. */
record Settings(
        String host,
        int port,
        int clientId,
        boolean readOnly,
        @Nullable String liveAccount,
        Duration deadline,
        int messagesPerSecond,
        int marketDataLines,
        int tickRoom,
        Duration keepAlive,
        Duration keepAliveTimeout,
        ReconnectPolicy reconnect,
        OrderIdStore idStore,
        IbkrTimer timer,
        RandomGenerator random,
        Executor executor) {}
