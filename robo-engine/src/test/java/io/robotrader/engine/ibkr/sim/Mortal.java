package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.BrokerAccount;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.journal.Journal;
import io.robotrader.engine.journal.JournalEntry;
import io.robotrader.engine.journal.JournalException;
import io.robotrader.engine.market.Bar;
import io.robotrader.risk.account.OrderIntent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * What an engine reaches the world by, which can be cut off at an entry of the journal: just before it is written, or just
 * after. From then on nothing leaves any more, as of a process that was killed there.
 */
final class Mortal implements Journal {

    private final Journal journal;
    private int left = Integer.MAX_VALUE;
    private boolean writesTheLast;
    private volatile boolean dead;
    private volatile boolean full;

    Mortal(Journal journal) {
        this.journal = journal;
    }

    /** Dies at one of the next entries. */
    synchronized void dieAt(int entry, boolean written) {
        left = entry;
        writesTheLast = written;
    }

    /** Takes nothing for a while, as on a full disk, or takes entries again. */
    void fill(boolean isFull) {
        full = isFull;
    }

    boolean isFull() {
        return full;
    }

    boolean isDead() {
        return dead;
    }

    @Override
    public synchronized void append(EngineEvent event) {
        if (full && !dead) {
            throw new JournalException("no space left on device");
        }
        left--;
        if (!dead && (left > 0 || writesTheLast)) {
            journal.append(event);
        }
        if (left <= 0) {
            dead = true;
            throw new IllegalStateException("killed");
        }
    }

    @Override
    public Optional<String> spill(List<EngineEvent> left) {
        return dead ? Optional.empty() : journal.spill(left);
    }

    @Override
    public long lastSequence() {
        return journal.lastSequence();
    }

    @Override
    public Stream<JournalEntry> entries(long after) {
        return journal.entries(after);
    }

    @Override
    public void close() {
        journal.close();
    }

    Broker broker(Broker broker) {
        return new Broker() {
            @Override
            public void connect(BrokerListener listener) {
                broker.connect(listener);
            }

            @Override
            public void submit(OrderIntent order) {
                if (!dead) {
                    broker.submit(order);
                }
            }

            @Override
            public void cancel(String orderId) {
                if (!dead) {
                    broker.cancel(orderId);
                }
            }

            @Override
            public void onMarket(Bar bar) {
                broker.onMarket(bar);
            }

            @Override
            public CompletableFuture<BrokerAccount> account() {
                return broker.account();
            }

            @Override
            public void recall(OrderIntent order) {
                broker.recall(order);
            }

            @Override
            public void close() {
                broker.close();
            }
        };
    }
}
