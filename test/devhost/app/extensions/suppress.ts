import type { ListedExtension } from './code-references.ts';

const SUPPRESS = 'app.suppress';

/**
 * Takes `app.suppress` entries out of the list and with them every extension listed before the last
 * of them whose type and id they name. Extensions listed after it stay.
 */
export const applySuppress = (listed: ListedExtension[]): ListedExtension[] => {
  const last = new Map<string, number>();
  listed.forEach(({ type, properties }, index) => {
    const { targetType, targetId } = properties;
    if (type === SUPPRESS && typeof targetType === 'string' && typeof targetId === 'string') {
      last.set(JSON.stringify([targetType, targetId]), index);
    }
  });
  return listed.filter(({ type, properties }, index) => {
    const suppressedAt = last.get(JSON.stringify([type, properties['id']])) ?? -1;
    return type !== SUPPRESS && index >= suppressedAt;
  });
};
