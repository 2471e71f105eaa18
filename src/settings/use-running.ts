import { useState } from 'react';

/** Something that a person begins and that takes its time; it is not begun again meanwhile. */
export interface Running {
  isRunning: boolean;
  run: () => void;
}

/** `onError` is told what went wrong in a way that nobody had thought of, in words for a person. */
export const useRunning = (
  act: () => Promise<void>,
  onError: (message: string) => void,
): Running => {
  const [isRunning, setRunning] = useState(false);
  const run = async (): Promise<void> => {
    setRunning(true);
    try {
      await act();
    } catch (error) {
      onError(error instanceof Error ? error.message : String(error));
    } finally {
      setRunning(false);
    }
  };
  return { isRunning, run: () => (isRunning ? undefined : void run()) };
};
