// Imported before the program by `node --import`: ends a child whose parent has been killed, which then cannot end it.
/** Who started this process. */
export const startedBy = process.ppid;
const OFTEN_MS = 250;

setInterval(() => {
  if (process.ppid !== startedBy) {
    process.kill(process.pid, 'SIGTERM');
  }
}, OFTEN_MS).unref();
