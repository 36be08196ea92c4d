package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.VirtualClock;
import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.ibkr.IbkrBroker;
import io.robotrader.engine.ibkr.IbkrClient;
import io.robotrader.engine.ibkr.IbkrException;
import io.robotrader.engine.ibkr.OrderIdStore;
import io.robotrader.engine.market.Bar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.stream.Stream;

/** The time of a soak, and all that hangs on it. */
interface SoakTime {

    Iterable<Bar> bars(SoakMarket market);

    /** Returns when it is that time. */
    void await(Instant time) throws InterruptedException;

    /** A time that the engine takes a bar of, once it has passed at the gateway. */
    Instant later(Instant atGateway) throws InterruptedException;

    InstantSource clock(Instant now);

    Broker broker(GatewaySimulator gateway, OrderIdStore ids);

    Duration stopDeadline();

    Duration reconcileEvery();

    Duration longestOutage();

    /** Whether an engine may fail to start like that. */
    boolean isRefusal(RuntimeException failure);

    /** Five trading days that follow the bars, of which nobody has to wait for one. */
    static SoakTime virtual() {
        return new SoakTime() {
            @Override
            public Iterable<Bar> bars(SoakMarket market) {
                return market.bars();
            }

            @Override
            public void await(Instant time) {}

            @Override
            public Instant later(Instant atGateway) {
                return atGateway;
            }

            @Override
            public InstantSource clock(Instant now) {
                return new VirtualClock(now);
            }

            @Override
            public Broker broker(GatewaySimulator gateway, OrderIdStore ids) {
                return new KeptGateway(
                        gateway.port(), gateway.now(), ids, () -> gateway.advance(Duration.ofSeconds(1)));
            }

            @Override
            public Duration stopDeadline() {
                return Duration.ofMillis(100);
            }

            @Override
            public Duration reconcileEvery() {
                return SoakBooks.RECONCILED;
            }

            @Override
            public Duration longestOutage() {
                return Duration.ofMinutes(15);
            }

            @Override
            public boolean isRefusal(RuntimeException failure) {
                return KeptGateway.NOT_CONNECTED.equals(failure.getMessage());
            }
        };
    }

    /** As much of the middle of a trading day as is asked for, by this machine's clock, with bars of a second. */
    static SoakTime real(Duration length) {
        Instant open = SoakMarket.start().plus(Duration.ofHours(2));
        InstantSource clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), open));
        return new SoakTime() {
            @Override
            public Iterable<Bar> bars(SoakMarket market) {
                return () -> {
                    Iterator<Bar> all =
                            market.endless(open, Duration.ofSeconds(1)).iterator();
                    return Stream.generate(all::next)
                            .takeWhile(bar -> clock.instant().isBefore(open.plus(length)))
                            .iterator();
                };
            }

            @Override
            public void await(Instant time) throws InterruptedException {
                Duration wait = Duration.between(clock.instant(), time);
                if (!wait.isNegative()) {
                    Thread.sleep(wait.toMillis() + 1);
                }
            }

            @Override
            public Instant later(Instant atGateway) throws InterruptedException {
                // What the client has to say and to hear takes its time here.
                Thread.sleep(5_000);
                return clock.instant();
            }

            @Override
            public InstantSource clock(Instant now) {
                return clock;
            }

            @Override
            public Broker broker(GatewaySimulator gateway, OrderIdStore ids) {
                IbkrClient client = IbkrClient.builder()
                        .port(gateway.port())
                        .allowOrders(ids)
                        .build();
                return IbkrBroker.over(client).goodTillCancelled();
            }

            @Override
            public Duration stopDeadline() {
                return Duration.ofSeconds(2);
            }

            @Override
            public Duration reconcileEvery() {
                return Duration.ofSeconds(15);
            }

            @Override
            public Duration longestOutage() {
                return Duration.ofSeconds(15);
            }

            @Override
            public boolean isRefusal(RuntimeException failure) {
                return failure instanceof IbkrException;
            }
        };
    }
}
