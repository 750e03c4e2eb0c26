package io.directcall.infra.postgres;

import io.directcall.infra.InfraFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's own programs. */
final class Command {

    private Command() {}

    /** Runs a program to its end. What it printed becomes the failure's message when it fails. */
    static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(asOrdinaryUser(command))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new InfraFailure(
                        Path.of(command.getFirst()).getFileName() + " failed: " + lastLine(output) + rootHint());
            }
        } catch (IOException e) {
            throw new InfraFailure(command.getFirst() + " can't be run: " + e.getMessage() + rootHint(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfraFailure("Interrupted while " + command.getFirst() + " ran.", e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own, root's processes are nobody's. */
    private static List<String> asOrdinaryUser(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(List.of("unshare", "--user"));
        wrapped.addAll(command);
        return wrapped;
    }

    private static String rootHint() {
        return isRoot()
                ? " (as root, PostgreSQL needs `unshare --user` to work: if it can't, run as another user)"
                : "";
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    static String lastLine(String output) {
        return output.strip().lines().reduce((first, second) -> second).orElse("no output");
    }
}
