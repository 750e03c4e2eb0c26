package io.directcall.suite.cli;

import io.directcall.suite.part.PartView;
import io.directcall.suite.run.Layout;
import io.directcall.suite.run.RunFile;
import io.directcall.suite.run.RunView;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options that say which checkout and which run a command is for; by default that of the current folder. */
final class Place {
    @Option(names = "--checkout", hidden = true, defaultValue = ".")
    private Path checkout;

    @Option(names = "--state", hidden = true)
    private Path state;

    Layout layout() {
        return new Layout(checkout, state == null ? checkout.resolve(".directcall") : state);
    }

    RunFile runFile() {
        return new RunFile(layout().runFile());
    }

    RunView running() {
        return runFile()
                .running()
                .orElseThrow(() -> new Refusal("Direct Call is not running. Start it: ./directcall up"));
    }

    PartView part(String name) {
        RunView run = running();
        return run.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    String names = run.parts().stream().map(PartView::name).collect(Collectors.joining(", "));
                    return new Refusal("There is no part '" + name + "'. The parts are: " + names);
                });
    }
}
