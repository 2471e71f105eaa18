import { type RefObject, useEffect, useRef } from 'react';

/**
 * For what is shown in the place of a control that a person has just used: it takes the focus that was
 * lost with that control, when it appears and each time that `cause` changes. A focus that is somewhere
 * stays there.
 */
export const useFocusCaught = <Place extends HTMLElement>(cause: unknown): RefObject<Place> => {
  const place = useRef<Place>(null);
  const last = useRef<unknown>();
  useEffect(() => {
    if (last.current !== cause && document.activeElement === document.body) {
      place.current?.focus();
    }
    last.current = cause;
  });
  return place;
};
