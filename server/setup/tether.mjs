// Preloaded (`node --import`) into the programs that a command runs in the foreground. If the command is killed without
// a chance to pass anything on, the channel to it closes: then this process ends as if it had been asked to, and
// nothing is left running that nobody can find.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
// Listening must not be a reason to go on living.
process.channel?.unref();
