package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.ConfigLoader;
import io.robotrader.config.RoboConfig;
import io.robotrader.engine.EngineState;
import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.VirtualClock;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.ibkr.IbkrBroker;
import io.robotrader.engine.ibkr.IbkrClient;
import io.robotrader.engine.ibkr.IbkrOrder;
import io.robotrader.engine.ibkr.OrderEvent;
import io.robotrader.engine.ibkr.OrderIdStore;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.MarketDataFeed;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.engine.strategy.Strategy;
import io.robotrader.engine.view.EngineView;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.assertj.core.data.Offset;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An engine that leaves its stops at a gateway, and one that comes after it. */
@Timeout(120)
class StopsLeftTest {

    private static final RoboConfig CONFIG = ConfigLoader.create()
            .set("symbols", "AAPL")
            .set("risk.maxPositionPct", "0.1")
            .set("risk.minVolume", "off")
            .set("risk.minMarketCap", "off")
            .set("risk.maxPortfolioBeta", "off")
            .load()
            .config();

    private final GatewaySimulator gateway = Sim.plain();
    private final OrderIdStore ids = OrderIdStore.inMemory();
    private final VirtualClock clock = new VirtualClock(Sim.START);
    private final JdbcDataSource database = new JdbcDataSource();
    private final List<EngineEvent> heard = new CopyOnWriteArrayList<>();
    private MarketDataFeed.Listener bars;
    private TradingEngine engine;

    @AfterEach
    void end() throws Exception {
        engine.stop(Duration.ZERO);
        gateway.close();
    }

    private IbkrClient client() {
        return IbkrClient.builder()
                .port(gateway.port())
                .clientId(7)
                .allowOrders(ids)
                .build();
    }

    private void start() {
        engine = TradingEngine.builder()
                .config(CONFIG)
                .clock(clock)
                .listener(heard::add)
                .strategy(new BuysOnce())
                .journal(JdbcJournal.open(database))
                .broker(IbkrBroker.over(client()))
                .leaveStops(true)
                .feed(new MarketDataFeed() {
                    @Override
                    public void start(Listener listener) {
                        bars = listener;
                    }

                    @Override
                    public void close() {}
                })
                .build();
        engine.start();
        until(view -> view.holds().isEmpty() && view.state() == EngineState.RUNNING);
    }

    private void bar(int minute, double price) throws InterruptedException {
        Bar bar = new Bar(
                "AAPL", Sim.START.plusSeconds(60L * minute), price, price, price, price, OptionalDouble.of(1_000));
        bars.onBar(bar);
        until(view -> bar.time().equals(view.lastBars().get("AAPL")));
    }

    private void until(Predicate<EngineView> holds) {
        while (!holds.test(engine.view())) {
            if (Thread.interrupted()) {
                throw new AssertionError("it did not come to that in time: " + heard);
            }
            Thread.onSpinWait();
        }
    }

    /** Buys, and stops with the position; the shares. */
    private long openAndStop() throws InterruptedException {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        start();
        bar(1, 100);
        until(view -> !view.positions().isEmpty() && view.orders().isEmpty());
        assertThat(gateway.workingOrders()).isZero();
        assertThat(engine.stop(Duration.ofSeconds(30))).isTrue();
        assertThat(engine.awaitEnd()).isEmpty();
        return engine.view().positions().get(0).quantity();
    }

    private BigDecimal held() {
        return gateway.position(Sim.ACCOUNT, "AAPL");
    }

    @Test
    void exactly_one_stop_works_while_nobody_is_there_and_the_next_run_takes_it_back() throws Exception {
        long shares = openAndStop();

        assertThat(gateway.workingRefs()).singleElement().asString().endsWith("/stop");
        IbkrOrder left;
        try (IbkrClient looking = client()) {
            looking.connect().join();
            List<OrderEvent.Acknowledged> open = looking.orders().open().join();
            assertThat(open).hasSize(1);
            left = open.get(0).order();
        }
        assertThat(left.side()).isEqualTo(Side.SELL);
        assertThat(left.orderType()).isEqualTo("STP");
        assertThat(left.quantity()).isEqualByComparingTo(BigDecimal.valueOf(shares));
        // Two per cent below the 100.01 that was paid, in whole cents.
        assertThat(left.auxPrice()).isEqualByComparingTo("98.01");
        assertThat(left.timeInForce()).isEqualTo("GTC");

        start();
        until(view -> view.orders().isEmpty());

        assertThat(gateway.workingOrders()).isZero();
        assertThat(held()).isEqualByComparingTo(BigDecimal.valueOf(shares));
        assertThat(engine.view().positions()).singleElement().satisfies(it -> {
            assertThat(it.quantity()).isEqualTo(shares);
            assertThat(it.stop().orElseThrow()).isEqualTo(98.0098, Offset.offset(1e-9));
        });

        // And when it stops again there is another, and no second.
        assertThat(engine.stop(Duration.ofSeconds(30))).isTrue();
        assertThat(gateway.workingRefs()).singleElement().isNotEqualTo(left.orderRef());
    }

    @Test
    void what_the_stop_has_sold_while_nobody_was_there_is_booked_once() throws Exception {
        openAndStop();
        gateway.trade("AAPL", 97, 0);
        assertThat(held()).isEqualByComparingTo("0");

        start();
        until(view -> view.positions().isEmpty() && view.orders().isEmpty());
        bar(2, 97);

        assertThat(heard.stream().filter(OrderFilled.class::isInstance)).hasSize(2);
        assertThat(gateway.workingOrders()).isZero();
        assertThat(held()).isEqualByComparingTo("0");
    }

    /** Wishes to be long at the first bar that it sees at 100. */
    private static final class BuysOnce implements Strategy {
        private boolean done;

        @Override
        public String name() {
            return "buys once";
        }

        @Override
        public Optional<Signal> onBar(Bar bar) {
            boolean isFirst = !done && bar.close() == 100;
            done |= isFirst;
            return isFirst
                    ? Optional.of(new Signal(name(), bar.symbol(), Direction.LONG, "the first bar"))
                    : Optional.empty();
        }
    }
}
