package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.ServerMessage;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A request with one answer, which comes in time or fails. */
final class Ask<T> implements Exchange {

    /** Collects the answer. */
    interface Reply<T> {

        /** Takes a part of the answer, and returns all of it once it is whole. */
        @Nullable
        T on(ServerMessage message);

        /** What an error means; null if it is just that. */
        default @Nullable T on(IbkrError error) {
            return null;
        }
    }

    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final Reply<T> reply;

    Ask(Reply<T> reply) {
        this.reply = reply;
    }

    CompletableFuture<T> answer() {
        return answer;
    }

    @Override
    public void accept(ServerMessage message) {
        if (answer.isDone()) {
            return;
        }
        T whole = reply.on(message);
        if (whole != null) {
            answer.complete(whole);
        }
    }

    @Override
    public void fail(IbkrError error) {
        T whole = reply.on(error);
        if (whole == null) {
            answer.completeExceptionally(new IbkrException(error));
        } else {
            answer.complete(whole);
        }
    }

    @Override
    public void connectionLost(IbkrError why) {
        answer.completeExceptionally(new IbkrException(why));
    }
}
