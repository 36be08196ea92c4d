package io.robotrader.engine.loop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
    private final Runnable opening;
    private final Consumer<E> handler;
    private final Consumer<Throwable> onFailure;
    private final Runnable afterwards;
    private final Deque<E> consequences = new ArrayDeque<>();
    private final BlockingQueue<Slot<E>> inputs = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(ROOM);
    private volatile boolean ended;

    /**
     * Makes a loop whose thread is not yet started.
     *
     * @param name the thread's name
     * @param opening called once and first, on the loop's thread; what it brings about is handled before any input
     * @param handler called with each input, on the loop's thread
     * @param onFailure called once, on the loop's thread, with what the opening or the handler threw, or with the
     *     interruption if somebody interrupted the thread
     */
    public EventLoop(String name, Runnable opening, Consumer<E> handler, Consumer<Throwable> onFailure) {
        this(name, opening, handler, onFailure, () -> {});
    }

    /**
     * Makes a loop whose thread is not yet started, and that looks up after each input.
     *
     * @param name the thread's name
     * @param opening called once and first, on the loop's thread; what it brings about is handled before any input
     * @param handler called with each input, on the loop's thread
     * @param onFailure called once, on the loop's thread, with what the opening, the handler or the last of these threw
     * @param afterwards called on the loop's thread when an input from outside and all that it brought about is handled
     */
    public EventLoop(
            String name, Runnable opening, Consumer<E> handler, Consumer<Throwable> onFailure, Runnable afterwards) {
        this.afterwards = afterwards;
        this.opening = opening;
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
        if (ended) {
            // Nobody makes room any more: whoever waits behind is let through by whoever was.
            room.release();
            return false;
        }
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
        // Whoever waits for room must not wait for ever.
        room.release();
    }

    /**
     * {@return what was handed in and is not handled, in the order of its coming; the loop does not know it any more}
     *
     * <p>Call it from the loop's own thread when the loop has ended. What comes later is refused, save by that thread.
     */
    public List<E> takeLeft() {
        List<E> left = new ArrayList<>(consequences);
        consequences.clear();
        for (Slot<E> slot = inputs.poll(); slot != null; slot = inputs.poll()) {
            left.add(slot.input());
        }
        return left;
    }

    /** {@return whether the calling thread is the loop's own} */
    public boolean isOwnThread() {
        return Thread.currentThread() == thread;
    }

    /** {@return whether nothing waits to be handled} */
    public boolean isIdle() {
        return inputs.isEmpty();
    }

    private boolean add(Slot<E> slot) {
        if (ended) {
            return false;
        }
        inputs.add(slot);
        // If the loop has ended meanwhile, either it has taken this with what was left, or it is refused here.
        return !ended || !inputs.remove(slot);
    }

    private void run() {
        try {
            handleAll();
        } catch (Throwable failure) {
            // An interruption too, as nobody who knows the loop interrupts it. The state may be half changed: nothing
            // more is handled, and somebody is told.
            onFailure.accept(failure);
        }
    }

    private void handleAll() throws InterruptedException {
        try {
            opening.run();
            handleConsequences();
            afterwards.run();
            while (!ended) {
                Slot<E> slot = inputs.take();
                if (slot.bounded()) {
                    room.release();
                }
                handle(slot.input());
            }
        } finally {
            end();
        }
    }

    private void handle(E input) {
        handler.accept(input);
        handleConsequences();
        afterwards.run();
    }

    private void handleConsequences() {
        for (E next = consequences.poll(); next != null; next = consequences.poll()) {
            handler.accept(next);
        }
    }

    private record Slot<E>(E input, boolean bounded) {}
}
