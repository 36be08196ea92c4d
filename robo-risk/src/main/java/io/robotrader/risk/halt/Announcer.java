package io.robotrader.risk.halt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners in the order of what happened. Whoever finds nobody telling tells all that waits, news of other threads
 * included; nobody waits for anybody, so that a listener may trip the switch and threads may wait for one another.
 */
final class Announcer {

    private static final Logger LOG = LoggerFactory.getLogger(KillSwitch.class);

    private final List<HaltListener> listeners = new CopyOnWriteArrayList<>();
    private final Deque<Consumer<HaltListener>> waiting = new ArrayDeque<>();
    private boolean telling;

    void add(HaltListener listener) {
        listeners.add(listener);
    }

    /** Queues news; called in the order of what happened. */
    synchronized void queue(Consumer<HaltListener> news) {
        waiting.add(news);
    }

    /** Queues news of warnings, in place of warnings that wait last: watchers may be faster than a listener. */
    synchronized void queue(Map<HaltTrigger, String> warnings) {
        if (waiting.peekLast() instanceof Warnings) {
            waiting.removeLast();
        }
        waiting.add(new Warnings(warnings));
    }

    /** Tells what waits, unless somebody is at it. */
    void tell() {
        for (Consumer<HaltListener> news = next(); news != null; news = next()) {
            try {
                for (HaltListener listener : listeners) {
                    tell(listener, news);
                }
            } finally {
                done();
            }
        }
    }

    private static void tell(HaltListener listener, Consumer<HaltListener> news) {
        try {
            news.accept(listener);
        } catch (RuntimeException | Error e) {
            LOG.error("A listener of the kill switch failed; the switch and the other listeners are not affected", e);
        }
    }

    private synchronized @Nullable Consumer<HaltListener> next() {
        if (telling) {
            return null;
        }
        Consumer<HaltListener> news = waiting.poll();
        telling = news != null;
        return news;
    }

    private synchronized void done() {
        telling = false;
    }

    private record Warnings(Map<HaltTrigger, String> reasons) implements Consumer<HaltListener> {
        @Override
        public void accept(HaltListener listener) {
            listener.warned(reasons);
        }
    }
}
