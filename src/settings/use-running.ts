import { useState } from 'react';

/** Something that a person begins and that takes its time; it is not begun again meanwhile. */
export interface Running {
  isRunning: boolean;
  run: () => void;
}

export const useRunning = (act: () => Promise<void>): Running => {
  const [isRunning, setRunning] = useState(false);
  const run = async (): Promise<void> => {
    setRunning(true);
    try {
      await act();
    } finally {
      setRunning(false);
    }
  };
  return { isRunning, run: () => (isRunning ? undefined : void run()) };
};
