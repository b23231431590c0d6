package tidings.command.benchmark;

/** One of several measurements of the same thing. */
record Round(Answers result, CpuTime used) {}
