package io.robotrader.engine.ibkr;

import org.jspecify.annotations.Nullable;

/** A request that failed, with what the gateway or the client said. Its message names no account. */
public final class IbkrException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient IbkrError error;

    IbkrException(IbkrError error) {
        this(error, null);
    }

    IbkrException(IbkrError error, @Nullable Throwable cause) {
        super(error.toString(), cause);
        this.error = error;
    }

    /** {@return what failed, with the vendor's code and text} */
    public IbkrError error() {
        return error;
    }
}
