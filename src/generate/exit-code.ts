/** What the command line ends with; 130 and 143 after Ctrl-C and SIGTERM, as shells expect it. */
export const EXIT = {
  ok: 0,
  /** Catalogs differ, or there are findings. */
  differences: 1,
  usage: 2,
  /** Something that was found is not in the output. */
  partial: 3,
  keyRefused: 4,
  unreachable: 5,
} as const;

/** Ends a command with a line for the person and an exit code. */
export class CommandEnd extends Error {
  override name = 'CommandEnd';
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}
