package io.robotrader.engine.loop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * One thread that handles inputs one after the other.
 *
 * <p>Inputs that the handler itself brings about are handled before the next one from outside. So the consequences of an
 * input do not depend on how fast others come in: the same inputs in the same order give the same run.
 *
 * <p>Thread-safe. The first input that the handler fails on ends the loop; the failure is told, not swallowed.
 *
 * @param <E> the type of the inputs
 */
public final class EventLoop<E> {

    private static final int ROOM = 1024;

    private final Thread thread;
    private final Consumer<E> handler;
    private final Consumer<Throwable> onFailure;
    private final Deque<E> consequences = new ArrayDeque<>();
    private final BlockingQueue<Slot<E>> inputs = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(ROOM);
    private volatile boolean ended;

    /**
     * Makes a loop whose thread is not yet started.
     *
     * @param name the thread's name
     * @param handler called with each input, on the loop's thread
     * @param onFailure called once, on the loop's thread, with what the handler threw
     */
    public EventLoop(String name, Consumer<E> handler, Consumer<Throwable> onFailure) {
        this.handler = handler;
        this.onFailure = onFailure;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** Starts the thread. */
    public void start() {
        thread.start();
    }

    /**
     * Hands an input in. From another thread it waits while the queue is full; from the loop's own thread it never does.
     *
     * @param input the input
     * @return false if the loop has ended and will not handle it
     * @throws InterruptedException if the calling thread was interrupted while it waited
     */
    public boolean put(E input) throws InterruptedException {
        if (isOwnThread()) {
            consequences.add(input);
            return true;
        }
        room.acquire();
        return add(new Slot<>(input, true));
    }

    /**
     * Hands an input in without ever waiting: for what must not be held up, and is rare.
     *
     * @param input the input
     * @return false if the loop has ended and will not handle it
     */
    public boolean post(E input) {
        if (isOwnThread()) {
            consequences.add(input);
            return true;
        }
        return add(new Slot<>(input, false));
    }

    /** Ends the loop after the input that is being handled and its consequences. Call it from the loop's own thread. */
    public void end() {
        ended = true;
    }

    /** Ends the loop at once, whatever it is doing. Its thread may be new, running or over. */
    public void abort() {
        ended = true;
        thread.interrupt();
    }

    /** {@return whether the calling thread is the loop's own} */
    public boolean isOwnThread() {
        return Thread.currentThread() == thread;
    }

    private boolean add(Slot<E> slot) {
        if (ended) {
            return false;
        }
        inputs.add(slot);
        return true;
    }

    private void run() {
        try {
            while (!ended) {
                Slot<E> slot = inputs.take();
                if (slot.bounded()) {
                    room.release();
                }
                handle(slot.input());
            }
        } catch (InterruptedException aborted) {
            // Only abort() interrupts, and whoever called it knows.
            Thread.currentThread().interrupt();
        } catch (Throwable failure) {
            // Whatever broke, the state may be half changed: nothing more is handled, and somebody is told.
            onFailure.accept(failure);
        } finally {
            ended = true;
            // Whoever waits for room must not wait for ever.
            room.release(Integer.MAX_VALUE / 2);
        }
    }

    private void handle(E input) {
        handler.accept(input);
        for (E next = consequences.poll(); next != null; next = consequences.poll()) {
            handler.accept(next);
        }
    }

    private record Slot<E>(E input, boolean bounded) {}
}
