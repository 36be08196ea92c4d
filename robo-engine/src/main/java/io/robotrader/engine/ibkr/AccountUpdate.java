package io.robotrader.engine.ibkr;

/** What the stream of an account tells. Immutable and thread-safe. */
public sealed interface AccountUpdate permits AccountValue, IbkrPosition, AccountUpdate.Complete {

    /**
     * All values and positions were told once; from here on come changes.
     *
     * @param account whose
     */
    record Complete(String account) implements AccountUpdate {

        /** What it is, without the account's number. */
        @Override
        public String toString() {
            return "Complete[" + Redacted.account(account) + "]";
        }
    }
}
