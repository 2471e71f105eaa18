import { useEffect } from 'react';

/**
 * Keeps with a choice whether the cluster rules it out: whether the wizard may go on, the host asks of a
 * field's value alone. It follows what is seen of the cluster, and so is taken back when that has changed.
 */
export const useRefusal = <Value extends { isRefused?: boolean | undefined }>(
  value: Value,
  /** Undefined while nothing can be changed: then what is kept stays. */
  isRefused: boolean | undefined,
  onChange: (value: Value) => void,
): void => {
  const isKept = value.isRefused ?? false;
  useEffect(() => {
    if (isRefused !== undefined && isRefused !== isKept) {
      onChange({ ...value, isRefused });
    }
  });
};
