package io.robotrader.correlation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProductKernelsTest {

    @Test
    void with_the_module_it_is_the_vector_kernel() {
        assertThat(ProductKernels.useVectors()).isTrue();
        assertThat(ProductKernels.create()).isInstanceOf(VectorKernel.class);
    }

    @Test
    void without_the_module_there_is_none() {
        assertThat(ProductKernels.vectorKernel(ModuleLayer.empty(), "VectorKernel"))
                .isNull();
    }

    @Test
    void a_class_that_is_not_there_or_can_not_be_made_is_none() {
        assertThat(ProductKernels.vectorKernel(ModuleLayer.boot(), "NoSuchKernel"))
                .isNull();
        assertThat(ProductKernels.vectorKernel(ModuleLayer.boot(), "ProductKernel"))
                .isNull();
    }

    /** Asked by the test below in a JVM of its own. */
    public static final class Ask {
        private Ask() {}

        /** Exits with 3 if the vector kernel is used, and with 4 if not. */
        public static void main(String[] args) {
            System.exit(ProductKernels.useVectors() ? 3 : 4);
        }
    }

    @Test
    void a_jvm_that_was_not_told_to_add_the_module_uses_the_plain_kernel() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");

        int without = new ProcessBuilder(java, "-cp", classPath, Ask.class.getName())
                .start()
                .waitFor();
        int with = new ProcessBuilder(
                        java, "--add-modules", "jdk.incubator.vector", "-cp", classPath, Ask.class.getName())
                .start()
                .waitFor();

        assertThat(without).isEqualTo(4);
        assertThat(with).isEqualTo(3);
    }
}
