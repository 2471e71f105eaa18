import { type RefObject, useEffect, useRef } from 'react';

/**
 * For an input that takes the place of the control a person has just used: it takes the focus, too,
 * which would otherwise be lost with that control. A focus that has moved on stays where it is.
 */
export const useFocusKept = (isWanted: boolean): RefObject<HTMLInputElement> => {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isWanted && document.activeElement === document.body) {
      input.current?.focus();
    }
  }, [isWanted]);
  return input;
};
