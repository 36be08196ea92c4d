package io.robotrader.engine.ibkr.wire;

/**
 * How an order hangs together with others. Immutable and thread-safe.
 *
 * @param ocaGroup the name of a group of which one fill cancels the rest, empty if there is none
 * @param ocaType 1 cancels the rest with a block, 2 makes it smaller with a block, 3 makes it smaller without; 0 is not
 *     set
 * @param parentId the order that has to be filled first, 0 if there is none
 * @param transmit whether the order is to be sent on; the vendor keeps it back, and says nothing, if not
 */
public record OrderGroup(String ocaGroup, int ocaType, int parentId, boolean transmit) {

    /** An order by itself, to be sent on. */
    public static final OrderGroup ALONE = new OrderGroup("", 0, 0, true);

    /**
     * A part of a bracket.
     *
     * @param parentId the order that has to be filled first; 0 for that order itself
     * @param last whether it is the last of the bracket, with which all of it is sent on
     * @return the group
     */
    public static OrderGroup bracket(int parentId, boolean last) {
        return new OrderGroup("", 0, parentId, last);
    }
}
