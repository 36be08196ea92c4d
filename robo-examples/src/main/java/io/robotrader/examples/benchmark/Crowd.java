package io.robotrader.examples.benchmark;

import io.robotrader.examples.benchmark.GateScene.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that reserve and close through one gate, each with orders of its own. */
final class Crowd implements AutoCloseable {

    private static final int TIMES = 200;

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
            Orders orders = new Orders("c" + i + "-", false);
            tasks.add(() -> approved(scene, orders, TIMES * 64 / size));
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

    private static long approved(GateScene scene, Orders orders, int times) {
        long approved = 0;
        for (int i = 0; i < times; i++) {
            approved += scene.reserveAndClose(orders) ? 1 : 0;
        }
        return approved;
    }
}
