package io.robotrader.examples.benchmark;

import io.robotrader.examples.benchmark.GateScene.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Threads that reserve and close through one gate, each with orders of its own. However many there are, they share the
 * same number of orders, so that a crowd has no more to keep in its caches than one thread.
 */
final class Crowd implements AutoCloseable {

    private static final int TIMES = 200;
    private static final int SETS = 8;

    private final List<Callable<Long>> tasks = new ArrayList<>();
    private final ExecutorService threads;

    Crowd(int size) {
        threads = Executors.newFixedThreadPool(size, task -> {
            Thread thread = new Thread(task, "crowd");
            thread.setDaemon(true);
            return thread;
        });
        GateScene scene = new GateScene(20, false);
        for (int i = 0; i < size; i++) {
            List<Orders> mine = new ArrayList<>();
            for (int set = i; set < SETS; set += size) {
                mine.add(new Orders("c" + set + "-", false));
            }
            tasks.add(() -> approved(scene, mine));
        }
    }

    /** Reserves and closes {@code 200 x times} orders, shared among the threads: one hand-over is little beside that. */
    long run(int times) {
        long approved = 0;
        try {
            for (int i = 0; i < times; i += 64) {
                for (Future<Long> future : threads.invokeAll(tasks)) {
                    approved += future.get();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return approved;
    }

    /** How many orders one operation of {@link #run} stands for. */
    static int times() {
        return TIMES;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static long approved(GateScene scene, List<Orders> mine) {
        long approved = 0;
        for (Orders orders : mine) {
            for (int i = 0; i < TIMES * 64 / SETS; i++) {
                approved += scene.reserveAndClose(orders) ? 1 : 0;
            }
        }
        return approved;
    }
}
