package io.robotrader.correlation.internal;

import java.lang.reflect.Constructor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which kernel there is. The choice is made once a JVM: the vector kernel where the JVM was started with {@code --add-modules
 * jdk.incubator.vector} and can use it, and otherwise, without a word, the plain one.
 */
public final class ProductKernels {
    private static final String MODULE = "jdk.incubator.vector";

    private static final @Nullable Constructor<?> VECTOR = vectorKernel(ModuleLayer.boot(), "VectorKernel");

    private ProductKernels() {}

    /**
     * Whether the vector kernel is used.
     *
     * @return the same for as long as the JVM runs
     */
    public static boolean useVectors() {
        return VECTOR != null;
    }

    static ProductKernel create() {
        return VECTOR == null ? new PlainKernel() : create(VECTOR);
    }

    /** Null if the layer has not the module, or the class cannot be loaded or made with what the module offers. */
    static @Nullable Constructor<?> vectorKernel(ModuleLayer layer, String name) {
        Optional<Module> vectors = layer.findModule(MODULE);
        if (vectors.isEmpty()) {
            return null;
        }
        // Not said in the module's descriptor, where it would warn users who have no use for it.
        ProductKernels.class.getModule().addReads(vectors.get());
        try {
            Constructor<?> constructor = Class.forName(ProductKernels.class.getPackageName() + "." + name)
                    .getDeclaredConstructor();
            create(constructor);
            return constructor;
        } catch (ReflectiveOperationException | IllegalStateException | LinkageError e) {
            return null;
        }
    }

    private static ProductKernel create(Constructor<?> constructor) {
        try {
            return (ProductKernel) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
